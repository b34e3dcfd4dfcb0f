/**
 * Lists the words that headings are made of, in Uzbek (both scripts), Russian and English, and the commonest ones in
 * Kazakh, Karakalpak, Kyrgyz and Tajik. Compared folded (ў қ ғ ҳ ё і as у к г х е и); our own compilation. A new word is
 * added here and nowhere else.
 */

/** What a word of a heading is about. */
export const concepts = [
  'phone',
  'contact',
  'place',
  'name',
  'surname',
  'address',
  'whereTo',
  'street',
  'order',
  'document',
  'number',
  'id',
  'product',
  'what',
  'code',
  'variation',
  'quantity',
  'price',
  'discount',
  'total',
  'final',
  'date',
  'time',
  'when',
  'term',
  'delivery',
  'created',
  'region',
  'city',
  'zip',
  'status',
  'country',
  'note',
  'payment',
  'currency',
  'fee',
  'title',
  'list',
  'second',
  'main',
  'card',
  'mail',
  'other',
  'wms',
  'filler',
] as const;
export type Concept = (typeof concepts)[number];

/** Whose a column is. */
export const roles = [
  'recipient',
  'customer',
  'sender',
  'payer',
  'shop',
  'warehouse',
  'courier',
  'operator',
  'manager',
  'company',
  'counterparty',
  'related',
  'pickupPoint',
] as const;
export type Role = (typeof roles)[number];

/** Roles of people and places that an order does not go to. The payer's details serve where the recipient's are missing. */
export const othersRoles: ReadonlySet<Role> = new Set([
  'sender',
  'shop',
  'warehouse',
  'courier',
  'operator',
  'manager',
  'company',
  'related',
]);

