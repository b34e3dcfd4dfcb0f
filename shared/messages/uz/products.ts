import type { products as source } from '../en/products.ts';

export const products: Record<keyof typeof source, string> = {
  'products.sheet': 'Mahsulotlar',
  'products.sheet.count': 'Qatorlar',
  'products.sheet.name': 'mahsulotlar - {file}',
  'error.products.noColumns': 'Bu varaqda WMSdagi mahsulot ID ustuni yoki mahsulot kodi/nomi ustuni yoʻq. Sarlavhalarni «Mahsulot kodi», «Mahsulot nomi», «Mahsulot ID» kabi nomlab, qayta yuklang.',
  'error.products.none': 'Bu varaqda mahsulotlar yoʻq. Toʻgʻri fayl va varaq ekanini tekshiring.',
  'error.products.allMapped': 'Bu fayldagi hamma mahsulotlar jadvalda bor: toʻldiradigan narsa yoʻq.',
  'issue.products.noId': 'Mahsulot ID yoʻq. Toʻldiring.',
  'issue.products.noKey': 'Bu qatorda na mahsulot kodi, na nomi bor. Bittasini toʻldiring.',
  'issue.products.twice': '«{value}» varaqda ikki marta, har xil ID bilan turibdi; birinchisi olindi. Bittasini qoldiring.',
  'error.profile.nameTaken': '«{name}» nomli sozlama toʻplami bor. Boshqa nom tanlang.',
};
