import type { office as source } from '../en/office.ts';

export const office: Record<keyof typeof source, string> = {
  'error.office.notOurs': 'Bu dastur boshqa kompyuter uchun saqlagan fayl emas. Bunday fayl .office bilan tugaydi.',
  'error.office.newer': 'Bu faylni dasturning yangiroq versiyasi saqlagan. Avval bu yerdagi dasturni yangilang.',
  'error.office.changed':
    'Fayl toʻliq emas: kesilgan yoki oʻzgartirilgan. Hech narsa olinmadi. Uni boshqa kompyuterda qaytadan saqlang.',
  'error.office.folderGone':
    'Boshqa kompyuter uchun nusxa saqlanmadi: {folder} jildi yoʻq. Fleshka ulanganmi? Yuborish davom etadi; nusxa keyingi yuborishdan soʻng saqlanadi.',
  'error.office.nothing': 'Avval faylni tanlang.',
  'office.title': 'Boshqa kompyuter',
  'office.about':
    'Har bir yuborishdan soʻng yuborilgan buyurtmalar (mijozlarsiz), mahsulotlar, saqlangan sozlamalar va doʻkonlar jildga yoki fleshkaga saqlanadi va boshqa kompyuterda olinadi. Kirish kalitlari unda boʻlmaydi. Umumiy daftar faqat buyurtmalarni oʻtkazadi: qolgani umumiy daftar bilan ishlaganda ham shu yoʻl bilan oʻtkaziladi.',
  'office.folder': 'Saqlanadigan joy: {folder}',
  'office.none': 'Hozircha hech qayerga saqlanmaydi.',
  'office.choose': 'Jildni tanlash…',
  'office.saveNow': 'Hozir saqlash',
  'office.off': 'Boshqa saqlamaslik',
  'office.saved': 'Saqlandi: {name}',
  'office.look': 'Boshqa kompyuterdan olish…',
  'office.from': '{computer} kompyuteridan, {at}. Bu yerda hech narsa oʻchmaydi.',
  'office.shops': 'Yangi doʻkonlar: {names}',
  'office.products': 'Mahsulotlar: {added} ta yangi, {other} tasi bu yerda boshqacha',
  'office.profiles': 'Saqlangan sozlamalar: {added} ta yangi, {other} tasi bu yerda boshqacha',
  'office.orders': 'Yuborilgan buyurtmalar: {count} tadan {added} tasi yangi',
  'office.nothing': 'Undagi hamma narsa bu yerda allaqachon bor.',
  'office.ours': 'Ikkalasida ham borini bu yerdagisicha qoldirish',
  'office.theirs': 'Ikkalasida ham borini oʻshandan olish',
  'office.take': 'Olish',
  'office.taken': '{computer} kompyuteridan olindi.',
  'cli.office': 'save JILD: boshqa kompyuter uchun saqlash · show FAYL: olinsa nima oʻzgaradi · take FAYL',
  'cli.option.theirs': 'mahsulot yoki sozlama ikkalasida ham boʻlsa, oʻshandan olish',
  'error.cli.office': '«{act}» — office buyrugʻida bunday amal yoʻq. Bor: {acts}; har biriga jild yoki fayl kerak.',
};