/** Beginnings of words, with commas between; a word with `=` in front counts only as a whole. */
export const conceptWords: Readonly<Record<Concept, string>> = {
  phone:
    '=тел, телефон, telefon, phone, mobil, мобил, =тел, =tel, =тлф, =моб, =mob, =cell, whatsapp, сотов, uyali, уяли, звонить, =звонок, qongiroq, кунгирок',
  contact: 'контактн, aloqa, алока, байланыс, связ, boglan, боглан',
  place: 'точк, tochka, nuqta, нукта, =место, =joy, joyi, жойи, =жой, пункт, punkt',
  name: '=nomini, =ady, =adı, =ad, зовут, обращат, =contact, =лицо, shaxs, шахс, kontakt, контакт, =пациент, =person, фио, fio, фиш, fish, имя, =имени, исм, ism, =name, =fullname, =аты, =ати, номи насаб, =насаб, ному, =ati',
  surname: 'soyad, фамили, famili, surname, отчеств, sharif, шариф, =жони, =joni, =жөни, =жону, =жөнү, насаби',
  address:
    'мәкан, mákan, makan, =mánzil, =adres, адрес, =адр, adres, address, manzil, манзил, мекен, mekenjay, дарек, дарег, нишони, сурога, суроғ, =addr, salgy, unvan',
  whereTo:
    'deliver to, ship to, delivery to, доставить куда, =qayerda, =qaerda, =каерда, =где, =разгрузки, =qayer, =qaer, =каер, =qayerga, =qaerga, =каерга, =куда, destination',
  street: 'ulits, ulica, улиц, kocha, куча, street, көше, коче, koshe',
  order:
    '=бюрт, =orders, тапсырма, tapsırma, =buyr, =byr, sargyt, сделк, bitim, =зак, sipari, zakas, increment, рецепт, заказ, =зак, buyurtma, буюртма, order, zakaz, тапсырыс, буйрутма, буйыртпа, фармоиш, buyirtpa, заявк, ' +
    'заявок, ariza, ариза',
  document:
    'фактур, faktura, invoice, посылк, posilka, posylka, kvitans, квитанц, talon, талон, =ттн, =счета, =счет, =док, shartnoma, шартнома, =договора, =договор, hujjat, хужжат, =документ, =документа, =чека, =чек, =chek, =накладной, =накладная, =awb',
  number: '=belgisi, =numara, =numarası, номер, =ном, =no, raqam, ракам, number, =num, nomer, нөмир, =nr, =n',
  id: 'идентификатор, identifikator, identifier, =id, =ид, =айди, =айдиси, =aydi, =aydisi, =идси, =idsi, =ids',
  product:
    'өним, өнім, toplam, туплам, набор, nabor, комплект, komplekt, =set, haryt, =груз, =груза, =gruz, =yuk, =юк, sovga, совга, подар, =tort, =торт, =торта, =gul, =гул, цветок, цветы, kitob, китоб, книг, =блюдо, блюд, taom, таом, kiyim, кийим, =dori, =дори, лекарств, мебел, mebel, =tovari, =taomi, ' +
    'содержим, вложен, contents, ichidagi, ичидаги, savat, сават, корзин, korzin, =cart, =basket, позици, goods, =buyum, буюм, nomenklatur, объявлен, =мол, =моли, букет, buket, =изделия, препарат, urun, ürün, onim, ónim, товардын, товар, =тов, tovar, mahsulot, maxsulot, махсулот, продук, product, =item, =items, изделие, тауар, ' +
    'номенклатур, =mol',
  what: '=nima, =нима, =nimani, =нимани, =nimalar, =что, =чего, =what, =эмне',
  code: '=код, =коди, =кода, =kod, =kodi, =code, =sku, артикул, artikul, =арт, штрих, shtrix, barcode',
  variation: 'вариац, вариант, variat, variant, variats, модификац, modifikats',
  quantity:
    'порци, porsiya, порсия, portion, servings, kolichestv, =kolvo, =kol, =qnty, =qt, =кво, =klv, =cnt, =count, =qnt, =мест, =sany, miktar, =donadan, отпущено, =ordered, =adet, nechtadan, заказано, =уп, =qty, =sanı, =саны, =шт, количеств, =кол, =колво, miqdor, микдор, =soni, =сони, =сон, =son, quantity, =qty, =donasi, =донаси, ' +
    'nechta, нечта, сколько, =штук, =саны, =шумора, =шумораи, =pcs, =шт, =dona, =дона, =pieces, =piece, =shtuk, =shtuka, =число, =единиц, ' +
    'nusxa, =nusxasi, нусха, =экз, экземпляр, =copies, =порц, =дана, =danasi, тираж, tiraj',
  price:
    'stoimost, =цене, =ценой, =ценам, =pr, =prs, стоит, баҳас, бахас, нарқ, нарк, narq, =prc, bahasy, прайс, prays, cena, tsena, qiymat, киймат, =sena, =puli, =ц, =продажа, fiyat, =bahası, bahas, =баасы, =цены, =цена, =цены, =цену, narx, нарх, price, стоимост, bahosi, бахоси, багасы, баасы, =rate, bahası, =баға, почем, по чем, necha pul, неча пул, qancha turadi, канча туради, =pochom, =pochem',
  discount: 'скид, =ск, chegirma, чегирма, skidka, discount, женилдик, жеңилдик, арзандат, тахфиф',
  total:
    'tolanadi, туланади, tolanishi, туланиши, =итог, =итого, =всего, =jami, =жами, сумма, суммаси, summa, сумм, =total, =amount, =общая, =барлыгы, ' +
    '=жалпы, =umumiy, =умумий',
  final: '=yakuniy, =якуний, =итоговая, =after, =после, =keyin, =кейин, =keyingi, =кейинги, =final, =учетом',
  date:
    '=сәнеси, =сәне, =санаи, =güni, =gün, =күн, =sene, senesi, tarih, tarihi, =сане, sánesi, =куну, =күнү, =sánesi, =дата, =даты, =дату, =sana, =sanasi, =сана, =санаси, =date, =kuni, =куни, =день, =күни, =күнү, =kun, ' +
    '=кун, =day',
  time: 'vremya, vremeni, wagt, =soati, =соати, =часы, врем, =vaqt, =vaqti, =вакт, =вакти, =time, =soat, =соат, интервал, =уакыты, =убакыт, oraliq',
  when: '=eta, какому времени, qachonga, =когда, =qachon, =качон, =when, =кашан, =качан, =кай, =qashan, =соатда',
  term: '=slot, =слот, =срок, =muddati, =муддати',
  delivery:
    'eltip, вручен, прибыт, arrival, topshir, топшир, выгрузк, разгрузк, teslim, =дост, =доставить, =привезти, =везти, =отгрузки, =жеткируу, достав, yetkaz, етказ, deliver, shipping, dostavka, отгруз, отправк, привез, жеткиз, жеткир, jetkiz, ' +
    'jetkeri, расонидан, =ship, olib borish, oborish',
  created: 'созда, оформлен, yaratil, яратил, =tushgan, =тушган, =created, поступ, =принят, закрыт, изменен',
  region:
    'welayat, =reg, край, =kray, province, bölge, =обл, wálayat, облус, област, =обл, viloyat, вилоят, регион, =region, hudud, худуд, облыс, облус, walayat, =уәлаят',
  city:
    '=аўыл, =аўылы, =awıl, =auıl, =ilçe, şäher, =село, =поселок, =qishloq, =кишлок, =город, =городе, =города, =гор, =shahar, shahri, =шахар, =шахри, =city, tuman, туман, =район, =rayon, ауданы, ' +
    '=кала, =каласы, =шаар, =шахр, =нохия',
  zip: 'индекс, indeks, =zip, =postal, postcode',
  status: 'статус, holat, холат, =status, =statusi, состояни',
  country: 'стран, davlat, давлат, mamlakat, мамлакат, =country',
  note: 'primechan, коммент, izoh, изох, примечан, =note, =notes, comment, заметк, пожелан, komment, eslatma, эслатма',
  payment: 'оплат, tolov, тулов, payment, предоплат, oplata',
  currency: 'валют, valyuta, currency',
  fee: '=haqi, =хаки, =fee, =cost, тариф',
  title: 'назван, наимен, =наим, =nomi, =номи, =title, =атауы, =аталышы',
  list: 'состав, tarkib, таркиб, royxat, руйхат, список',
  second: 'доп, дополнит, втор, запасн, qoshimcha, кушимча, ikkinchi, иккинчи, second, =alt, zaxira, захира, кошимча',
  main: '=asosiy, =асосий, основн, =main, primary, главн',
  card: '=карта, =карте, =карты, =karta, kartasi, =card, купон, промокод, promo, kupon, coupon, бонус, bonus',
  mail: 'email, =mail, =почта, =почты, электронн, =ip, =telegram, телеграм, instagram, инстаграм, =сайт, =чат, =chat',
  wms: '=wms, =вмс, =bts',
  other:
    '=oylar, =ойлар, месяц, month, =oylik, =ойлик, рассрочк, nasiya, насия, =рейс, =курс, =курса, =kurs, =kursi, exchange, trek, трек, track, закуп, себестоим, =опт, оптов, ulgurji, улгуржи, tannarx, таннарх, =tan, =тан, kelish, келиш, остат, остаток, qoldiq, колдик, баланс, balans, ' +
    '=вес, vazn, вазн, weight, объем, hajm, хажм, volume, возвр, qaytar, кайтар, refund, return, =min, =max, =мин, =макс, ' +
    'минимал, максимал, средн, ortacha, average, старая, старый, eski, эски, =old, предыдущ, oldingi, годност, гарант, kafolat, ' +
    'кафолат, рожден, tugil, тугил, birth, визит, tashrif, посещ, прошл, лояльн, bonus, ball, балл, комисс, komiss, commission, налог, soliq, солик, =ндс, =qqs, =vat, страхов, ' +
    'залог, долг, qarz, карз, аванс, avans, что отправлен, nima yuboril, нима юборил, what was sent',
  filler:
    '=agar, =агар, =bolsa, =булса, =tartib, =тартиб, =berish, =бериш, =bermek, основан, =bittasi, =битаси, =bittasining, =donasiga, =донасига, =штуку, везем, =oborish, =отправить, =по, =для, yashay, яшай, живет, живете, проживает, =вы, =мы, =бы, yuboramiz, юборамиз, tanla, танла, выбира, выбер, выбрал, хотит, хотел, xohla, хохла, istay, истай, olasiz, оласиз, olmoqchi, олмокчи, будете, требует, нужен, нужно, если друг, если ин, если отлич, agar boshqa, агар бошка, if different, if other, ' +
    'с ндс, вкл ндс, включая ндс, qqs bilan, ккс билан, with vat, incl vat, including vat, =odam, =одам, =kishi, =киши, =человек, ' +
    '=как, =qancha, =канча, =из, =от, =до, =в, =системы, =ta, =1, =uzs, =som, =somda, =somlik, =сумда, =сумах, =суммах, =sum, =сум, =сўм, =person, =желаемая, =желаемое, =желаемый, =к, =birim, =ваш, =ваша, =ваше, =ваши, =your, =siz, =sizning, =сизнинг, сизди, =укажите, =введите, =напишите, ' +
    'kiriting, киритинг, yozing, ёзинг, езинг, =и, =va, =ва, =and, =the, =of, =для, =на, =за, =в, =о, =по, ' +
    '=к, =с, =во, =мен, =жане, =жана, =жән, =ham, =хам, =bilan, =билан, kerak, керак, =qaysi, =кайси, ' +
    '=какой, =какая, =вам, =нам, =вас, берайлик, beraylik, қилай, килай, =ед, ' +
    '=единицу, =штуку, =birlik, =бирлик, toliq, тулик, полн, =полный, ' +
    'желаем, плановая, plan, =full, =contact, точн, aniq, аник, rejalashtiril, режалаштирил, boladi, ' +
    'булади, bersak, берсак, uchun, учун, iltimos, илтимос, пожалуйста, =1, =one, =одной, келсин, kelsin, ' +
    '=текущ, =nechchi, =сами, =шаар',
};

