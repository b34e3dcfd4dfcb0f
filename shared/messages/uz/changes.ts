import type { changes as source } from '../en/changes.ts';

export const changes: Record<keyof typeof source, string> = {
  'changes.title': 'WMSda oʻzgartirish kerak',
  'changes.about':
    'Keyingi faylda boshqacha boʻlsa ham, yuborilganidek qoldirilgan buyurtmalar. Dastur ularni WMSda oʻzgartira olmaydi: roʻyxatni WMS xodimlariga bering.',
  'changes.none': 'WMSda oʻzgartiradigan narsa yoʻq.',
  'changes.differs': 'Yuborilganidan farqi',
  'changes.notCompared':
    'Yuborilgan mazmun bu kompyuterda endi saqlanmaydi, shuning uchun farqi bu yerda koʻrinmaydi. WMSda solishtiring.',
  'changes.copy': 'Xabar uchun nusxalash',
  'changes.copied': '{count, number} ta buyurtma nusxalandi. Matnni xabarga qoʻying.',
  'changes.save': '.xlsx qilib saqlash',
  'changes.saved': '{count, number} ta buyurtma {name} fayliga saqlandi.',
  'changes.message': 'Iltimos, WMSda ({server}) shu buyurtmalarni oʻzgartiring:',
  'changes.order': '{order}-buyurtma',
  'changes.order.wmsId': '{order}-buyurtma (WMS ID {wmsId})',
  'changes.value': '{before} → {after}',
  'changes.product': '{field} ({product}-mahsulot)',
  'changes.blank': 'boʻsh',
  'changes.noItem': 'bunday mahsulot yoʻq',
  'changes.unknown': 'bu yerda endi saqlanmaydi',
  'changes.item': 'mahsulot',
  'changes.sheet': 'Oʻzgarishlar',
  'changes.fileName': 'WMS uchun oʻzgarishlar.xlsx',
  'changes.before': 'Yuborilgani',
  'changes.after': 'Boʻlishi kerak',
  'changes.field': 'Nima',
};
