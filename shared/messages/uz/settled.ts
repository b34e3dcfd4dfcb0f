/** What was settled about a shop's files for good. */
import type { settled as source } from '../en/settled.ts';
import { field } from './orders.ts';

export const settled: Record<keyof typeof source, string> = {
  'issue.orders.settledValue': '«{value}» oʻrniga «{text}» olindi: bu doʻkon uchun shunday belgilangan.',
  'issue.orders.settledRows':
    '{count, plural, other {# ta buyurtma}} chetda qoldirildi: «{heading}» ustunida «{value}» yozilgan, bu doʻkon uchun shunday belgilangan. Qatorlar: {rows}.',
  'issue.orders.headingAnswered': `«{heading}» ustuni avvalgi javobingizdagidek olindi (${field}): bu doʻkonda shu sarlavhaga shunday javob berilgan. Ustunga qarab qoʻying.`,
  'issue.orders.answerContradicted': `Avvalgi fayllarda «{heading}» boshqa maʼnoda edi (${field}), lekin bu fayldagi qiymatlar unga toʻgʻri kelmaydi, shuning uchun olinmadi. Ustunga qarab qoʻying.`,
  'issue.orders.idsOfShop':
    '«{heading}» hamma qatorda mahsulotlar jadvalidagidan boshqa, shuning uchun doʻkonning oʻz raqami deb olindi. Mahsulotlar «{known}» boʻyicha qidiriladi.',
  'issue.orders.waresKnown': 'Mahsulotlar «{heading}» ustunidan olindi: undagi hamma qiymat mahsulotlar jadvalida bor.',
  'issue.orders.headingAnsweredNone':
    '«{heading}» ustuni yuborilmaydi: bu doʻkonda shu sarlavhaga avval shunday javob berilgan.',
  'issue.orders.productNeverAccepted':
    '{value} mahsulotini bu WMS hali bir marta ham qabul qilmagan, boshqa {count, plural, other {# tasini}} qabul qilgan. ID raqamini tekshiring.',
  'plan.newProducts':
    'Shu buyurtmalarning {count, plural, other {# tasida}} bu WMS hali qabul qilmagan mahsulot ID bor, vaholanki yuzlab boshqasini qabul qilgan: {ids} (qatorlar: {rows}). Tekshiring.',
  'cli.send.newProducts':
    '{count, plural, other {# ta buyurtmada}} bu WMS hali qabul qilmagan mahsulot ID bor, boshqa yuzlab ID qabul qilingan: {ids} (qatorlar: {rows}).',
  'reason.orders.tableKnows': 'Undagi hamma qiymat mahsulotlar jadvalida bor.',
  'reason.orders.ofShopItself': 'Doʻkonning oʻz raqamlari: mahsulotlar jadvalida «{other}» ustunidagi qiymatlar bor.',
  'reason.orders.answered': 'Bu doʻkonda shu sarlavhaga avval shunday javob berilgan.',
  'option.orders.settledRows': 'Qaytarib olish: order-importer settled leave-out "{heading}" "{value}" --forget.',
  'option.orders.settledValue': 'Qaytarib olish: order-importer settled value {field} "{value}" --forget.',
  'fix.settle.value': 'Bu doʻkonda doim: «{value}» — bu «{text}»',
  'fix.settle.rows': 'Shu faylda va bu doʻkonda doim',
  'fix.settle.back': 'Bu doʻkonda endi kerak emas',
  'fix.leaveOutWhere': 'Shu faylda',
  'fix.putBackWhere': 'Shu faylda qaytarish',
  'settle.done':
    'Endi bu doʻkon fayllarida «{value}» — bu «{text}». «Sozlamalar › Belgilab qoʻyilganlar» orqali qaytarib olinadi.',
  'settle.done.rows':
    'Endi bu doʻkon fayllarida «{heading}» ustunida «{value}» yozilgan qatorlar chetda qoladi. «Sozlamalar › Belgilab qoʻyilganlar» orqali qaytarib olinadi.',
  'settle.done.back': 'Qaytarib olindi: bu doʻkon fayllarida endi amal qilmaydi.',
  'settle.leaveOut': '«{heading}» ustunida «{value}» yozilganlarning hammasini chetda qoldirish',
  'settled.title': 'Belgilab qoʻyilganlar',
  'settled.about':
    'Bir marta belgilangani doʻkonning keyingi barcha fayllarida amal qiladi va u yerda aytiladi. Qaytarib olingani endi amal qilmaydi, ochiq fayllarda ham.',
  'settled.none':
    'Hali hech narsa yoʻq. Qiymatni tuzatganingizda yoki ustun qiymatiga qarab qatorlarni chetda qoldirganingizda «Bu doʻkonda doim» tugmasi uni belgilab qoʻyadi.',
  'settled.values': 'Matn nimani bildiradi',
  'settled.rows': 'Chetda qoladigan qatorlar',
  'settled.headings': 'Sarlavha nimani bildiradi',
  'settled.value': '{name}: «{value}» — bu «{text}»',
  'settled.row': '«{heading}» ustunida «{value}»',
  'settled.heading': '«{heading}»: {name}',
  'settled.takeBack': 'Qaytarib olish',
  'settled.takeBack.of': 'Qaytarib olish: {what}',
  'cli.always':
    'doʻkon fayllari haqida belgilab qoʻyilganlar: matn nimani bildiradi, qaysi qatorlar chetda qoladi, sarlavha nimani bildiradi',
  'cli.always.list': 'belgilab qoʻyilganlarni koʻrsatadi',
  'cli.always.value': 'maydondagi matn keyingi barcha fayllarda nimani bildirishini belgilaydi',
  'cli.always.leaveOut': 'ustunida shu matn yozilgan qatorlar keyingi barcha fayllarda chetda qolishini belgilaydi',
  'cli.always.heading': 'sarlavha keyingi barcha fayllarda qaysi maydon ekanini belgilaydi (none: yuborilmaydi)',
  'cli.option.forget': 'belgilanganni qaytarib oladi',
  'cli.always.none': 'Hech narsa belgilab qoʻyilmagan.',
  'cli.always.done': 'Doʻkonning keyingi barcha fayllari uchun belgilandi.',
  'cli.always.forgotten': 'Qaytarib olindi.',
  'error.settled.field': '«{field}» maydonidagi matnlarni belgilab boʻlmaydi. Boʻladiganlari: {fields}.',
  'error.settled.noMeaning': 'Nimani bildirishini ham ayting yoki --forget bilan qaytarib oling.',
  'error.settled.notThere': 'Bunday narsa belgilanmagan. Qarang: order-importer settled list.',
};