/** Beginnings of words that say whose a column is, with commas between. Two words in a row stand with a space. */
export const roleWords: Readonly<Record<Role, string>> = {
  recipient:
    'для кого, kim uchun, ким учун, =получил, қабыл ет, qabıl et, qabul qiladi, кабул килади, кто приним, кто получ, кто встре, кто забер, принимающ, kim kutib, ким кутиб, kutib ol, alyjy, ' +
    'dropoff, drop off, kim ol, пациент, получил, alıwshı, aliwshi, alıcı, алыушы, получател, qabul qiluv, кабул килув, oluvchi, олувчи, recipient, receiver, consignee, poluchatel, ' +
    'грузополучател, алушы, алуучу, qabillawshi, гиранда, именинни, юбиляр, получает, одаряем, для кого подар, кому подар, подарок кому, кому открыт, кому букет, кому дар, kimga sovga, кимга совга, sovga kimga, совга кимга, ' +
    'sovga ol, совга ол, sovga egasi, совга эгаси, gift for, gift recipient, кому, kimga, кимга, назначени, =to',
  customer:
    '=ona, =onasi, =она, =онаси, =ota, =otasi, =ота, =отаси, мама, мамы, =мать, =матери, папа, =mother, =mom, =father, ota onasi, ота онаси, =ota ona, =ота она, родител, =parent, =parents, =guardian, ariza beruv, ариза берув, zakazchik, pokupatel, буйыртпашы, buyırtpashı, buyirtpashi, кто заказ, =заказал, =заказала, кто покуп, кто оформ, kim buyurt, ким буюрт, masul shaxs, масул шахс, масъул шахс, ответственное лиц, qariydar, карыйдар, карийдар, =cl, musderi, musteri, ' +
    'потребит, пользоват, физлиц, тапсырыс беруш, истеъмолчи, istemolchi, =кто, =kim, =ким, tutiniwshi, abonent, абонент, =клиенту, =клн, =кл, заказчик, клиент, покупател, mijoz, мижоз, xaridor, харидор, customer, =client, klient, buyer, заказчик, ' +
    'buyurtmachi, буюртмачи, сатып алуш, тутынушы, кардар, мизоч, муштари, haridor',
  sender:
    'от кого, =kimdan, =кимдан, загрузк, погрузк, yuklash, юклаш, loading, kim ber, beruvchi, берувчи, jiberiwshi, отпустил, gönder, отправител, jonatuvchi, жунатувчи, yuboruvchi, юборувчи, sender, shipper, otpravitel, ' +
    'грузоотправител, жиберуши, жөнөтүүчү, жонотуучу, фиристанда, откуда, qayerdan, каердан, =from, ' +
    'отправлени, забора, забрать, olib ketish, олиб кетиш, pickup',
  payer: 'плательщик, tolovchi, туловчи, payer, billing',
  shop:
    'магазин, dokon, дукон, =shop, =store, продавц, продавец, sotuvchi, сотувчи, seller, vendor, ' +
    'поставщик, supplier, исполнител, подрядчик, ijrochi, ижрочи, дукен, magazin, фирма, firma, филиал, filial, ресторан, аптек, apteka, dorixona, дорихона, =кафе, =kafe, =салон, =salon, маркет, market',
  warehouse: 'склад, ombor, омбор, warehouse, sklad, кампа',
  courier:
    'курьер, kuryer, curier, courier, водител, haydovchi, хайдовчи, driver, доставщик, yetkazuvchi, ' +
    'етказувчи, yetkazib beruvchi, етказиб берувчи, kurer, экспедитор',
  operator:
    'кто принял, кто записал, кто внес, kim qabul qildi, ким кабул килди, kim yozdi, ким езди, kim kiritdi, ким киритди, оператор, operator, диспетчер, dispetcher',
  manager:
    'бухгалт, buxgalt, директор, direktor, супервайз, supervay, торгпред, торговый предст, торговый агент, логист, logist, флорист, florist, упаковщик, сборщик, комплектовщик, кладовщик, промоут, promout, promoter, промотер, инфлюенс, influens, influenc, амбассад, ambassad, таргетолог, targetolog, маркетолог, marketolog, реферал, referal, referral, посредник, vositachi, воситачи, брокер, broker, блоггер, blogger, куратор, kurator, блогер, bloger, рекомендов, пригласил, ' +
    'разрешил, врач, доктор, shifokor, менедж, menej, manager, ответствен, masul, масъул, масул, агент, agent, сотрудник, xodim, ходим, ' +
    'кассир, kassir, администратор, принял, автор',
  company: 'компан, kompan, company, организац, tashkilot, ташкилот, юридич, юрлиц, =юр, legal, корхона, korxona',
  counterparty: 'контрагент, kontragent, торговая точк, торговой точк, savdo nuqta, савдо нукта, outlet',
  related:
    'yaqin, якин, turmush ort, турмуш урт, =жены, =мужа, =жена, =муж, близк, kafil, кафил, поручител, qarindosh, кариндош, родственник, ученик, oquvchi, укувчи, ребен, farzand, фарзанд, ' +
    '=bola, =бола, сосед, qoshni, кушни, если не, доверенн, ishonchli, ишончли, vakil, вакил',
  pickupPoint: 'пвз, pvz, пункт выдачи, пункта выдачи, topshirish punkt, топшириш пункт, постамат, самовывоз',
};
