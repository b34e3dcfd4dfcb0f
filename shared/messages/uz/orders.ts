import type { orders as source } from '../en/orders.ts';

/** The field's name within a sentence. */
export const field = `{field, select,
  order_id {buyurtma raqami} scheduled_at {yetkazish sanasi} fulfillment_status {holat} full_name {F.I.Sh.} phone {telefon} address {manzil}
  region {viloyat} country {davlat} city {shahar/tuman} zip {indeks} client_product_id {mahsulot ID} client_product_variation_id {variatsiya ID}
  quantity {miqdor} price {narx} discount {chegirma} final_price {yakuniy narx} product_code {mahsulot kodi} product_name {mahsulot nomi}
  other {qiymat}}`;

export const orders: Record<keyof typeof source, string> = {
  'issue.orders.blank': `Qiymat yoʻq (${field}). Toʻldiring.`,
  'issue.orders.twoCustomers':
    '{row}-qatorda {first}-qatordagi buyurtma raqami turibdi, mijoz esa boshqa («{name}», «{other}» emas). Ular ajratilmaguncha buyurtma yuborilmaydi: unga oʻz raqamini bering yoki chetda qoldiring.',
  'issue.orders.sameOrderTwice':
    'Bir xil telefon, mahsulotlar va sana ikki raqam ostida turibdi: {first} ({firstRow}-qator) va {later} ({laterRow}-qator). Hech biri oʻz-oʻzidan chetda qolmaydi: bu bitta buyurtma boʻlsa, {later} raqamlisini chetda qoldiring.',
  'issue.orders.sameOrderSent':
    '«{fileName}» faylidagi {earlier} buyurtmada ({earlierRow}-qator) telefon, mahsulotlar va sana xuddi shunday; u {at} da yuborilgan. {row}-qatordagisi oʻsha buyurtmaning oʻzi boʻlsa, uni chetda qoldiring.',
  'issue.orders.manyAlike':
    '{first} dan ({firstRow}-qator) boshlab {most} tadan koʻp buyurtmada telefon, mahsulotlar va sana bir xil. Bu mijoz uchun odatiy hol boʻlmasa, yuborishdan oldin koʻrib chiqing.',
  'issue.orders.conflict': `Bitta buyurtmaning qatorlarida har xil qiymat yozilgan (${field}). Qator {values}. Hammasi uchun bitta qiymatni tanlang.`,
  'issue.orders.idSpellings':
    'Bitta buyurtma raqami har xil yozilgan. Qator {values}. Agar bu bitta buyurtma boʻlsa, hammasiga {text} deb yozing; boʻlmasa, biriga boshqa raqam bering.',
  'issue.orders.feeRow': '«{value}» — mahsulot emas: bu qator buyurtmaga mahsulot boʻlib qoʻshilmaydi.',
  'issue.orders.regionIsZone':
    '«{value}» — viloyat emas, hudud nomi. WMSga viloyat kerak: shu yerga yozing yoki shu hududdagi barcha qatorlar uchun belgilang.',
  'issue.orders.regionOfZone': '«{value}» — viloyat emas, hudud nomi: shahar yoki manzilga qarab {region} olindi.',
  'issue.orders.headRow': 'Bu buyurtmaning birinchi qatorida faqat mijoz yozilgan: mahsulotlari pastdagi qatorlarda.',
  'issue.orders.idFromAbove':
    'Buyurtma raqami ham, mijoz kataklari ham boʻsh: yuqoridagi buyurtmaning yana bir mahsuloti deb olindi. Agar alohida buyurtma boʻlsa, raqamini yozing.',
  'issue.orders.numberOnSheets':
    '{number} raqamli buyurtma bir nechta varaqda bor: {rows}. Buyurtma koʻchirilgan boʻlsa, avvalgi qatorlarni chetda qoldiring; boshqa buyurtma boʻlsa, unga oʻz raqamini bering.',
  'issue.orders.rowsApart':
    'Bu buyurtmaning qatorlari yonma-yon emas (qatorlar: {rows}). Ular bitta buyurtma boʻlib yuboriladi; agar ikkita boʻlsa, biriga boshqa raqam bering.',
  'issue.orders.noId': 'Buyurtma raqami yoʻq. Toʻldiring.',
  'issue.orders.manyItems':
    'Bitta buyurtmada {count} ta mahsulot bor, {limit} tadan koʻp. Bu qatorlar haqiqatan bitta buyurtmanikimi, tekshiring.',
  'issue.orders.sameProduct':
    '{value} raqamli mahsulot bu buyurtmada ikki marta turibdi ({row}-qatorda ham). Xato boʻlsa, bitta qatorni chetda qoldiring yoki miqdorlarni qoʻshing.',
  'issue.orders.priceCounted': '«{value}» bitta dona narxi deb oʻqildi: {price, number}.',
  'issue.orders.priceZero': 'Narx 0. Agar bu sovgʻa boʻlmasa, tuzating.',
  'issue.orders.lineSum':
    'Sonlar toʻgʻri kelmayapti: narx {price, number}, chegirma {discount, number}, yakuniy narx {finalPrice, number}, miqdor {quantity, number}. Tekshiring; ular qanday boʻlsa, shunday yuboriladi.',
  'issue.orders.finalPriceNegative':
    'Chegirma narxdan katta: {value, number} qolyapti. Narxni yoki chegirmani tuzating.',
  'issue.orders.priceNotWhole':
    'Yakuniy narx bilan chegirma yigʻindisi ({value, number}) miqdorga qoldiqsiz boʻlinmaydi. Narxni yozing.',
  'issue.orders.notSendable':
    'WMS bu buyurtmani qabul qilmaydi ({field}). Qiymatlarini tekshiring; toʻgʻri koʻrinsa, shu gapni yordam xizmatiga yuboring.',
  'issue.orders.statusNotAllowed':
    '{value} holati bilan buyurtma yaratib boʻlmaydi. 1 (yangi) yoki 5 (rejalashtirildi) yozing, buyurtmani chetda qoldiring yoki saqlangan sozlamalarda boshqa holatlarga ruxsat bering.',
  'issue.orders.dateRequired':
    'Rejalashtirilgan (5) buyurtmaga yetkazish sanasi kerak. Sanani yozing yoki holatni 1 (yangi) qiling.',
  'issue.orders.regionUnknown':
    '«{value}» viloyati topilmadi. Yozilishini tekshiring: oʻz-oʻzidan hech narsa oʻzgarmaydi.',
  'issue.orders.regionUnknownSuggested':
    '«{value}» viloyati topilmadi. {suggestion} emasmi? Oʻzgartirmasangiz, yozilganidek qoladi.',
  'issue.orders.regionAmbiguous':
    '«{value}» bu {regions} boʻlishi mumkin. Yozilganidek yuboriladi; muhim boʻlsa, qaysi biri ekanini toʻliq yozing.',
  'issue.orders.cityUnknownSuggested':
    '«{value}» shahri yoki tumani topilmadi. {suggestion} emasmi? Oʻzgartirmasangiz, yozilganidek qoladi.',
  'issue.orders.cityElsewhere': '«{value}» boshqa viloyatda: {regions}. Shahar bilan viloyatni tekshiring.',
  'issue.orders.addressElsewhere':
    'Manzil boshqa hududda: {value} emas, {suggestion}. Hududni manzildan oling yoki oʻz holicha qoldirib, manzilni tekshiring.',
  'issue.orders.zipElsewhere': '{value} indeksi {region} hududiniki emas. Indeks bilan viloyatni tekshiring.',
  'issue.orders.partedRow':
    'Pastdagi {row}-qatorda buyurtma raqami yoʻq, u shu buyurtmaning mahsuloti boʻlishi mumkin: oralarida boshqa qator turibdi. Raqamini yozing yoki qatorni chetda qoldiring.',
  'issue.orders.totalRow': 'Bu qator jamlovchi qator, yuborilmaydi. Agar buyurtma boʻlsa, raqamini yozing.',
  'issue.orders.repeatedHeading': 'Bu sarlavha, buyurtma emas; qator yuborilmaydi.',
  'issue.orders.exampleRow': 'Bu namuna fayldagi misol qatori; yuborilmaydi.',
  'issue.orders.cancelledHead':
    'Bu qator ostida yuborilmaydigan buyurtmalar turganga oʻxshaydi: bekor qilingan, qaytarilgan, bajarilgan yoki avvalgilari. Ularni chetda qoldirmaguningizcha yoki baribir yuborishga qaror qilmaguningizcha ushlab turiladi.',
  'issue.orders.titleRow': 'Bu qator oʻz varagʻining sarlavhalari ustida turibdi, yuborilmaydi.',
  'issue.orders.noteRow':
    'Bu qatorda buyurtma yoʻq (izoh, imzo yoki nusxalangan formula), yuborilmaydi. Agar buyurtma boʻlsa, raqamini yoki mahsuloti bilan narxini yozing.',
  'issue.orders.noIdColumn':
    'Hech bir ustunda buyurtma raqami yoʻq. Ustunni tanlang yoki har bir qator alohida buyurtma boʻlsin, raqamlar esa siz bergan sondan boshlansin.',
  'option.orders.maybeSentBefore':
    'Terminalda, doʻkon faqat yangi buyurtmalarni yuborsa: --rule listKind=newOnly. Aks holda dastur oynasida javob bering.',
  'option.orders.noIdColumn':
    '(--map "Sarlavha=order_id", --every-row BOSHI yoki butun varaq bitta buyurtma boʻlsa --set order_id=RAQAM)',
  'issue.orders.missingField': `«${field}» ustuni topilmadi. Ustunni tanlang yoki hamma buyurtmalar uchun bitta qiymat bering.`,
  'option.orders.missingField': '(--map "Sarlavha={field}" yoki --set {field}=QIYMAT)',
  'issue.orders.deliveryDateQuestion':
    '{count} ta buyurtmada yetkazish sanasi yoʻq. Sana turgan ustunni tanlang, hammasi uchun bitta sana bering («ertaga 14:00» ham boʻladi) yoki sanasiz, yangi (1) holatida yuborilsin.',
  'option.orders.deliveryDateQuestion':
    '(--map "Sarlavha=scheduled_at", --set scheduled_at="ertaga 14:00" yoki --set fulfillment_status=1)',
  'issue.orders.deliveryDayBeside':
    '{count} ta buyurtmaning oʻz yetkazish sanasi yoʻq, lekin buyurtmalar yonida «{example}» deb yozilgan. Yetkazish kuni shumi?',
  'option.orders.deliveryDayBeside':
    '(--rule standingDays=on, --map "Sarlavha=scheduled_at" yoki --set scheduled_at="ertaga 14:00")',
  'issue.orders.settledDaysPast':
    'Yetkazish sanalari shu doʻkon uchun eslab qolinganidek «{heading}» ustunidan olindi, lekin bu kunlar oʻtib ketgan, «{other}» ustunidagi kunlar esa oldinda.',
  'issue.orders.undatedOrders':
    '{dated, select, none {Yetkazish sanasi uchun ustun bor, lekin hech bir buyurtmada sana yoʻq} other {{of} ta buyurtmadan {count} tasida yetkazish sanasi yoʻq, boshqalarida esa bor}}. {count, plural, one {U} other {Ular}} sanasiz, yangi (1) holatida ketadi; yoki bitta sana bering.',
  'issue.orders.standingDays': 'Yetkazish kuni — {days}: buyurtmalar yonida shunday yozilgan («{example}»).',
  'issue.orders.allUndated':
    'Faylda yetkazish kuni yoʻq. {count} ta buyurtma sanasiz, yangi (1) holatida ketadi: sanasi yoʻq buyurtmalar uchun shunday tanlagansiz.',
  'issue.orders.defaultTime':
    '{count} ta yetkazish sanasida vaqt yoʻq; {time} deb olindi. Boshqa vaqt kerak boʻlsa, oʻzgartiring.',
  'issue.orders.foreignStatuses':
    '{count} ta buyurtmada «{heading}» ustunida doʻkonning oʻz holatlari turibdi: undan faqat yuborilmaydiganlari (bekor qilingan, yetkazilgan va hokazo) aniqlanadi. Qolganlari sanasi boʻlsa rejalashtirilgan (5), boʻlmasa yangi (1) boʻlib yuboriladi.',
  'issue.orders.cancelled':
    '{count} ta buyurtma bekor qilingan yoki qaytarilgan deb belgilangan ({rows}-{count, plural, one {qator} other {qatorlar}}). Siz hal qilmaguningizcha {count, plural, one {u yuborilmaydi: uni} other {ular yuborilmaydi: hammasini}} chetda qoldiring yoki baribir yuboring.',
  'option.orders.cancelled': '(--rule cancelledOrders=send ularni yuboradi)',
  'issue.orders.cancelledSent':
    '{count} ta buyurtma bekor qilingan yoki qaytarilgan deb belgilangan, lekin bu fayl uchun qaror qilinganidek baribir yuboriladi. Xato boʻlsa, ularni chetda qoldiring.',
  'issue.orders.cancelledOrder':
    'Jadvalda bu buyurtma bekor qilingan yoki qaytarilgan deb belgilangan. Uni chetda qoldirmaguningizcha yoki bunday buyurtmalarni baribir yuborishga qaror qilmaguningizcha yuborilmaydi.',
  'issue.orders.cancelledRow':
    'Bu qator bekor qilingan yoki qaytarilgan deb belgilangan, buyurtmaning boshqa qatorlari esa yoʻq. Faqat shu mahsulot bekor qilingan boʻlsa, qatorni chetda qoldiring; yuborilishi kerak boʻlsa, belgini oʻchiring.',
  'issue.orders.noteMentions':
    'Izohda bekor qilish yoki qaytarish haqida gap bor: «{value}». Oʻqib koʻring: chetda qoldirmasangiz, buyurtma boshqalar kabi yuboriladi.',
  'issue.orders.cellMentions':
    'Bu katakda bekor qilish yoki qaytarish haqida gap borga oʻxshaydi: «{value}». Oʻqib koʻring: chetda qoldirmasangiz, buyurtma boshqalar kabi yuboriladi.',
  'issue.orders.struckRow':
    'Faylda bu qatorning ustiga toʻliq chizilgan; koʻpincha bu «bajarildi» degani. Chetda qoldirmasangiz, boshqalar kabi yuboriladi.',
  'issue.orders.columnsExchanged':
    'Narx bilan chegirma almashib qolganga oʻxshaydi: {count} ta qatorda sonlar faqat teskarisiga toʻgʻri keladi. Shunday boʻlsa, ikki ustunni almashtiring; oʻzgartirmasangiz, qanday boʻlsa shunday yuboriladi.',
  'issue.orders.discountPerLine':
    'Chegirma va yakuniy narx 1 dona uchun emas, butun qator uchun berilganga oʻxshaydi ({count} ta qator). Shunday boʻlsa, oʻqish usulini oʻzgartiring; hisoblanadigan sonlar va summalar shunga bogʻliq.',
  'issue.orders.discountPerUnit':
    'Chegirma va yakuniy narx butun qator uchun emas, 1 dona uchun berilganga oʻxshaydi ({count} ta qator). Shunday boʻlsa, oʻqish usulini oʻzgartiring; hisoblanadigan sonlar va summalar shunga bogʻliq.',
  'issue.orders.noDiscount': 'Chegirma hech bir ustunda yoʻq: 0 yuboriladi ({count} ta mahsulot).',
  'issue.orders.noHeading':
    'Sarlavhaga oʻxshagan qator topilmadi. Sarlavha qatorini tanlang yoki har bir ustunni oʻzingiz belgilang.',
  'issue.orders.noRows': 'Sarlavha ostida qatorlar yoʻq. Varaq toʻgʻrimi, sarlavha qatori toʻgʻrimi, tekshiring.',
  'issue.orders.beingSent':
    'Shu raqamli buyurtma hozir «{fileName}» faylidan yuborilyapti ({at}). U tugaguncha kuting.',
  'issue.orders.sentUnknown':
    'Shu raqamli buyurtma «{fileName}» faylidan yuborilgan ({at}), javobi esa kelmagan. Avval oʻsha yerda aniqlang: u allaqachon yaratilgan boʻlishi mumkin.',
  'issue.orders.idTaken':
    'WMS bu raqamni band deb bir marta rad etgan («{fileName}» faylidan, {at}). WMSdan tekshiring yoki bu buyurtmaga boshqa raqam bering.',
  'issue.orders.cancelledAfterSending':
    'Faylda u bekor qilingan yoki qaytarilgan, lekin yuborilgan va qabul qilingan («{fileName}», {at}); bu yerdan bekor qilib boʻlmaydi. Yuborilganicha qoldiring: u WMS xodimlari uchun roʻyxatga tushadi.',
  'issue.orders.sentBefore':
    'Shu raqamli buyurtma avval boshqa mazmun bilan qabul qilingan («{fileName}» faylidan, {at}). Yuborilganidek qoldiring yoki yangi buyurtma boʻlsa, boshqa raqam bering.',
  'issue.orders.possibleRepeat':
    'Xuddi shu buyurtma avval yuborilgan ({number}-raqam, «{fileName}» faylidan, {at}). Yana buyurtma qilinganmi? Javob bermaguningizcha yuborilmaydi.',
  'issue.orders.maybeSentBefore':
    'Bu «{fileName}» faylidan yuborilgan ({at}) buyurtmalardan biri boʻlishi mumkin: ularning maʼlumotlari oʻchirilgan, solishtiradigan narsa qolmagan. Har bir buyurtma yangimi yoki avval yuborilganmi, ayting; ungacha yuborilmaydi. Bu faqat bir marta soʻraladi.',
  'issue.orders.changedAfterSending':
    'Bu mijozning buyurtmasi avval boshqacha yuborilgan ({number}-raqam, «{fileName}» faylidan, {at}). Oʻsha buyurtma boʻlsa, yuborilganicha qoldiring; yangi boʻlsa, shuni ayting.',
  'issue.orders.sentUnderOurNumber':
    'Bu buyurtma doʻkon unga raqam bermasidan oldin, bizning {number}-raqamimiz bilan yuborilgan («{fileName}» faylidan, {at}). Qayta yuborilmaydi. Boshqa buyurtma boʻlsa, shuni ayting.',
  'issue.orders.alreadySent':
    'Xuddi shu mazmun bilan avval yuborilgan va qabul qilingan («{fileName}» faylidan, {at}). Qayta yuborilmaydi.',
  'reason.orders.chosen': 'Siz tanlagansiz.',
  'reason.orders.profile': 'Saqlangan sozlamalardan maʼlum.',
  'reason.orders.replaced': `Boshqa ustun tanlangan (${field}).`,
  'error.orders.editDone':
    '{order} raqamli buyurtma qabul qilingan, bu yerda oʻzgartirib boʻlmaydi. Uni WMSda oʻzgartiring.',
  'error.orders.editUnderWay':
    '{order} raqamli buyurtma yuborilyapti yoki nima boʻlgani hali maʼlum emas. Maʼlum boʻlgach oʻzgartirish mumkin.',
  'error.orders.editRow':
    '{row}-qatorni bu yerda oʻzgartirib boʻlmaydi: u sarlavha ostidagi qatorlardan emas. Jadvaldagi qatorni tanlang.',
  'error.orders.editApart':
    '{row}-qator, {column} ustuni: yozilganini qismlarga ajratib boʻlmadi, yuboriladigani esa faqat qismlar. Har birini oʻngroqdagi oʻz ustuniga yozing: {parts}.',
  'error.orders.editColumn': 'Varaqda bunday ustun yoʻq. Kamroq ustun qoʻying yoki chaproqdan boshlang.',
  'error.orders.noSuchOrder': '{order} raqamli buyurtma bu faylda endi yoʻq. Roʻyxatga qayting.',
  'issue.orders.productUnmapped':
    '{keyKind, select, code {Kod} other {Mahsulot}} «{value}» mahsulotlar jadvalida yoʻq. WMSdagi qaysi mahsulot ekanini bir marta ayting: hamma qatorlarga taalluqli boʻladi.',
  'option.orders.productUnmapped': '(--products FAYL yoki products import FAYL)',
  'issue.orders.productUnmappedSuggested':
    '{keyKind, select, code {Kod} other {Mahsulot}} «{value}» mahsulotlar jadvalida yoʻq. Bu «{suggestion}» ({product}-raqamli mahsulot) emasmi? Boʻlmasa, WMSdagi qaysi mahsulot ekanini ayting.',
  'issue.orders.productDiffers':
    '«{value}» — {product}-raqamli mahsulot, shu qatordagi «{name}» esa {other}-raqamli. {product} olinadi; qatorni yoki mahsulotlar jadvalini tekshiring.',
  'issue.orders.noTablePrice':
    '«{value}» narxi na faylda, na mahsulotlar jadvalida bor. Uni mahsulotlar jadvaliga qoʻshing.',
  'option.orders.noTablePrice': '(products import FAYL)',
  'issue.orders.percentNotWhole':
    '{price, number} dan {value} foiz butun soʻm chiqmaydi, bu yerda esa hech narsa yaxlitlanmaydi. Chegirmani yoki narxni tuzating.',
  'issue.orders.splitDiscount':
    '{value, number} chegirma {count} ta mahsulotga bitta qilib yozilgan, uni boʻlib boʻlmaydi. Uni oʻchiring yoki har bir mahsulotni alohida qatorga yozing.',
  'issue.orders.splitQuantity': 'Miqdor {value}, mahsulotlar katagida esa {sum} chiqadi. Tekshiring.',
  'issue.orders.regionNotInAddress':
    'Manzildan viloyat topilmadi. Manzilga viloyatni yozing («Buxoro viloyati, …») yoki viloyat ustunini tanlang.',
  'issue.orders.regionInAddressAmbiguous':
    'Manzilda faqat «Toshkent» deyilgan: shaharmi yoki viloyatmi? Manzilga qaysi biri ekanini yozing.',
  'issue.orders.unnumbered': '«{value}» buyurtmasiga hali raqam berilmagan. Faylni qayta oching.',
  'issue.orders.sharedNumber':
    '«{value}» va yana bir buyurtmaga bitta raqam berilgan: maʼlumotlar yoʻqolgan edi. U WMSda boʻlishi mumkin, shuning uchun yuborilmaydi. WMS xodimlari topmasa, qatorga boshqa raqam yozing.',
  'issue.orders.letteredIds':
    '{count} ta buyurtma raqamida harf bor, WMS esa faqat butun son oladi. Har bir buyurtmaga oʻz raqamini berish mumkin; oʻsha buyurtma ertaga ham shu raqamni oladi.',
  'option.orders.letteredIds': '(--own-numbers BOSHI)',
  'issue.orders.shortenedIds':
    'Excel {count} ta buyurtma raqamini qisqartirib yuborgan (1,22E+11 kabi), raqamlari yoʻqolgan. Yaxshisi, Excelda saqlanmagan asl faylni oching. Boʻlmasa, har bir qator alohida buyurtma boʻlib, doʻkon bilmaydigan yangi raqam oladi.',
  'option.orders.shortenedIds': '(--every-row BOSHI)',
  'issue.orders.ownNumbers':
    'Buyurtmalarga oʻz raqamlarimiz beriladi: «{id}» — {number}. Oʻsha buyurtma ertaga ham shu raqamda boʻladi.',
  'issue.orders.everyRow':
    'Buyurtma raqamlari yoʻq: har bir buyurtma mazmunidan taniladi, yangilariga oʻz raqamlarimiz beriladi: {start} dan {end} gacha.',
  'issue.orders.eachRowAnOrder':
    'Hech bir ustunda buyurtma raqami yoʻq, har bir qatorda esa oʻz mijozi bor: har bir qator — alohida buyurtma. Yangilariga oʻz raqamlarimiz beriladi: {start} dan {end} gacha; raqam bor boʻlsa, ustunini «Ustunlar»da tanlang.',
  'issue.orders.listKind':
    'Fayldan avval xuddi shunday yuborilgani: {same} ta, avvalgilarga oʻxshashi: {similar} ta. Bu doʻkon har safar toʻliq roʻyxat yuboradimi yoki faqat yangi buyurtmalarnimi?',
  'issue.orders.twoColumns': `Ikki ustun mos keladi (${field}): «{heading}» olindi, «{other}» olinmadi. Bittasini tanlang.`,
  'issue.orders.dateOrderQuestion':
    '3/4/2026 kabi {count} ta sanani ikki xil oʻqish mumkin, ustunda buni hal qiladigan narsa yoʻq. Kun oldin deb oʻqildi; oy oldin boʻlsa, ayting.',
  'issue.orders.toshkentQuestion':
    '{count} ta buyurtmada faqat «Toshkent» deyilgan. Shaharmi yoki viloyatmi? Aytmaguningizcha yozilganidek yuboriladi.',
  'issue.orders.regionFromAddressQuestion':
    'Viloyat ustuni yoʻq, lekin {looked} ta manzildan {found} tasida viloyat bor. Manzildan olinsinmi? Topilgani har bir buyurtmada koʻrsatiladi.',
  'option.orders.regionFromAddressQuestion': '(--rule regionFromAddress=on yoki --map "Sarlavha=region")',
  'issue.orders.regionFromAddress': '{count} ta buyurtmaning viloyati manzildan olindi. Yuborishdan oldin tekshiring.',
  'issue.orders.cellsTakenApart':
    '«{heading}» ustunining har bir katagida bir nechta maʼlumot bor. Ular {parts} ustunlariga ajratildi: «{example}» — {read}. Yuborishdan oldin bir nechta buyurtmani tekshiring.',
  'option.orders.cellsTakenApart': '(--rule mixedCells=apart yoki --rule mixedCells=asIs)',
  'issue.orders.cellsCameApart':
    '«{heading}» ustunining kataklarida bir nechta maʼlumot bor, ular {parts} ustunlariga ajratildi: «{example}» — {read}.',
  'issue.orders.cellsApart':
    '«{heading}» ustunining kataklari, avval tanlanganidek, {parts} ustunlariga ajratildi: «{example}» — {read}.',
  'issue.orders.splitQuestion':
    '{count} ta katakda bir nechta mahsulot yozilgan, masalan «{example}». Har biri alohida mahsulot boʻlsinmi: {parts}?',
  'option.orders.splitQuestion': '(--rule splitItems=on yoki --rule splitItems=off)',
  'issue.orders.itemsSplit':
    'Bir nechta mahsulot yozilgan kataklar boʻlindi: «{example}» — {parts}. Yuborishdan oldin tekshiring.',
  'issue.orders.itemsKnown':
    '{count} ta katakda mahsulotlar soni bilan yozilgan, masalan «{example}». Bu mahsulotlar mahsulotlar jadvalida bor yoki narxlari qatordagi summaga toʻgʻri keladi, shuning uchun kataklar boʻlindi: {parts}.',
  'issue.orders.codesAreNumbers':
    '«{heading}» ustunidagi kodlarning hammasi oddiy sonlar. Agar ular WMSning mahsulot ID raqamlari boʻlsa, shunday oling; boʻlmasa, har biri mahsulotlar jadvalida bogʻlanadi.',
  'issue.orders.percentColumn':
    '«{heading}» chegirmani foizda beradi ({count} ta qator), WMS esa soʻmda oladi. Uni narxdan hisoblash mumkin; hozircha chegirma yuborilmaydi.',
  'issue.orders.percentCells':
    '«{heading}» ustunida foizlar turibdi ({count} ta qator), WMS esa soʻmda oladi. Chegirmani narxdan hisoblash mumkin; ungacha bu buyurtmalar yuborilmaydi.',
  'issue.orders.discountsArePercent': '«{heading}» ustunida foizlar turibdi: chegirma narxdan soʻmda hisoblandi.',
  'issue.orders.orderDiscountColumn':
    '«{heading}» butun buyurtmaga berilgan chegirma ({count} ta qator), WMS esa har bir mahsulotniki kerak deydi. U yuborilmaydi; qatordagi mahsulot uchun boʻlsa, oling.',
  'issue.orders.headingRenamed':
    '«{profile}» fayllarida bu ustun «{from}» deb atalar edi, endi «{to}». Oʻsha ustun deb olindi; tekshiring.',
  'issue.orders.headingsAdded':
    '«{profile}» fayllarida avval boʻlmagan ustunlar: {headings}. Nimaga aylanganini tekshiring.',
  'issue.orders.headingsGone':
    '«{profile}» fayllarida doim boʻlgan ustunlar yoʻq: {headings}. Toʻgʻri fayl ekanini tekshiring.',
  'answer.wholeList': 'Har safar toʻliq roʻyxat',
  'answer.newOnly': 'Faqat yangi buyurtmalar',
  'answer.eachRow': 'Har bir qator — alohida buyurtma',
  'answer.everyRow': 'Har bir qator — alohida buyurtma, birinchi raqam:',
  'answer.ownNumbers': 'Oʻz raqamlarimiz; birinchisi',
  'answer.numbersFromColumn': 'Raqamlarni ustundan olish',
  'answer.undatedAsNew': 'Ularni sanasiz, yangi deb yuborish',
  'answer.standingDays': 'Buyurtmalar yonida yozilgan kunlarni olish',
  'answer.noStandingDays': 'Bular yetkazish kuni emas',
  'answer.sendAsNew': 'Sanasiz, yangi deb yuborish',
  'answer.dayFirst': 'Kun oldin: 3/4 — 3-aprel',
  'answer.monthFirst': 'Oy oldin: 3/4 — 4-mart',
  'answer.toshkentCity': 'Shahar (Toshkent shahri)',
  'answer.toshkentRegion': 'Viloyat (Toshkent viloyati)',
  'answer.toshkentAsTyped': 'Yozilganidek yuborish',
  'answer.regionFromAddress': 'Viloyatni manzildan olish',
  'answer.regionNotFromAddress': 'Yoʻq, manzildan olinmasin',
  'answer.cellsApart': 'Ha, bunday kataklar ajratilsin',
  'answer.cellsAsIs': 'Yoʻq, kataklar oʻz holicha qolsin',
  'answer.splitItems': 'Mahsulotlarga boʻlish',
  'answer.keepItems': 'Har bir katak bitta mahsulot boʻlib qolsin',
  'answer.statusAuto': 'Undan faqat yuborilmaydiganlarni aniqlash',
  'answer.statusFromColumn': 'Shu ustundagi holatlarni yuborish',
  'answer.sendCancelled': 'Baribir yuborish',
  'answer.defaultTime': 'Yetkazish vaqti',
  'answer.discountPerUnit': 'Chegirma va yakuniy narxni bitta dona uchun deb oʻqish',
  'answer.discountPerLine': 'Chegirma va yakuniy narxni butun qator uchun deb oʻqish',
  'error.orders.noNumberToAdd':
    'Bu yerga qator qoʻshib boʻlmaydi: bu buyurtma qatorlarida uning raqami yoʻq. Avval «Ustunlar» bosqichida buyurtma raqamlari ustunini tanlang.',
  'error.orders.tooManyAdded':
    'Bu faylga {most, number} ta qator qoʻshilgan, bundan ortigʻi mumkin emas. Qolgan buyurtmalarni alohida faylga joylang.',
  'issue.orders.waits': `Bu buyurtma fayl haqidagi savolning javobini kutmoqda (${field}). Savol «Ustunlar» bosqichida.`,
  'issue.orders.pricesLookSmall':
    '{value, number} kabi narxlar soʻmda boʻlmasa kerak. Ular ming soʻmdami? Javob bermaguningizcha bu buyurtmalar ushlab turiladi.',
  'issue.orders.discountsInThousands':
    'Sarlavhaga koʻra chegirmalar ming soʻmda, narxlar esa soʻmda: har bir chegirma 1000 ga koʻpaytiriladi.',
  'issue.orders.pricesInThousands': 'Sarlavhaga koʻra narxlar ming soʻmda: har biri 1000 ga koʻpaytiriladi.',
  'issue.orders.discountsLookPercent':
    '«{heading}» ustunida {price, number} kabi narxlar yonida {discount} kabi sonlar bor: bu foizmi? Javob bermaguningizcha bu buyurtmalar ushlab turiladi.',
  'issue.orders.datesLookExchanged':
    'Excel sana kataklarida kun va oyni almashtirib qoʻyganga oʻxshaydi: «{text}» matni yonida {shown} turibdi, aslida {meant} boʻlishi mumkin. Javob bermaguningizcha bu buyurtmalar ushlab turiladi.',
  'issue.orders.allDatesLookExchanged':
    'Excel hamma sana kataklarida kun va oyni almashtirib qoʻyganga oʻxshaydi: {shown} yetkazish kuniga oʻxshamaydi, {meant} esa mos keladi. Javob bermaguningizcha bu buyurtmalar ushlab turiladi.',
  'issue.orders.otherCurrency':
    'Jadvalga koʻra bu narx «{value}»da, WMS esa soʻmda qabul qiladi. Narxni soʻmda yozib, valyutani oʻchiring yoki buyurtmani chetda qoldiring.',
  'issue.orders.otherUnit':
    'Jadvalda «{value}» bilan sanalgan, WMS esa donalab sanaydi. {quantity} oʻrniga necha dona ekanini yozing.',
  'issue.orders.unitOfSale':
    'Jadvalda «{value}» bilan sanalgan, qatordagi jami ham bittasining narxi bilan ularning soni koʻpaytmasi: {quantity} dona soni sifatida yuboriladi.',
  'issue.orders.detailNotSent':
    '«{value}» yuborilmaydi: WMS oʻlcham, rang va turni faqat variatsiya IDsi boʻyicha biladi. Mahsulotni u bilan birga mahsulotlar jadvaliga qoʻshing yoki variatsiya IDsini bering.',
  'issue.orders.totalDiffers':
    'Jadvaldagi jami {value, number}, narx, miqdor va chegirmadan esa {sum, number} chiqadi. Tekshiring; boricha yuboriladi.',
  'answer.priceInThousands': 'Narxlar ming soʻmda',
  'answer.priceInSom': 'Narxlar yozilganicha soʻmda',
  'answer.discountIsSum': 'Chegirma soʻmda',
  'answer.datesExchanged': 'Kun va oyni qaytarib almashtirish',
  'answer.datesAsTheyAre': 'Sanalar yozilganicha toʻgʻri',
  'issue.orders.priceOtherUnit':
    '«{value}» bu mahsulotning boshqa joydagi narxidan ming marta katta yoki kichik: {first, number}. Toʻgʻri narxni tanlang.',
  'issue.orders.priceInFull':
    '«{value}» toʻliq summa deb olindi ({first, number} soʻm), qolgan narxlar esa ming soʻmda. Tasdiqlang yoki {second, number} ni oling.',
  'issue.orders.priceUnitUnclear':
    '«{value}» qolgan narxlar kabi ming soʻmdami yoki toʻliq summami: {first, number} yoki {second, number} soʻm. Toʻgʻri narxni tanlang.',
  'issue.orders.priceThousandth':
    '{value, number} narxi qolgan narxlarning mingdan biri. {suggestion, number} ni oling yoki narxlar yozilganicha toʻgʻri ekanini ayting.',
  'issue.orders.pickupPoint':
    'Jadvalda bu buyurtma uchun topshirish punkti koʻrsatilgan: «{value}». Uning manzilini oling yoki toʻgʻrisini yozing.',
  'issue.orders.correctedRow':
    'Bu qator tuzatilgan deb belgilangan. Oldingi qatorlarni ({rows}) yoki shu qatorni chetda qoldiring.',
  'issue.orders.priceWithVat':
    'Narxlar QQS bilan ham, QQSsiz ham yozilgan. «{heading}» olindi, «{other}» emas. Mijoz qaysi narxni toʻlashini ayting.',
  'issue.orders.marked':
    '{why, select, done {Jadvalga koʻra bu buyurtma bajarilgan yoki yetkazilgan («{value}»)} unpaid {Jadvalga koʻra bu buyurtma uchun hali toʻlanmagan («{value}»)} draft {Jadvalga koʻra bu qoralama, sinov yoki namuna («{value}»)} pickup {Bu buyurtmani mijoz oʻzi olib ketadi («{value}»)} abroad {Bu buyurtma boshqa davlatga («{value}»)} earlier {Jadvalda bu buyurtma avvalgilari orasida turibdi («{value}»)} notReady {Bu bosqichda («{value}») hech bir buyurtmaning manzili va kuni hali yoʻq, bunisiniki ham} cancelled {Jadvalga koʻra bu buyurtma bekor qilingan ({value})} other {Jadvalga koʻra bu buyurtma yuborilmasligi kerak («{value}»)}}. Uni chetda qoldirmaguningizcha yoki bunday buyurtmalarni baribir yuborishga qaror qilmaguningizcha ushlab turiladi.',
  'issue.orders.markedOrders':
    '{count} ta buyurtma yuborilmasin deb belgilangan ({rows}-{count, plural, one {qator} other {qatorlar}}). Qaror qilmaguningizcha ushlab turiladi: {count, plural, one {uni} other {hammasini}} chetda qoldiring yoki baribir yuboring.',
  'option.orders.markedOrders': '(--rule markedOrders=send ularni yuboradi)',
  'issue.orders.markedSent':
    '{count} ta buyurtma yuborilmasin deb belgilangan, lekin shu fayl uchun qaror qilinganidek baribir yuboriladi. Xato boʻlsa, ularni chetda qoldiring.',
  'issue.orders.noteChanges':
    '{about, select, scheduled_at {Izoh yetkazishni boshqa kunga koʻchirayotgan boʻlishi mumkin} other {Izoh mahsulotni chiqarib tashlayotgan boʻlishi mumkin}}: «{value}». Oʻqib chiqing; buyurtma boricha yuboriladi.',
  'issue.orders.noteMovesDay':
    'Izohda yetkazish boshqa kunga koʻchirilgan: «{value}». {suggestion} deb oling yoki buyurtmalar ustunlardagidek ketsin.',
  'issue.orders.noteOtherPerson':
    'Izohda boshqa oluvchi koʻrsatilgan: «{value}». {suggestion} deb oling yoki buyurtmalar ustunlardagidek ketsin.',
  'issue.orders.notePhone':
    'Izohda boshqa telefon toʻgʻri deb yozilgan: «{value}». {suggestion} deb oling yoki buyurtmalar ustunlardagidek ketsin.',
  'issue.orders.noteRecipient':
    'Izohda boshqa oluvchi koʻrsatilgan boʻlishi mumkin: «{value}». Oʻqib chiqing; buyurtma boricha yuboriladi.',
  'issue.orders.noteStrikesWare':
    'Izohda mahsulotdan voz kechilgan: «{value}» ({rows}-qator). Uni chetda qoldiring yoki buyurtmalar ustunlardagidek ketsin.',
  'issue.orders.repeatedRow':
    'Bu qatorning hamma kataklari {row}-qatordagi bilan bir xil. Ikki marta nusxalangan boʻlsa, chetda qoldiring yoki bir xil qatorlar alohida donalar ekanini ayting.',
  'answer.notesAsWritten': 'Izohlarga emas, ustunlarga qaralsin',
  'answer.rowsArePieces': 'Bir xil qatorlar — alohida donalar',
  'issue.orders.sectionUnknown':
    'Buyurtma «{value}» qatori ostida turibdi, jadvaldagi boshqa shunday qatorlar esa qaysi buyurtmalar yuborilishi, qaysilari yuborilmasligini aytadi. Bu qator nimani bildirishi dasturga nomaʼlum, shuning uchun buyurtma boshqalari kabi ketadi. Yuborilmasligi kerak boʻlsa, shu qator ostidagi buyurtmalarni chetda qoldiring.',
  'issue.orders.statusesGo': '{values} holatidagi buyurtmalar boshqalari kabi ketadi: shunday tanlagansiz.',
  'answer.statusAsked': 'Bu holatlar haqida yana soʻralsin',
  'issue.orders.statusUnknown':
    '«{value}» holati dasturga nomaʼlum, shuning uchun buyurtma boshqalari kabi ketadi. U bekor qilingan, qaytgan yoki yetkazilganni bildirsa, shunday buyurtmalarni chetda qoldiring.',
  'answer.statusGoes': 'Bunday holatdagi buyurtmalar doim yuborilsin',
  'answer.sendMarked': 'Baribir yuborish',
  'issue.orders.newerValue': `Boshqa ustunda yangiroq qiymat bor (${field}): «{value}». Uni oling yoki toʻgʻrisini yozing.`,
  'issue.orders.placeholder': `«{value}» — qiymat emas (${field}): hali soʻrab bilish kerak. Uni yozing yoki buyurtmani hozircha chetda qoldiring.`,
  'issue.orders.deliveryAhead':
    '«{heading}» ustunidagi sanalar hali oldinda: yetkazish sanasi deb olindi. Boshqa boʻlsa, oʻzgartiring.',
  'issue.orders.prepaid':
    'Oldindan {sum, number} soʻm toʻlangan. WMSga bu aytilmaydi, kuryer toʻliq summani oladi. WMS xodimlariga ayting yoki narxni kamaytiring.',
  'issue.orders.paidAlready':
    '«{value}» deb yozilgan. WMSga bu aytilmaydi, kuryer pulni yana oladi. WMS xodimlariga ayting.',
  'issue.orders.deliveryFee':
    '{sum, number} soʻm yetkazish haqi yuborilmaydi: kuryer uni olmaydi. WMS xodimlariga ayting yoki narxga qoʻshing.',
  'issue.orders.noteOfMoney': 'Izohda pul haqida yozilgan: «{value}». Izohlar yuborilmaydi; WMS xodimlariga ayting.',
  'issue.orders.takenInstead': 'Qabul qiluvchining katagi boʻsh, shuning uchun «{heading}» olindi.',
  'issue.orders.twoPeople':
    '{name} va {phone} raqami ikki kishiniki: biri qabul qiluvchiniki, ikkinchisi buyurtmachiniki. Kuryer kimga qoʻngʻiroq qilishini tekshiring.',
  'issue.orders.waresAreColumns':
    '{count} ta ustun sarlavhasi («{first}», «{second}» …) mahsulot deb, ostidagi sonlar esa miqdor deb olindi.',
  'issue.orders.nameAndPhoneOfTwo':
    'Ism «{name}» ustunidan, telefon esa «{phone}» ustunidan olindi: bular ikki kishi. Buyurtmani oladigan kishining ustunlarini tanlang.',
  'issue.orders.onePhoneForTwo':
    'Jadvalda buyurtma bergan («{customer}») va oladigan kishi («{recipient}») bor, telefon esa bitta — «{phone}», u oluvchiniki ekani aytilmagan. Buyurtmalar «{name}» ustunidagi ism va shu telefon bilan ketadi. Kuryerga kimning ismi berilishini tanlang.',
  'issue.orders.sameAsAbove': '«{value}» yuqoridagi qatorni bildiradi: «{above}» olindi. Tekshiring.',
  'issue.orders.foreignSheet':
    'Sarlavhalar qozoq yoki qirgʻiz tilida. Narxlar soʻmda ekanini tekshiring: WMS boshqasini qabul qilmaydi.',
};
