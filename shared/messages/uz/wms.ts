import type { wms as source } from '../en/wms.ts';

export const wms: Record<keyof typeof source, string> = {
  'issue.wms.required': 'WMS uchun bu qiymat shart, lekin u kelmadi. Toʻldiring va buyurtmani qayta yuboring.',
  'issue.wms.integer':
    'WMS bu yerda faqat butun sonni qabul qiladi. Kasrsiz, harfsiz va boʻshliqsiz yozing, soʻng buyurtmani qayta yuboring.',
  'issue.wms.number': 'WMS bu yerda faqat sonni qabul qiladi. Raqamlar bilan yozing, soʻng buyurtmani qayta yuboring.',
  'issue.wms.min':
    'WMS bu yerda {min} dan kichik qiymatni qabul qilmaydi. Qiymatni oshiring, soʻng buyurtmani qayta yuboring.',
  'issue.wms.max':
    'WMS bu yerda {max} dan katta qiymatni qabul qilmaydi. Qiymatni kamaytiring, soʻng buyurtmani qayta yuboring.',
  'issue.wms.greaterThan':
    'Bu yerdagi qiymat {limit} dan katta boʻlishi kerak. Qiymatni oshiring, soʻng buyurtmani qayta yuboring.',
  'issue.wms.lessThan':
    'Bu yerdagi qiymat {limit} dan kichik boʻlishi kerak. Qiymatni kamaytiring, soʻng buyurtmani qayta yuboring.',
  'issue.wms.string':
    'WMS bu yerda matn kutgan edi, boshqa narsa keldi ({message}). Shu gapni yordam xizmatiga yuboring; qatorning oʻzi toʻgʻri boʻlishi mumkin.',
  'issue.wms.minLength': 'Kamida {min} ta belgi kerak. Matnni uzaytiring, soʻng buyurtmani qayta yuboring.',
  'issue.wms.maxLength': 'Koʻpi bilan {max} ta belgi sigʻadi. Matnni qisqartiring, soʻng buyurtmani qayta yuboring.',
  'issue.wms.length': 'Roppa-rosa {length} ta belgi kerak. Matnni tuzating, soʻng buyurtmani qayta yuboring.',
  'issue.wms.unique':
    'Bu qiymat WMSda bor, u esa takrorlanmasligi kerak. Boshqa qiymat bering yoki buyurtmani WMSdan tekshiring.',
  'issue.wms.uniqueCombo':
    'Qiymatlarning bunday birikmasi WMSda bor. Buyurtmani WMSdan tekshiring yoki qiymatlarni tuzating.',
  'issue.wms.orderIdTaken':
    'WMSda shu raqamli buyurtma bor. WMSdan tekshiring; u boshqa buyurtma boʻlsa, bunisiga yangi raqam bering.',
  'issue.wms.format':
    'WMS bunday yozilishni qabul qilmaydi. Qiymatni boshqacha yozing, soʻng buyurtmani qayta yuboring.',
  'issue.wms.boolean':
    'WMS bu yerda faqat ha yoki yoʻqni qabul qiladi ({message}). Qiymatni tuzating, soʻng buyurtmani qayta yuboring.',
  'issue.wms.email': 'Bu yerda elektron pochta manzili kerak. Qiymatni tuzating, soʻng buyurtmani qayta yuboring.',
  'issue.wms.invalid':
    'WMS bu qiymatni bilmaydi. Uni tuzating yoki WMS xodimlaridan qoʻshib qoʻyishni soʻrang, soʻng buyurtmani qayta yuboring.',
  'issue.wms.unknownProduct':
    'WMS bu mahsulotni bilmaydi. Mahsulot IDsini tekshiring yoki WMS xodimlaridan mahsulotni roʻyxatga olishni soʻrang, soʻng buyurtmani qayta yuboring.',
  'issue.wms.noItems':
    'WMS bu buyurtmada mahsulot topmadi. Mahsulot qatorini qoʻshing, soʻng buyurtmani qayta yuboring.',
  'issue.wms.other':
    'WMS bu qiymatni rad etdi, javobi: «{message}». Qiymatni tuzating, soʻng buyurtmani qayta yuboring.',
  'issue.wms.otherField':
    'WMS buyurtmani «{label}» sababli rad etdi, javobi: «{message}». Bu dasturda bunday ustun yoʻq: WMS xodimlaridan soʻrang.',
  'issue.wms.general':
    'WMS buyurtmani rad etdi, javobi: «{message}». Buyurtmani tuzating yoki WMS xodimlaridan soʻrang, soʻng qayta yuboring.',
  'issue.wms.server':
    'WMS ichida nosozlik yuz berdi. Qayta yuborishdan oldin buyurtma WMSda bor-yoʻqligini tekshiring.',
  'issue.wms.notFound': 'WMS soʻralgan narsani topmadi. Sozlamalardagi server manzilini tekshiring.',
  'issue.wms.forbidden':
    'Bu hisobga buyurtma yaratish huquqi berilmagan. WMS xodimlaridan huquq soʻrang, soʻng buyurtmani qayta yuboring.',
  'issue.wms.badJson': 'WMS buyurtmani oʻqiy olmadi ({message}). Shu gapni yordam xizmatiga yuboring.',
  'issue.wms.missingParams':
    'Soʻrovda WMS uchun nimadir yetishmayapti ({message}). Shu gapni yordam xizmatiga yuboring.',
  'issue.wms.invalidParam':
    'Soʻrovdagi bir qiymatni WMS qabul qilmadi ({message}). Shu gapni yordam xizmatiga yuboring.',
  'issue.wms.echoDiffers':
    'Qabul qilindi, lekin yuborilgan «{sent}» oʻrniga WMSda «{answered}» yozildi. Buyurtmani WMSda tekshiring.',
  'error.wms.addressUnreadable': '«{address}» server manziliga oʻxshamaydi. Uni http://wms.bts.uz:8040/ kabi yozing.',
  'error.wms.addressScheme': 'Server manzili http:// yoki https:// bilan boshlanadi. «{address}» manzilini tuzating.',
  'error.wms.addressCredentials':
    'Server manzilida login yoki parol boʻlmasligi kerak. @ belgisidan oldingi qismini olib tashlang va quyida tizimga kiring.',
  'error.practice.unknownFault': '«{name}» degan nosozlik yoʻq. Shulardan birini tanlang: {names}.',
  'error.practice.faultChance':
    '«{name}» ehtimoli 0 dan 1 gacha son boʻlishi kerak, masalan {name}=0.1. Tuzatib, qayta ishga tushiring.',
  'error.practice.faultSum': 'Barcha nosozliklar ehtimoli birga {sum} % chiqdi. 100 % yoki undan kamga tushiring.',
  'error.practice.portTaken':
    '{port}-port boshqa dastur bilan band. Boshqa port tanlang yoki istalgan boʻsh port uchun 0 bering.',
  'practice.page.title': 'Mashq rejimi (WMS)',
  'practice.page.explanation':
    'Bu yerga yuborilgan buyurtmalar hech qaysi omborga yetib bormaydi. Ular faqat xotirada turadi va mashq tugagach oʻchadi.',
  'practice.page.count': '{count, plural, other {# ta buyurtma qabul qilindi}}',
  'practice.page.wmsId': 'WMS ID',
  'practice.page.items': 'Mahsulotlar soni',
  'practice.page.time': 'Vaqt (UTC)',
};
