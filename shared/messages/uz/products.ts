import type { products as source } from '../en/products.ts';

export const products: Record<keyof typeof source, string> = {
  'products.sheet': 'Mahsulotlar',
  'products.sheet.count': 'Qatorlar',
  'products.sheet.name': 'mahsulotlar - {file}',
  'error.products.noColumns':
    'Bu varaqda WMSdagi mahsulot ID ustuni yoki mahsulot kodi/nomi ustuni yoʻq. Sarlavhalarni «Mahsulot kodi», «Mahsulot nomi», «Mahsulot ID» kabi nomlab, qayta yuklang.',
  'error.products.none': 'Bu varaqda mahsulotlar yoʻq. Toʻgʻri fayl va varaq ekanini tekshiring.',
  'error.products.practiceEmpty':
    'Mashq paytida hech narsa kiritilmagan: mashq jadvali boʻsh. Jadval faylidan oling yoki mahsulotlarni qoʻlda qoʻshing.',
  'error.products.allMapped': 'Bu fayldagi hamma mahsulotlar jadvalda bor: toʻldiradigan narsa yoʻq.',
  'issue.products.noId': 'Mahsulot ID yoʻq. Toʻldiring.',
  'issue.products.noKey': 'Bu qatorda na mahsulot kodi, na nomi bor. Bittasini toʻldiring.',
  'issue.products.twice':
    '«{value}» varaqda ikki marta, har xil ID bilan turibdi; birinchisi olindi. Bittasini qoldiring.',
  'error.profile.nameTaken': '«{name}» nomli saqlangan sozlamalar bor. Boshqa nom tanlang.',

  'products.title': 'Mahsulotlar jadvali',
  'products.about':
    'Doʻkonlaringiz mahsulotlarni qanday ataydi va ular WMSdagi qaysi mahsulot. WMS ID oʻrniga kod yoki nom yozilgan fayllar shu jadval bilan oʻqiladi.',
  'products.server': '{url} ga boradigan buyurtmalar uchun.',
  'products.server.practice': 'Mashq rejimi uchun.',
  'products.list': 'Jadvalda {count, plural, other {# ta mahsulot}}',
  'products.list.empty': 'Jadval boʻsh',
  'products.none':
    'Kod yoki nom ustuni va WMSdagi mahsulot ID ustuni bor jadvalni yuklang yoki mahsulotlarni qoʻlda qoʻshing.',
  'products.search': 'Kod, nom yoki ID boʻyicha topish',
  'products.notFound': 'Jadvalda «{text}» yoʻq.',
  'products.more': 'Yana {count} ta: topish uchun yozing.',
  'products.import': 'Jadval faylidan olish',
  'products.fromPractice': 'Mashqdan olish',
  'products.importing': 'Yuklanmoqda…',
  'products.imported': '«{name}»: {added} ta qoʻshildi, {changed} ta oʻzgardi, {unchanged} ta avvalgidek.',
  'products.import.preview':
    '«{name}» olinsa, ishlatilayotgan IDlar oʻzgaradi: {added} ta qoʻshiladi, {changed} ta oʻzgaradi, {unchanged} tasi avvalgidek. Hali hech narsa oʻzgarmadi.',
  'products.import.more': '{count, plural, other {yana # ta}}',
  'products.import.do': '{count, plural, other {# ta mahsulotni olish}}',
  'products.import.takeBack': 'Avvalgi holiga qaytarish',
  'products.import.takenBack': 'Jadval «{name}» olinishidan oldingi holiga qaytdi.',
  'products.grid': 'Jadvalda tuzatish',
  'products.grid.about':
    'Kataklarga yozing yoki nusxa olingan ustunni qoʻying: u shu qator va pastdagilarni toʻldiradi. Nima oʻzgarishini koʻrmaguningizcha hech narsa saqlanmaydi.',
  'products.grid.first':
    'Bu yerda birinchi {shown} tasi, yana {further} tasi yoʻq. Ularni oʻzgartirish uchun yopib, avval qidirib toping.',
  'products.add.known': '«{key}» jadvalda bor, u oʻzgaradi:',
  'products.pasteLeft': 'Qoʻyilgan {count, plural, other {# ta qator}} bu yerga sigʻmadi va qoʻyilmadi.',
  'products.grid.changes': '{count} ta mahsulot oʻzgaradi:',
  'products.grid.wrong': '{count, plural, =1 {«{key}» oʻqilmadi.} other {# ta qator oʻqilmadi, birinchisi «{key}».}}',
  'products.grid.done': '{count} ta mahsulot oʻzgartirildi.',
  'products.saveAll': '{count, plural, other {# ta mahsulotni saqlash}}',
  'products.saidAll': '{count, plural, other {# ta mahsulot endi jadvalda.}}',
  'products.skipped': '{count, plural, other {# ta qator}} olinmadi:',
  'products.key': 'Kod yoki nom',
  'products.kind': 'Nimasi bilan',
  'products.acts': 'Amallar',
  'products.add': 'Mahsulot qoʻshish',
  'products.edit': '«{key}»ni tuzatish',
  'products.edit.short': 'Tuzatish',
  'products.save': 'Saqlash',
  'products.remove': '«{key}»ni jadvaldan olib tashlash',
  'products.remove.sure': 'Olib tashlansinmi? Qayta kiritilguncha bu mahsulotli qatorlar xato boʻlib turadi.',
  'products.unmapped': '«{name}» faylidagi {count, plural, other {# ta mahsulot}} jadvalda yoʻq',
  'products.unmapped.about':
    'Har birining mahsulot IDsini shu yerda kiriting yoki roʻyxatni saqlab, WMS xodimlariga toʻldirtiring va qayta yuklang. Barcha qatorlarga birdan taalluqli boʻladi.',
  'products.unmapped.more': 'Yana {count} ta: roʻyxatni jadval qilib saqlang.',
  'products.allMapped': '«{name}» faylidagi barcha mahsulotlar jadvalda bor.',
  'products.export': 'Toʻldirish uchun roʻyxatni saqlash',
  'products.exported':
    '{count, plural, other {# ta mahsulot}} «{name}» nomi bilan saqlandi. Toʻldirilgach, shu yerda yuklang.',
  'products.say': '«{key}» qaysi mahsulot',
  'products.price': 'Jadvaldagi narx',
  'products.price.say': '«{key}» narxi',
  'products.toTable': 'Mahsulotlar jadvalini ochish',
  'products.say.open': 'Qaysi mahsulot ekanini aytish',
  'products.use': '{count, plural, =1 {Ishlatish} other {# ta qatorga ishlatish}}',
  'products.said': '«{key}» endi {product}-raqamli mahsulot: {count, plural, other {# ta qator}}.',
  'products.open': '{count, plural, other {# ta mahsulot}} mahsulotlar jadvalida yoʻq: jadvalni ochish',
};
