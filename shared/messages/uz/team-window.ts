/** The words of the window's part of the team's ledger. */
import type { teamWindow as source } from '../en/team-window.ts';

export const teamWindow: Record<keyof typeof source, string> = {
  'team.title': 'Jamoa: bir necha kompyuter uchun umumiy daftar',
  'team.about':
    'Bir ofisning kompyuterlari PostgreSQL bazasida umumiy daftar yuritadi: har bir buyurtma qaysi kompyuterdan yuborilsa ham bir marta ketadi. Bitta kompyuterga u kerak emas. Unda mijozlarning ismi, telefoni va manzili boʻlmaydi.',
  'team.file': 'Jamoa fayli',
  'team.certificate': 'Sertifikat',
  'team.join': 'Jamoa fayli bilan ulanish…',
  'team.join.about': 'Fayl jamoani yaratgan odamda. Uni oynaga tashlash ham mumkin.',
  'team.join.title': 'Jamoaga ulanasizmi?',
  'team.join.question':
    '«{fileName}» {address} dagi umumiy daftarga olib boradi. Bu kompyuterdan nima yuborilganini boshqalar, ular nima yuborganini bu kompyuter biladi. Yuborishdan oldin ulaning, boshqa kompyuter yuborayotganda emas.',
  'team.join.yes': 'Ulanish',
  'team.joined': 'Bu kompyuter jamoaga ulandi.',
  'team.create': 'Jamoa yaratish…',
  'team.create.about': 'Bazaga qarovchi uchun: boʻsh PostgreSQL bazasi va rol yarata oladigan egasi.',
  'team.create.address': 'Bazaning manzili',
  'team.create.certificate': 'Baza sertifikatini ofisning oʻzi imzolagan: imzolagan tomonning faylini tanlash (PEM)',
  'team.create.make': 'Yaratish va jamoa faylini saqlash…',
  'team.created':
    'Jamoa yaratildi, bu kompyuter ulandi. Boshqalar «{fileName}» fayli bilan ulanadi. Uni kalitdek saqlang: unda bazaga yoʻl bor.',
  'team.created.alone':
    'Jamoa yaratildi, lekin manzili faqat shu kompyuterga olib boradi. Boshqalar uchun «{fileName}» fayliga («host») baza ular uchun qanday nomda boʻlsa, oʻshani yozing.',
  'team.saveFile': 'Jamoa faylini saqlash…',
  'team.fileSaved': 'Saqlandi: {fileName}. Bu fayl bilan umumiy daftarni oʻqish va yuritish mumkin.',
  'team.connected': '{address} bilan aloqa bor, {at} dan beri.',
  'team.name': 'Jamoa',
  'team.chip.connected': 'Umumiy daftar bilan aloqa bor: har bir buyurtma bir marta ketadi.',
  'team.chip.away': 'Jamoa: kutyapti',
  'team.chip.alone': 'Jamoa: daftarsiz',
  'team.toSettings': 'Jamoa sozlamalari',
  'team.goAlone': 'Daftarsiz davom etish',
  'team.goAlone.question':
    'Umumiy daftar javob berguncha bu kompyuterdan usiz yuborilsinmi? Shu orada boshqa kompyuter yuborgan buyurtma ikki marta ketishi mumkin, oʻzimizning raqamlar ham berilmaydi.',
  'team.goAlone.yes': 'Usiz yuborish',
  'team.isAlone':
    'Umumiy daftar javob berguncha bu kompyuter usiz yuboradi. Shu orada boshqa kompyuter yuborgan buyurtma ikki marta ketishi mumkin.',
  'team.computers': 'Kompyuterlar',
  'team.thisComputer': '{name} (shu kompyuter)',
  'team.sign': 'oxirgi belgi {at}',
  'team.sign.now': 'hozir aloqada',
  'team.sign.left': 'chiqib ketgan',
  'team.inHand': 'qoʻlida {count} ta buyurtma',
  'team.unknown': '{count} ta buyurtma nomaʼlum',
  'team.takeOver': 'Olish…',
  'team.takeOver.question':
    '{name} qoʻlida qolgan {count} ta buyurtma olinsinmi? WMSdan tekshirilguncha ular nomaʼlum boʻladi, u kompyuter esa ularni boshqa yubormaydi.',
  'team.takeOver.yes': 'Olish',
  'team.takenOver':
    '{count} ta buyurtma endi nomaʼlum. Ularning faylini shu yerda ochib yuboring: har biri avval WMSdan tekshiriladi.',
  'team.left': 'Egasiz qolganlar',
  'team.left.about':
    'Bu buyurtmalar aloqasi yoʻq kompyuterlardan qolgan. Ularning faylini shu yerda ochib yuboring: har biri avval WMSdan tekshiriladi va u yerda boʻlmasagina ketadi.',
  'team.left.claimed': 'yuborilish arafasida edi',
  'team.left.sending': 'yuborilayotgan edi',
  'team.left.unknown': 'nomaʼlum (javob kelmadi)',
  'team.left.there': 'U WMSda bor…',
  'team.left.notThere': 'U yerda yoʻq…',
  'team.left.there.question':
    '{orderId} raqamli buyurtmani WMSda shu mijoz bilan koʻrdingizmi? Unda u butun jamoa uchun qabul qilingan hisoblanadi.',
  'team.left.notThere.question':
    '{orderId} raqamli buyurtma WMSda aniq yoʻqmi? Unda uni jamoadan istalgan kishi yubora oladi.',
  'team.left.wmsId': 'WMSdagi ID (koʻrsangiz)',
  'team.left.yes': 'Ha',
  'team.held':
    'Shu kompyuterlar nima yuborganini qayta aytmaguncha hech narsa yuborilmaydi: {names}. Buning uchun ularda dasturni ochish kifoya.',
  'team.goOn': 'Ularsiz davom etish…',
  'team.goOn.question':
    'Ularsiz ({names}) davom etilsinmi? Faqat ular bilgan narsa unutiladi: buyurtma ikki marta ketishi mumkin. Ular butunlay yoʻq boʻlsagina davom eting.',
  'team.goOn.yes': 'Davom etish',
  'team.leave': 'Jamoadan chiqish…',
  'team.leave.question':
    'Jamoadan chiqasizmi? Keyin bu kompyuter oʻzicha yuboradi, boshqalar yuborgan buyurtma esa ikki marta ketishi mumkin.',
  'team.leave.yes': 'Chiqish',
};
