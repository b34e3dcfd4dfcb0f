import type { reading as source } from '../en/reading.ts';

export const reading: Record<keyof typeof source, string> = {
  'issue.reading.uncalculated':
    '{count, plural, other {# ta formulaning}} natijasi faylda yoʻq. Faylni Excelda oching, saqlang va bu yerda qayta oching.',
  'issue.reading.longCell':
    'Bu katakda {characters, number} ta belgi bor, Excel {limit, number} tagacha ruxsat beradi. Matnni qisqartiring: ehtimol, u xato tufayli qoʻshilib ketgan.',
  'issue.reading.hiddenRows':
    '{count, plural, other {# ta yashirin qator}} ham oʻqildi. Ularni yuborish kerak boʻlmasa, chetda qoldiring.',
  'issue.reading.hiddenColumns':
    '{count, plural, one {Yashirin ustun {columns}} other {Yashirin ustunlar ({columns})}} ham oʻqildi. Ularni yuborish kerak boʻlmasa, «yuborilmaydi» ni tanlang.',
  'issue.reading.damagedCharacters':
    'Faylda {count, plural, other {# ta belgi}} buzilgan va � koʻrinishida turibdi. Ularni topib tuzating yoki boshqa kodlashni tanlang.',
  'issue.reading.openQuote':
    'Bu yerda ochilgan qoʻshtirnoq yopilmagan, shuning uchun undan keyingi hamma narsa bitta katakka tushgan. Faylda qoʻshtirnoqni yoping yoki olib tashlang yoxud faylni qayta oling: u kesilib qolgan boʻlishi mumkin.',
  'issue.reading.strayQuote':
    'Katak oʻrtasida qoʻshtirnoq turibdi, shuning uchun bu qator boshqa qatorlarni yutib yuborgan boʻlishi mumkin. Faylda qoʻshtirnoqni tuzating va faylni qayta oching.',
  'issue.reading.longRow':
    'Bu qatorda {cells} ta katak bor, jadvalda esa {columns} ta ustun: qiymatlar surilib ketgan boʻlishi mumkin. Qatorni tekshiring va ichida ajratuvchi belgi bor matnni qoʻshtirnoqqa oling.',
  'issue.reading.shortRow':
    'Bu qatorda {cells} ta katak bor, jadvalda esa {columns} ta ustun. Qator ikkiga boʻlinib qolmaganini tekshiring.',
  'issue.reading.shortRows':
    '{count, plural, other {# ta qator}} sarlavhadan qisqa ({columns} ta ustun). Yetishmagan kataklar boʻsh deb olindi; bir nechtasini tekshirib koʻring.',
  'issue.reading.otherReader':
    'Bu kitob odatdagidan boshqacha tuzilgan, shu sabab u zaxira usulda oʻqildi. Yuborishdan oldin bir nechta qatorni Excel bilan solishtiring.',
  'issue.reading.hiddenSheet': '«{sheet}» varagʻi yashirin. Koʻrinadigan varaqlar boʻsh boʻlgani uchun u oʻqildi.',
  'issue.reading.rowsOnSheets':
    '{count} ta qator ikkita varaqda bor, mijozi va mahsulotlari bir xil (masalan, {row} va {other} qatorlari): ikkalasi ham yuboriladi. Bitta buyurtma boʻlsa, birini chiqarib qoʻying.',
  'issue.reading.otherSheets':
    '«{sheet}» {read, plural, =1 {varagʻi} other {varaqlari}} oʻqildi. {count, plural, one {Yana bitta varaqda} other {Yana # ta varaqda}} ham qatorlar bor (soni qavsda): {sheets}. Agar ular kerak boʻlsa, varaqni tanlang.',
  'sheets.beside':
    '{count, plural, one {Faylning boshqa varagʻida} other {Faylning boshqa varaqlarida}} ham buyurtmalar bor, ular bular bilan birga yuborilmaydi: {sheets}.',
  'sheets.beside.choose': 'Varaqlarni tanlash',
  'sheets.beside.ownFile': 'roʻyxatda alohida fayl, hali yuborilmagan',
  'issue.reading.unseenSheets':
    '{count, plural, one {{sheets} varagʻi} other {# ta varaq ({sheets})}} koʻrib chiqilmadi: varaqlar juda koʻp yoki juda katta, yoki shikastlangan. Agar ularda ham buyurtmalar boʻlsa, «Fayl» bosqichida tanlang.',
  'issue.reading.missingSheets':
    '{count, plural, one {{sheets} varagʻining} other {{sheets} varaqlarining}} nomi kitobda bor, lekin oʻzi faylda yoʻq. Qolgan varaqlar oʻqildi; qatorlar yetishmasa, faylni Excelda ochib, saqlang va shu yerda qayta oching.',
  'issue.reading.noStyles':
    'Bu faylda son formatlari yoʻq, shuning uchun sanalar oddiy son sifatida oʻqildi. {count} ta son sana boʻlishi mumkin: ularni tekshiring yoki faylni Excelda ochib, saqlang va shu yerda qayta oching.',
  'issue.reading.shownZeros':
    '{columnCount, plural, one {{columns} ustunining} other {{columns} ustunlarining}} formati {count, plural, other {# ta sonni}} oldiga nol qoʻyib koʻrsatadi: masalan, {held} oʻrniga {shown}. Nollar Exceldagidek saqlandi: pochta indeksi, kod va matnlarda ular yuboriladi, buyurtma raqami, miqdor va summalarga taʼsir qilmaydi.',
  'issue.reading.preferredSheet':
    '«{sheet}» varagʻi oʻqildi, chunki uning sarlavhalari buyurtmalarniki; birinchi varaq — «{first}». Agar oʻsha kerak boʻlsa, uni tanlang.',
  'issue.reading.currentSheet':
    '«{sheet}» varagʻi oʻqildi: undagi yetkazish kunlari hali oldinda, «{earlier}» varagʻida esa kunlari yoki nomiga koʻra avvalgi buyurtmalar. Oʻsha varaq kerak boʻlsa, uni tanlang.',
  'issue.reading.otherTables':
    'Bu varaqda {count} ta jadval bor. {range} jadvali oʻqildi; bular oʻqilmadi (qavsda qatorlar soni va sarlavhalar): {tables}. Buyurtmalaringiz turgan jadvalni tanlang.',
  'issue.reading.sheetsTogether': '{count} ta varaq bitta roʻyxat sifatida oʻqildi: {sheets}.',
  'issue.reading.correctionsAside':
    '«{sheets}» boʻyicha {count} ta tuzatish hozir hisobga olinmaydi: fayl boshqacha oʻqilgan. {count, plural, one {U} other {Ular}} saqlangan, «{sheets}» avvalgidek oʻqilsa, qaytadi.',
  'issue.reading.tablesTogether':
    'Bu varaqda maydonlari bir xil {count} ta jadval bor. Ular bitta jadval sifatida, birinchisining ustunlari bilan oʻqildi (qavsda qatorlar soni va sarlavhalar): {tables}. Buyurtmalaringiz faqat bittasida boʻlsa, uni tanlang.',
  'issue.reading.rowsCountedOn':
    '{range} jadvali boshqalarning yonida turibdi: uning qatorlari ularning tagidan davom etib sanaladi, {row}-qatori — {here}-qator.',
  'issue.reading.joinQuestion':
    '«{orders}» varagʻida buyurtmalar, «{items}» varagʻida ularning mahsulotlari turibdi: {ids, number} ta buyurtma raqamidan {known, number} tasi ikkala varaqda ham bor. Hozircha faqat «{sheet}» oʻqildi. Ular bitta jadval sifatida oʻqilsinmi?',
  'issue.reading.joinTables':
    '{orders} jadvalida buyurtmalar, {items} jadvalida ularning mahsulotlari turibdi: {ids, number} ta buyurtma raqamidan {known, number} tasi ikkalasida ham bor. Ular bitta jadval sifatida oʻqilsinmi?',
  'issue.reading.tablesJoined':
    '{orders} va {items} jadvallari buyurtma raqamlari boʻyicha bitta jadval sifatida oʻqildi. Agar bu notoʻgʻri boʻlsa, bittasini alohida oʻqing.',
  'issue.reading.messages':
    'Matnda {count} ta xabar bor, har biri bitta qator boʻlib oʻqildi. Qator raqamlari fayldagidek.',
  'issue.reading.messagesLeft':
    '{count, plural, one {{rows}-qatordagi matn buyurtma emas, u tashlab ketildi} other {# ta matn buyurtma emas, ular tashlab ketildi, qatorlar: {rows}}}: «{text}». Ulardan biri buyurtma boʻlsa, uni alohida oching yoki qatorini qoʻshing.',
  'issue.reading.axesExchanged':
    'Maydonlar bir-birining tagida, buyurtmalar esa yonma-yon, {first}–{last} ustunlarda turibdi ({count} ta): ustunlar qator sifatida oʻqildi, {first} ustuni — {row}-qator.',
  'issue.reading.blanks':
    'Varaqda {count} ta buyurtma blanki bor: jadval ustidagi yozuvlar ustun sifatida oʻqildi. Qator raqamlari fayldagidek.',
  'issue.reading.blankNotes':
    '{count, plural, one {Blankning {rows}-qatori mahsulot ham, mijoz maʼlumoti ham emas, u tashlab ketildi} other {Blanklarning # ta qatori mahsulot ham, mijoz maʼlumoti ham emas, ular tashlab ketildi: {rows}}}.',
  'issue.reading.blankRowsLeft':
    '{count, plural, one {Blankning {rows}-qatorida miqdor yoʻq, u tashlab ketildi. Agar u buyurtma qilingan} other {Blanklarning # ta qatorida miqdor yoʻq, ular tashlab ketildi: {rows}. Ulardan biri buyurtma qilingan}} boʻlsa, miqdorini faylga yozing va uni qayta oching.',
  'issue.reading.partDoubtful':
    'Bu katakdagi «{text}» «{heading}» deb olindi, lekin u boshqa narsa boʻlishi ham mumkin. Tekshiring.',
  'issue.reading.partLeft':
    'Katakning bu qismi hech bir ustunga tushmadi va yuborilmaydi: «{rest}». Buyurtmaga kerak emasligini tekshiring.',
  'issue.reading.sheetsJoined':
    '«{orders}» va «{items}» varaqlari buyurtma raqamlari boʻyicha bitta jadval sifatida oʻqildi. Agar bu notoʻgʻri boʻlsa, bitta varaqni alohida oʻqing.',
  'issue.reading.ordersWithoutItems':
    '«{sheet}» varagʻidagi {count} ta buyurtmaning (qator: {rows}) «{items}» varagʻida mahsuloti yoʻq va yuborilmaydi. Agar bu notoʻgʻri boʻlsa, faylga mahsulotlarni qoʻshing va uni qayta oching.',
  'issue.reading.itemWithoutOrder':
    '«{sheet}» varagʻida bunday raqamli buyurtma yoʻq, shuning uchun mijoz nomaʼlum. Raqamni tuzating, yetishmaganini yozing yoki qatorni chetda qoldiring.',
  'issue.reading.orderTwice':
    'Bu buyurtma «{sheet}» varagʻida bir necha marta, har xil maʼlumot bilan turibdi (qatorlar: {rows}). Faylda bittasini qoldiring va uni qayta oching yoki buyurtmani chetda qoldiring.',
  'answer.joinSheets': 'Ikkala varaqni bitta jadval sifatida oʻqish',
  'answer.separateSheets': 'Bitta varaqni alohida oʻqish',
  'answer.readSheet': '«{sheet}» varagʻini oʻqish',
  'answer.readTable': '{range} jadvalini oʻqish',
  'answer.notMessages': 'Jadval sifatida oʻqish',
  'answer.sheetsTogether': '{count} ta varaqni birga olish: {sheets}',
  'answer.tablesTogether': 'Jadvallarni birga oʻqish',
  'answer.wholeSheet': 'Butun varaqni bitta jadval sifatida oʻqish',
  'place.onSheet': '«{sheet}» varagʻi · {place}',
  'option.reading.otherSheets':
    '(--sheet "NOM", bir nechta varaq bitta roʻyxat boʻlsa bir necha marta, yoki --sheet all)',
  'option.reading.unseenSheets': '(--sheet "NOM")',
  'option.reading.currentSheet': '(--sheet "NOM")',
  'option.reading.preferredSheet': '(--sheet "NOM")',
  'option.reading.otherTables': '(--table A1:F20, --table together yoki --table all)',
  'option.reading.sheetsTogether': '(--sheet "NOM")',
  'option.reading.tablesTogether': '(--table A1:F20, --table together yoki --table all)',
  'option.reading.joinQuestion': '(--rule joinSheets=on)',
  'option.reading.sheetsJoined': '(--rule joinSheets=off)',
  'option.reading.joinTables': '(--rule joinSheets=on)',
  'option.reading.tablesJoined': '(--rule joinSheets=off)',

  'error.reading.cancelled': '«{file}»: ochish toʻxtatildi. Hech narsa oʻzgarmadi; kerak boʻlganda qayta oching.',
  'error.reading.notFound':
    '«{file}» joyida yoʻq. U koʻchirilgan yoki nomi oʻzgargan boʻlishi mumkin: faylni topib, qayta oching.',
  'error.reading.folder': '«{file}» — jild. Uning ichidagi jadvalni oching.',
  'error.reading.notAFile': '«{file}» oddiy fayl emas. Jadvalni shu kompyuterga saqlang va oʻsha yerdan oching.',
  'error.reading.empty': '«{file}» boʻsh. Toʻliq saqlangan yoki yuklab olinganini tekshiring va qayta oching.',
  'error.reading.zeros': '«{file}» faqat nollardan iborat: u xato nusxalangan. Qaytadan nusxalang yoki yuklab oling.',
  'error.reading.locked':
    '«{file}» boshqa dasturda ochiq. Uni oʻsha yerda (masalan, Excelda) yoping va bu yerda qayta oching.',
  'error.reading.noAccess':
    '«{file}» faylini oʻqishga ruxsat yoʻq. Excelda ochiq boʻlsa yoping yoki oʻz jildingizga nusxalab, nusxasini oching.',
  'error.reading.driveGone':
    '«{file}» turgan disk javob bermayapti. Tarmoq yoki kabelni tekshiring yoxud faylni shu kompyuterga nusxalang.',
  'error.reading.unreadable':
    '«{file}» faylini oʻqib boʻlmadi ({reason}). Uni shu kompyuterga nusxalang va nusxasini oching.',
  'error.reading.lockFile':
    '«{file}» boshqa dasturda ochiq, siz esa dastur uning yoniga qoʻyadigan yashirin belgini tanladingiz. Faylning oʻzini tanlang.',
  'error.reading.downloading':
    '«{file}» hali yuklab olinmoqda. Brauzerda yuklash tugashini kuting va tayyor faylni oching.',
  'error.reading.incomplete':
    '«{file}» toʻliq emas: oxiri yetishmayapti. Yuklab olish tugashini kuting yoki faylni qayta yuklab oling yoxud nusxalang.',
  'error.reading.brokenZip':
    '«{file}» ichi shikastlangan. Qayta yuklab oling yoki nusxalang; yordam bermasa, yuboruvchidan yana bir marta soʻrang.',
  'error.reading.brokenWorkbook':
    '«{file}» shikastlangan: kitobning qismlari yoʻq yoki kesilgan. Excelda oching, tiklashga ruxsat bering va .xlsx qilib saqlang.',
  'error.reading.hostileXml':
    '«{file}» ichida jadvalga kerak boʻlmagan va kompyuterga zarar yetkazishi mumkin boʻlgan yozuvlar (DOCTYPE) bor, shuning uchun u ochilmadi. Yuboruvchidan faylni Excelda qayta saqlab berishini soʻrang.',
  'error.reading.bomb':
    '«{file}» ochilganda {megabytes} MB dan oshib ketyapti, shuning uchun oʻqish toʻxtatildi. Faqat kerakli qatorlarni yangi faylga saqlang.',
  'error.reading.tooBig':
    '«{file}» hajmi {megabytes} MB, koʻpi bilan {limit} MB boʻlishi mumkin. Uni bir nechta faylga boʻling.',
  'error.reading.tooManyParts':
    '«{file}» ichida {count} ta qism bor, koʻpi bilan {limit} ta boʻlishi mumkin. Faqat kerakli varaqni yangi faylga saqlang.',
  'error.reading.tooManyCells':
    '«{file}» faylida toʻldirilgan kataklar {limit, number} tadan koʻp. Uni bir nechta faylga boʻling.',
  'error.reading.tooMuchText': '«{file}» faylidagi matn bu kompyuterga sigʻmaydi. Uni bir nechta faylga boʻling.',
  'error.reading.tooHeavy':
    '«{file}» bu formatda {megabytes, number} MB dan koʻp xotira talab qiladi. Excelda oching, .xlsx qilib saqlang va shu faylni bu yerda oching.',
  'error.reading.tooSlow':
    '«{file}» faylini {seconds, number} soniyada oʻqib boʻlmadi. Excelda oching, .xlsx qilib saqlang va shu faylni bu yerda oching.',
  'error.reading.tooManyLongCells':
    '«{file}» faylida {limit, number} ta belgidan uzun kataklar juda koʻp. Kerakli fayl ekanini tekshiring.',
  'error.reading.beyondSheet':
    '«{file}» faylida varaqda boʻlmaydigan katak koʻrsatilgan ({address}). Excelda oching va .xlsx qilib qayta saqlang.',
  'error.reading.recordTooLong':
    '«{file}»: {row}-qatordagi bir katakda millionlab belgi bor. Ehtimol, unda qoʻshtirnoq yopilmagan: yoping yoki olib tashlang va faylni qayta oching.',
  'error.reading.unknownPacking':
    '«{file}» nomaʼlum usulda siqilgan ({method}). Excelda oching va .xlsx qilib qayta saqlang.',
  'error.reading.passwordProtected':
    '«{file}» parol bilan himoyalangan. Excelda oching, parolni olib tashlang (Fayl › Maʼlumot › Kitobni himoyalash), saqlang va bu yerda qayta oching.',
  'error.reading.packedPassword':
    '«{file}» — parolli arxiv. Uni parol bilan oching va ichidagi jadvalni bu yerda oching.',
  'error.reading.noSheets': '«{file}» faylida katakli varaq yoʻq. Kerakli fayl ekanini tekshiring.',
  'error.reading.noCells':
    '«{file}» faylida toʻldirilgan katak yoʻq. Qatorlari bilan saqlanganini va kerakli fayl ekanini tekshiring.',
  'error.reading.onlyPictures':
    '«{file}» faylida faqat rasm bor, katak yoʻq. Yuboruvchidan rasmdagi jadvalning oʻzini soʻrang.',
  'error.reading.sheetListsOther':
    '«{sheet}» varagʻidagi roʻyxat «{first}» varagʻinikidan boshqa: bir xil sarlavhalar juda kam. Uni alohida oʻqing.',
  'error.reading.sheetHasTables':
    '«{sheet}» varagʻida bir nechta jadval bor va ular bitta roʻyxat emas, shuning uchun uni «{first}» varagʻi bilan birga olib boʻlmaydi. Uni alohida oʻqing va jadvalini tanlang.',
  'error.reading.sheetUnit':
    '«{sheet}» varagʻida ustun «{heading}», «{first}» varagʻida esa «{under}»: ulardagi sonlarning maʼnosi har xil, shuning uchun ular bitta roʻyxat emas. Uni alohida oʻqing.',
  'error.reading.sheetColumn':
    '«{sheet}» varagʻidagi «{heading}» ustuni boshqa varaqlar bilan birga boshqacha oʻqilardi: bitta roʻyxat uchun sarlavhalar juda har xil. Varaqni alohida oʻqing yoki varaqlarning sarlavhalarini bir xil qiling.',
  'error.reading.sheetDay':
    '«{sheet}» varagʻida yetkazish sanasi ustuni yoʻq, boshqalarida esa bor: uning buyurtmalari sanasiz ketardi. Uni alohida oʻqing.',
  'error.reading.sheetRepeats':
    '«{sheet}» varagʻidagi {count} ta qator boshqa varaqlarda ham bor, mijozi va mahsulotlari bir xil: birga olinsa, ular ikki marta yuborilardi. Varaqlarni usiz oling.',
  'error.reading.sheetDoubt':
    '«{sheet}» varagʻida {about, select, percent {chegirmalar foizga oʻxshaydi} smallPrice {narxlar ming soʻmda yozilganga oʻxshaydi} other {kun bilan oy almashib qolganga oʻxshaydi}}, boshqa varaqlarda esa bunday emas: umumiy javob ulardan biri uchun notoʻgʻri boʻlardi. Uni alohida oʻqing.',
  'error.reading.sheetPrice':
    '«{sheet}» varagʻida «{heading}» ostidagi narx «{first}» varagʻidagidan boshqa: bitta roʻyxatda ulardan faqat biri hisobga olinardi. Uni alohida oʻqing.',
  'error.reading.sheetsTooLarge':
    'Bu varaqlarda jami {limit, number} tadan koʻp toʻldirilgan katak bor. Bir yoʻla kamroq varaq oling.',
  'error.reading.noSuchSheet':
    '«{file}» faylida «{wanted}» varagʻi yoʻq. {count, plural, one {Unda {sheets} varagʻi bor} other {Unda {sheets} varaqlari bor}}: shulardan tanlang.',
  'error.reading.xls':
    '«{file}» eski Excel formatida (.xls) va uni oʻqib boʻlmadi: shikastlangan boʻlishi mumkin. Excelda oching, .xlsx qilib saqlang va shu faylni bu yerda oching.',
  'error.reading.xlsb':
    '«{file}» — ikkilik Excel kitobi (.xlsb) va uni oʻqib boʻlmadi: shikastlangan boʻlishi mumkin. Excelda oching, .xlsx qilib saqlang va shu faylni bu yerda oching.',
  'error.reading.ods':
    '«{file}» — LibreOffice jadvali (.ods) va uni oʻqib boʻlmadi: shikastlangan boʻlishi mumkin. Oʻsha yerda oching, .xlsx qilib saqlang va shu faylni bu yerda oching.',
  'error.reading.xml2003':
    '«{file}» Excel 2003 ning XML formatida va uni oʻqib boʻlmadi: shikastlangan yoki kesilgan boʻlishi mumkin. Excelda oching, .xlsx qilib saqlang va shu faylni bu yerda oching.',
  'error.reading.brokenChat':
    '«{file}» — messenjerdan eksport, lekin xabarlarini oʻqib boʻlmadi: u qirqilgan boʻlishi mumkin. Chatni qaytadan eksport qiling.',
  'error.reading.html':
    '«{file}» nomi .xls bilan tugasa ham, aslida veb-sahifa va undagi jadvalni oʻqib boʻlmadi: kesilgan boʻlishi mumkin. Qayta yuklab oling yoki Excelda ochib, .xlsx qilib saqlang.',
  'error.reading.pageWithoutTable':
    '«{file}» — jadvali yoʻq veb-sahifa: fayl oʻrniga kirish sahifasi saqlangan boʻlishi mumkin. Tizimga kiring va faylni qayta yuklab oling.',
  'error.reading.numbers':
    '«{file}» — Apple Numbers jadvali. Uni oʻsha yerda Excelga (.xlsx) eksport qiling va shu faylni bu yerda oching.',
  'error.reading.pdf': '«{file}» jadval emas, PDF. Yuboruvchidan Excel faylini soʻrang.',
  'error.reading.word':
    '«{file}» jadval emas, hujjat. Yuboruvchidan Excel faylini soʻrang yoki jadvalni Excelga koʻchirib saqlang.',
  'error.reading.image': '«{file}» — rasm. Yuboruvchidan Excel faylining oʻzini soʻrang.',
  'error.reading.archive': '«{file}» — arxiv. Uni oching va ichidagi jadvalni bu yerda oching.',
  'error.reading.shortcut': '«{file}» faqat yorliq. U koʻrsatgan faylning oʻzini oching.',
  'error.reading.googleShortcut':
    '«{file}» faqat Google Jadvallarga havola. Uni brauzerda oching, Fayl › Yuklab olish › Microsoft Excel ni tanlang va yuklangan faylni bu yerda oching.',
  'error.reading.notSpreadsheet': '«{file}» jadval emas. Excel (.xlsx) yoki .csv faylini tanlang.',
  'error.reading.zipWithoutSheet': '«{file}» ichida jadval yoʻq. Kerakli fayl ekanini tekshiring.',
  'error.reading.zipManyFiles': '«{file}» ichida {count} ta jadval bor: {files}. Ulardan birini tanlang.',
  'error.reading.noSuchMember': '«{file}» ichida «{member}» jadvali yoʻq. Unda bor: {files}. Nomini tekshiring.',
  'option.reading.zipManyFiles': '(--member "NOM")',
  'error.reading.unknownEncoding':
    '«{encoding}» degan kodlash yoʻq. Roʻyxatdan tanlang, masalan, utf-8 yoki windows-1251.',
  'error.reading.unknownDelimiter':
    '«{delimiter}» ajratuvchi boʻla olmaydi. Vergul, nuqtali vergul, tabulyatsiya yoki | ni tanlang.',
};
