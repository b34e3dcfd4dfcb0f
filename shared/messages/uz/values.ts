import type { values as source } from '../en/values.ts';

export const values: Record<keyof typeof source, string> = {
  'issue.values.isDate':
    '«{value}» Excelda sana yoki vaqt boʻlib turibdi, bu yerga boshqa qiymat kerak. Katak formatini «Matn» qilib, qiymatni qayta yozing.',
  'issue.values.isPercent': '«{value}» — bu foiz. Oʻrniga sonning oʻzini yozing.',
  'issue.values.isBoolean': '«{value}» — bu mantiqiy qiymat (ha/yoʻq). Oʻrniga kerakli qiymatni yozing.',
  'issue.values.uncalculated':
    'Bu katakdagi formulaning natijasi yoʻq. Faylni Excelda ochib saqlang va bu yerda qayta oching yoki qiymatni yozing.',
  'issue.values.sheetError':
    'Katakda Excel xatosi turibdi: «{value}». Qiymatni yozing yoki fayldagi formulani tuzating.',
  'issue.values.invisible': 'Koʻrinmas belgilar olib tashlandi. Hech narsa qilish shart emas.',
  'issue.values.orderId.letters':
    '«{value}» buyurtma raqami emas: u butun son boʻlishi kerak. Raqamni yozing yoki buyurtmalarga oʻz raqamlaringizni bering.',
  'issue.values.orderId.fraction': '«{value}» butun son emas. Buyurtma raqamini kasrsiz yozing.',
  'issue.values.orderId.scientific':
    '«{value}»ni Excel qisqartirgan, raqamlari yoʻqolgan. Buyurtma raqamini toʻliq yozing.',
  'issue.values.orderId.spaces':
    '«{value}» raqamlari orasida boʻsh joy bor: bitta raqammi yoki bir nechta? Buyurtma raqamini boʻsh joysiz yozing.',
  'issue.values.orderId.tooLong':
    '«{value}» 15 xonadan uzun, Excel ortigʻini yoʻqotadi. Qisqaroq buyurtma raqamini yozing.',
  'issue.values.orderId.notPositive':
    '«{value}» buyurtma raqami boʻla olmaydi: u 1 yoki undan katta boʻlishi kerak. Raqamni yozing.',
  'issue.values.orderId.large':
    '«{value}» juda katta buyurtma raqami, WMS uni qabul qilmasligi mumkin. Bu ustun haqiqatan buyurtma raqami ekanini tekshiring.',
  'issue.values.productId.letters':
    '«{value}» WMSdagi mahsulot ID emas, u butun son boʻladi. Mahsulot IDni yozing yoki boshqa ustunni tanlang.',
  'issue.values.productId.fraction': '«{value}» butun son emas. Mahsulot IDni kasrsiz yozing.',
  'issue.values.productId.scientific':
    '«{value}»ni Excel qisqartirgan, raqamlari yoʻqolgan. Mahsulot IDni toʻliq yozing.',
  'issue.values.productId.spaces': '«{value}» raqamlari orasida boʻsh joy bor. Mahsulot IDni boʻsh joysiz yozing.',
  'issue.values.productId.tooLong': '«{value}» mahsulot ID uchun juda uzun. WMSda ishlatiladigan raqamni yozing.',
  'issue.values.productId.notPositive':
    '«{value}» mahsulot ID boʻla olmaydi: u 1 yoki undan katta boʻlishi kerak. WMSda ishlatiladigan raqamni yozing.',
  'issue.values.productId.doubtful':
    '«{value}» WMSdagi mahsulot IDdan koʻra shtrix-kod yoki doʻkon kodiga oʻxshaydi. Tekshirib koʻring.',
  'issue.values.variationId.letters':
    '«{value}» WMSdagi variatsiya ID emas, u butun son boʻladi. Variatsiya IDni yozing yoki boshqa ustunni tanlang.',
  'issue.values.variationId.fraction': '«{value}» butun son emas. Variatsiya IDni kasrsiz yozing.',
  'issue.values.variationId.scientific':
    '«{value}»ni Excel qisqartirgan, raqamlari yoʻqolgan. Variatsiya IDni toʻliq yozing.',
  'issue.values.variationId.spaces': '«{value}» raqamlari orasida boʻsh joy bor. Variatsiya IDni boʻsh joysiz yozing.',
  'issue.values.variationId.tooLong': '«{value}» variatsiya ID uchun juda uzun. WMSda ishlatiladigan raqamni yozing.',
  'issue.values.variationId.notPositive':
    '«{value}» variatsiya ID boʻla olmaydi: u 1 yoki undan katta boʻlishi kerak. WMSda ishlatiladigan raqamni yozing.',
  'issue.values.variationId.doubtful':
    '«{value}» WMSdagi variatsiya IDdan koʻra shtrix-kod yoki doʻkon kodiga oʻxshaydi. Tekshirib koʻring.',
  'issue.values.numberUnreadable': '«{value}»ni son deb oʻqib boʻlmadi. Faqat raqamlar bilan yozing.',
  'issue.values.numberAmbiguous': '«{value}»ni ikki xil oʻqish mumkin. Summani toʻliq, faqat raqamlar bilan yozing.',
  'issue.values.numberTooLarge': '«{value}» juda katta. Son va ustun toʻgʻriligini tekshiring.',
  'issue.values.fraction': '«{value}» butun son emas, bu yerda hech narsa yaxlitlanmaydi. Butun son yozing.',
  'issue.values.otherCurrency': '«{value}» boshqa valyutada. Summani soʻmda yozing.',
  'issue.values.negative':
    '«{value}» noldan kichik. Sonni minussiz yozing yoki bu qaytarilgan mol boʻlsa, buyurtmani chetda qoldiring.',
  'issue.values.discountPercent':
    '«{value}» — foiz, WMS esa chegirmani soʻmda qabul qiladi. Summani yozing yoki boshqa ustunni tanlang.',
  'issue.values.excelNoise':
    '«{value}» {read, number} deb oʻqildi: ortiqcha raqamlar Excel hisobidan kelib chiqqan. Hech narsa qilish shart emas.',
  'issue.values.thousandsGroup':
    'Uch raqam oldidagi nuqta yoki vergul minglik deb oʻqildi: «{example}» — {read, number}. Bu ustun uchun toʻgʻriligini tekshiring.',
  'issue.values.amountWithWords':
    'Summa yonidagi soʻzlar tashlab oʻqildi: «{example}» — {read, number}. Toʻlov usuli WMSga yuborilmaydi.',
  'issue.values.exponent':
    '«{value}»ni Excel qisqartirgan, {read, number} deb oʻqildi. Raqamlar yoʻqolmaganini tekshiring.',
  'issue.values.quantityUnit': '«{value}» dona hisobida emas. Nechta dona ekanini yozing.',
  'issue.values.quantityAmbiguous':
    '«{value}» bir dona ham, ming dona ham boʻlishi mumkin. Miqdorni faqat raqamlar bilan yozing.',
  'issue.values.quantityZero': 'Miqdor 0. 1 yoki undan katta son yozing yoki buyurtmani chetda qoldiring.',
  'issue.values.quantityLarge': '«{value}» dona — odatdagidan juda koʻp. Miqdorni va ustun toʻgʻriligini tekshiring.',
  'issue.values.phoneScientific': '«{value}»ni Excel qisqartirgan, telefon raqamlari yoʻqolgan. Raqamni toʻliq yozing.',
  'issue.values.phoneSeveral':
    'Katakda bir nechta telefon bor: {taken} olinadi, {others} olinmaydi. Toʻgʻri raqam tanlanganini tekshiring.',
  'issue.values.phoneExtracted': '«{value}» ichidan {taken} telefoni olindi. Toʻgʻriligini tekshiring.',
  'issue.values.phoneExtension':
    'Telefon qoʻshimcha {extension} raqamisiz yuboriladi. Mijozga yetib borishini tekshiring.',
  'issue.values.phoneUnusual':
    '«{value}» uzunligi toʻgʻri, lekin bunday raqamli operator yoʻq. Tekshiring: oʻz-oʻzidan hech narsa oʻzgarmaydi.',
  'issue.values.phoneForeign': '«{value}» — boshqa davlat telefoni. Tekshiring: oʻz-oʻzidan hech narsa oʻzgarmaydi.',
  'issue.values.phoneLeading8':
    '«{value}» eskicha 8 bilan boshlangan. Raqamni +998 va toʻqqizta raqam koʻrinishida yozing.',
  'issue.values.phoneUnreadable': '«{value}» telefon raqami emas. Uni +998 va toʻqqizta raqam koʻrinishida yozing.',
  'issue.values.phoneTooShort':
    '«{value}» telefonida {digits} ta raqam, bu kam: +998 dan keyin toʻqqizta kerak. Raqamni toʻliq yozing.',
  'issue.values.phoneTooLong':
    '«{value}» telefonida {digits} ta raqam, bu koʻp: +998 dan keyin toʻqqizta kerak. Faqat bitta raqam yozing.',
  'issue.values.dateOnlyTime': '«{value}» — vaqt bor, kuni yoʻq. Yetkazish sanasini yozing, masalan {tomorrow} 14:00.',
  'issue.values.dateNumber': '«{value}» — son, sana emas. Yetkazish sanasini yozing, masalan {tomorrow} 14:00.',
  'issue.values.dateWithoutYear': '«{value}» sanasida yil yoʻq va qaysi kun ekani aniq emas. Sanani yili bilan yozing.',
  'issue.values.dateYearTaken':
    'Yilsiz sanalar eng yaqin kun deb oʻqildi: «{example}» — {read}. Boshqa yil nazarda tutilgan boʻlsa, sanani yili bilan yozing.',
  'issue.values.dateYearAgo': 'Yetkazish sanasi «{value}» — bir yil oldingi kun. Sanani toʻgʻri yili bilan yozing.',
  'issue.values.dateRelative':
    '«{value}» yozilgan kuniga bogʻliq. Sananing oʻzini yozing: bugundan hisoblangan sana taklif qilingan.',
  'issue.values.dateDayPart':
    '«{value}»da kunning qaysi qismi yozilgan, soati yoʻq. Soatini ham yozing, masalan {tomorrow} 14:00.',
  'issue.values.dateUnreadable': '«{value}»ni sana deb oʻqib boʻlmadi. Masalan, shunday yozing: {tomorrow} 14:00.',
  'issue.values.dateImpossible':
    '«{value}» degan kun yoʻq. Kun va oyni tekshirib, sanani kun.oy.yil koʻrinishida yozing, masalan: {tomorrow}.',
  'issue.values.dateOrder':
    'Sanalar avval kun deb oʻqildi: «{example}» — {read}. Faylda avval oy yozilgan boʻlsa, sanalarni kun.oy.yil koʻrinishida tuzating, masalan: {tomorrow}.',
  'issue.values.dateWindow': '«{value}» — vaqt oraligʻi, {taken} olinadi. Boshqa vaqt kerak boʻlsa, uni yozing.',
  'issue.values.datePast': 'Yetkazish sanasi {date} oʻtib ketgan. Sanani tekshiring.',
  'issue.values.dateFar': 'Yetkazish sanasi {date} — bir yildan ham keyin. Yilni tekshiring.',
  'issue.values.dateMidnight': '{date} kungi yetkazish yarim tunga (00:00) qoʻyilgan. Vaqt boshqa boʻlsa, uni yozing.',
  'issue.values.textTooLong':
    'Matnda {length, number} ta belgi bor, WMS esa koʻpi bilan {limit, number} tasini qabul qiladi. Matnni qisqartiring, u oʻzi kesilmaydi.',
  'issue.values.textDamaged':
    '«{value}»dagi harflar fayl saqlanganda buzilgan. Matnni qayta yozing yoki faylni ochishda boshqa kodlashni tanlang.',
  'issue.values.textGarbled':
    '«{value}»dagi harflar buzilgan{isKnown, select, yes {, aslida «{meant}» boʻlsa kerak} other {}}: matn boshqa kodlashda oʻqilgan. Uni tuzating, butun fayl shunday koʻrinsa, faylni ochishda boshqa kodlashni tanlang.',
  'issue.values.zipForm': '«{value}» olti xonali pochta indeksi emas. Tekshiring: oʻz-oʻzidan hech narsa oʻzgarmaydi.',
  'issue.values.countryOther': '«{value}» — Oʻzbekiston emas. Davlatni tekshiring: oʻz-oʻzidan hech narsa oʻzgarmaydi.',
  'issue.values.statusWord': '«{value}» holati {status} ({name}) deb oʻqildi. Maʼnosi bir xilligini tekshiring.',
  'issue.values.statusForeign':
    '«{value}» — toʻlov yoki boshqa doʻkon tizimining holati. WMS holatlaridan birini tanlang, 1 dan 7 gacha.',
  'issue.values.statusUnknown': '«{value}» WMS holati emas. Uning holatlaridan birini tanlang, 1 dan 7 gacha.',
  'issue.values.productCode.scientific':
    '«{value}»ni Excel qisqartirib yuborgan, raqamlari yoʻqolgan. Kodni toʻliq yozing.',
  'issue.values.percentTooLarge': '«{value}» 100 foizdan koʻp. Chegirmani va ustun foizda ekanini tekshiring.',
};
