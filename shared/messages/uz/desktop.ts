import type { desktop as source } from '../en/desktop.ts';

export const desktop: Record<keyof typeof source, string> = {
  'dialog.spreadsheets': 'Jadval fayllari',
  'dialog.allFiles': 'Barcha fayllar',
  'dialog.excel': 'Excel fayli',
  'dialog.pdf': 'PDF fayl',
  'dialog.json': 'JSON fayl',
  'dialog.csv': 'CSV fayl',
  'dialog.requestLog': 'Soʻrovlar va javoblar (JSON)',
  'dialog.templateName': 'Buyurtmalar namunasi.xlsx',
  'dialog.pastedName': 'Qoʻyilgan {when}.tsv',
  'closing.question': 'Hozir buyurtmalar yuborilmoqda. Dastur yopilsinmi?',
  'closing.detail':
    'Yoʻldagi soʻrovlarning javobi kutiladi, soʻng dastur yopiladi. Hech narsa yoʻqolmaydi: qolganini dasturni qayta ochib yuborishingiz mumkin.',
  'closing.stay': 'Yuborishda davom etish',
  'closing.end': 'Yopish',
  'sample.orders-uz': 'Oʻzbekcha sarlavhalar, Excel · 120 ta buyurtma',
  'sample.orders-ru': 'Ruscha sarlavhalar, CSV (windows-1251) · 60 ta buyurtma',
  'sample.orders-shopify': 'Shopify eksporti, CSV · 30 ta buyurtma',
  'sample.orders-mistakes': 'Tuzatish uchun xatolari bor, Excel · 24 ta qator',
  'error.call.stranger': 'Bu soʻrov dasturning oʻz oynasidan kelmadi va bajarilmadi.',
  'error.call.unknown': 'Dastur bu soʻrovni tanimadi. Iltimos, dasturni qayta ishga tushiring.',
  'error.call.argument':
    'Dastur ichida notoʻgʻri soʻrov yuborildi ({call}). Hech narsa oʻzgarmadi. Dasturni qayta ishga tushiring; takrorlansa, shu gapni yordam xizmatiga yuboring.',
  'error.pageDied':
    'Oyna ichi toʻxtab qoldi va qaytadan yuklandi. Hech narsa yoʻqolmadi, yuborish davom etdi. Takrorlansa, diagnostikani saqlang (Sozlamalar) va yordam xizmatiga yuboring.',
  'error.pageDies':
    'Oyna ichi qayta-qayta toʻxtab qolyapti. Hech narsa yoʻqolmadi, yuborish davom etyapti. Qayta urining yoki dasturni yopib, yangidan ishga tushiring.',
  'error.threadEnded':
    'Dasturning bir qismi kutilmaganda toʻxtadi. Hech narsa yoʻqolmadi: dasturni yopib, qayta oching.',
  'error.batch.gone': 'Bu fayl endi roʻyxatda yoʻq. Uni kompyuteringizdan qayta oching.',
  'error.batch.otherServer':
    'Bu faylning buyurtmalari avval {server} serveriga yuborilgan. Boshqa serverga yuborish uchun faylni yangidan oching.',
  'error.order.gone': 'Bu buyurtma endi roʻyxatda yoʻq: qatorlari oʻzgargan. Uni qaytadan tanlang.',
  'error.order.noId': 'Bu buyurtmaning raqamini oʻqib boʻlmadi. Avval raqamini toʻgʻrilang.',
  'error.profile.none': '«{name}» nomli saqlangan sozlamalar yoʻq. Mavjudlari: {names}',
  'error.profile.unreadable':
    '«{name}» sozlama faylidan foydalanib boʻlmaydi: {place} notoʻgʻri. Sozlamalarni qaytadan faylga saqlab, yana urinib koʻring.',
  'error.run.none': 'Hozir bu fayldan hech narsa yuborilmayapti.',
  'error.run.nothing': 'Yuborishga tayyor buyurtma yoʻq. Avval xatolarni tuzating yoki buyurtmalarni qaytaring.',
  'error.key.missing': 'Bu server uchun kirish kaliti hali yoʻq. Uni Sozlamalarda yoki Yuborish sahifasida kiriting.',
  'error.key.unreadable':
    'Bu kirish kalitiga oʻxshamaydi: u boʻsh joysiz bitta soʻz boʻlishi kerak. Uni yana bir bor toʻliq nusxalab qoʻying.',
  'error.key.character':
    'Kirish kalitini yuborib boʻlmaydi: uning {place}-belgisi {character}, kalitda bunday belgi boʻlmaydi. Kalitni olgan joyingizdan yana nusxalab, toʻliq qoʻying.',
  'error.report.nothing': 'Bu faylda hisobot uchun qatorlar yoʻq.',
  'error.report.allDone': 'Bu fayldagi barcha buyurtmalar bajarilgan: ochadigan bajarilmagan qatorlar yoʻq.',
  'signal.ended':
    'Yuborish tugadi: WMSda bor – {done}{notDone, select, 0 {} other {, bajarilmadi – {notDone}}}{lookAtIt, select, 0 {} other {, koʻrib chiqish kerak – {lookAtIt}}}.',
  'signal.stopped': 'Yuborish toʻxtadi, sababi dastur oynasida. Hech narsa yoʻqolmadi.',
  'signal.paused': 'Yuborish toʻxtab turibdi va sizni kutmoqda. Hech narsa yoʻqolmadi.',
  'signal.needsKey': 'WMS yangi kirish kalitini soʻramoqda. Hech narsa yoʻqolmadi.',
  'failedFile.name': '{file} – bajarilmagan',
  'copied.unknown':
    'Iltimos, shu buyurtmalar WMSda bor-yoʻqligini tekshirib bering (server {server}, «{file}» fayli). Buyurtma raqami – yuborilgan vaqti (Toshkent):',
  'dialog.profile': 'Saqlangan sozlamalar',
  'dialog.ledger': 'Yuborilgan buyurtmalar daftari',
  'dialog.ledgerName': 'Yuborilgan buyurtmalar.jsonl',
  'dialog.reports': 'Shu dastur hisobotlari',
};
