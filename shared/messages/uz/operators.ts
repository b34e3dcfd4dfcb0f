/** Who works: the operators, and the PIN that guards settings. */
import type { operators as source } from '../en/operators.ts';

export const operators: Record<keyof typeof source, string> = {
  'reportFile.column.operator': 'WMS: kim yubordi',
  'cli.option.operator':
    'ismingiz: yuborganingiz, hal qilganingiz va tuzatganingiz bilan yoziladi (yoki ORDER_IMPORTER_OPERATOR)',
  'error.cli.operator': '«{name}» operator ismi boʻla olmaydi: 1 tadan 60 tagacha belgi kerak.',
  'operator.word': 'Kim',
  'operator.none': 'Kim?',
  'operator.menu': 'Hozir kim ishlayapti?',
  'operator.is': '{name} ishlayapti: almashtirish',
  'operator.choose': 'Hozir kim ishlayotganini tanlash',
  'operator.nobody': 'Hech kim tanlanmagan',
  'operator.manage': 'Ism qoʻshish yoki olib tashlash',
  'operators.title': 'Bu yerda kimlar ishlaydi',
  'operators.about':
    'Smenalar kompyuterga bitta nom bilan kiradi. Yuqorida tanlangan odam yuborish, tuzatish, hal qilish va qayta yuborish bilan birga yoziladi: hisobotda, yuborilgan buyurtmalar roʻyxatida va oy yakunida.',
  'operators.name': 'Ism',
  'operators.add': 'Ism qoʻshish',
  'operators.remove': '«{name}» ismini olib tashlash',
  'error.pin.needed': 'Bu PIN kod bilan himoyalangan.',
  'option.pin.needed': 'Uni ORDER_IMPORTER_PIN oʻzgaruvchisida bering.',
  'error.pin.wrong': 'PIN kod notoʻgʻri. Yana urinib koʻring.',
  'error.pin.wait': 'Notoʻgʻri PIN kodlar koʻp boʻldi. Keyingisini {seconds} soniyadan soʻng kiritish mumkin.',
  'pin.title': 'PIN kod',
  'pin.about':
    'Server, kirish kalitlari, doʻkonlar va ikkinchi marta yuborishni himoya qiladi. Kod shu joylarda soʻraladi va besh daqiqa yoki yuqorida boshqa odam tanlangunga qadar amal qiladi.',
  'pin.about.limits':
    'U smenalar bularni adashib oʻzgartirmasligi uchun. Bu kompyuter fayllarini oʻqiy oladigan odam uni aylanib oʻta oladi.',
  'pin.isSet': 'PIN kod qoʻyilgan.',
  'pin.new': 'Yangi PIN kod (4 tadan 12 tagacha raqam)',
  'pin.set': 'PIN kod qoʻyish',
  'pin.change': 'PIN kodni almashtirish',
  'pin.remove': 'PIN kodni olib tashlash',
  'pin.enter.title': 'PIN kodni kiriting',
  'pin.enter.about': 'Server, kirish kalitlari, doʻkonlar va ikkinchi marta yuborish bu yerda himoyalangan.',
  'pin.enter': 'PIN kod',
  'pin.go': 'Davom etish',
  'pin.forgotten': 'PIN kod esdan chiqdi…',
  'pin.forget.sure':
    'PIN kod shu kompyuterdagi barcha kirish kalitlari bilan birga oʻchiriladi. Shundan soʻng kalitlarni qaytadan kiritish kerak: buni WMSga kira oladigan odam qiladi. Buyurtmalar, mahsulotlar va doʻkonlar qoladi.',
  'pin.forget.yes': 'PIN kod va kalitlarni oʻchirish',
};
