/** The words of what a team shares besides orders, and of what two of its people changed at once. */
import type { teamShared as source } from '../en/team-shared.ts';

export const teamShared: Record<keyof typeof source, string> = {
  'team.sharing':
    'Jamoada umumiy: doʻkonlar va ularning mahsulot jadvallari, oʻzimizning raqamlar, belgilab qoʻyilganlar, saqlangan sozlamalar (mijozlarga oid doimiy qiymatlarsiz) va qaysi manzillar bitta WMS ekani. Kirish kalitlari, mijozlar va mashq rejimi shu kompyuterda qoladi.',
  'team.older':
    'Jamoa bazasi dasturning eski versiyasidan: buyurtmalar ikki marta ketmaydi, lekin keyin qoʻshilganlar (umumiy doʻkonlar, mahsulotlar va saqlangan sozlamalar, umumiy surʼat) baza shu versiyaga oʻtkazilmaguncha boʻlmasligi mumkin. Eski dasturli kompyuterlar u bilan ishlayveradi.',
  'cli.team.older':
    'Jamoa bazasi dasturning eski versiyasidan: buyurtmalar ikki marta ketmaydi, lekin keyin qoʻshilganlar (umumiy doʻkonlar, mahsulotlar va saqlangan sozlamalar, umumiy surʼat) baza shu versiyaga oʻtkazilmaguncha boʻlmasligi mumkin. Eski dasturli kompyuterlar u bilan ishlayveradi. Bazaga qarovchi bir marta «order-importer team upgrade postgres://…» ni ishga tushiradi.',
  'team.newer':
    'Jamoa bazasini dasturning yangiroq versiyasi yuritadi. Bu kompyuter u bilan ishlayveradi; hamma umumiy narsa boʻlishi uchun oʻsha versiyani shu yerga ham oʻrnating.',
  'team.upgrade': 'Bazani shu versiyaga oʻtkazish…',
  'team.upgrade.about':
    'Baza egasining manzili — jamoa tuzilgandagi kabi. U bir marta ishlatiladi va hech qayerda saqlanmaydi.',
  'team.upgrade.yes': 'Shu versiyaga oʻtkazish',
  'team.questions': 'Ikki kishi bir vaqtda oʻzgartirgan',
  'team.questions.about':
    'Tanlanmaguncha har kimda oʻz qiymati turadi. Tanlangani butun jamoaga amal qiladi; qolgan hammasi allaqachon umumiy.',
  'team.chip.questions': 'Jamoa: tanlash ({count})',
  'team.chip.questions.about':
    '{count} ta yozuvni ikki kishi bir vaqtda oʻzgartirgan. Qaysi qiymat toʻgʻri ekanini jamoa sozlamalarida tanlang.',
  'team.question.ours': 'Bu yerda: {value}',
  'team.question.theirs': '{by}, {at}: {value}',
  'team.choose.ours': 'Biznikini qoldirish',
  'team.choose.theirs': 'Ularnikini olish',
  'team.choose.apart': 'Bular ikkita doʻkon',
  'team.choose.oneShop': 'Bu bitta doʻkon',
  'team.choose.oneShopCalled': 'Bitta doʻkon: {value}',
  'team.choose.shop':
    'Jamoada bir doʻkon bor, u shu doʻkon boʻlishi mumkin: mahsulotlar ikki jadvalda har xil yozilgan yoki nomi bir xil emas. Doʻkon ikkita boʻlsa, bu yerdagisi faqat shu kompyuterda qoladi va umumiy boʻlmaydi.',
  'team.choose.of': '{what}: {choice}',
  'team.asked.shop': '{what, select, nameless {Nomsiz doʻkon} other {«{what}» doʻkoni}}',
  'team.asked.server': '{of} va {what}',
  'team.asked.product': '«{what}» mahsuloti',
  'team.asked.value': '{of}: «{what}»',
  'team.asked.rows': '«{of}» ustunida «{what}» turgan qatorlar',
  'team.asked.heading': '«{what}» sarlavhasi',
  'team.asked.profile': '«{what}» saqlangan sozlamalari',
  'team.asked.profileHeadings': 'Shu sarlavhalarning saqlangan sozlamalari',
  'team.asked.ofShop': '«{shop}» doʻkoni',
  'team.asked.part.server': 'manzili boshqa',
  'team.asked.part.columns': 'ustunlari boshqa',
  'team.asked.part.constants': 'doimiy qiymatlari boshqa',
  'team.asked.part.rules': 'qoidalari boshqa',
  'team.asked.part.sending': 'yuborish tezligi boshqa',
  'team.said.none': 'oʻchirilgan',
  'team.said.leftOut': 'yuborilmaydi',
  'team.said.sameWms': 'bitta WMS',
  'team.said.otherWms': 'ikkita boshqa WMS',
  'team.said.nameless': 'nomsiz',
  'team.said.columns': '{count} ta ustun',
  'team.said.numberStart': 'raqamlar {start} dan',
  'team.said.account': 'hisob {account}',
  'cli.team.toChoose':
    '{count} ta yozuvni jamoadan ikki kishi bir vaqtda oʻzgartirgan. Qaysi qiymat toʻgʻri ekanini tanlang: order-importer team status.',
  'cli.team.question': '{id} · {what}\n  bizniki: {ours}\n  ularniki ({by}, {at}): {theirs}',
  'cli.team.howToChoose': '  tanlash: order-importer team choose {id} ours | theirs',
  'cli.team.howToChooseShop':
    '  bitta doʻkon: order-importer team choose {id} ours | theirs; ikkita doʻkon, bizniki umumiy emas: order-importer team choose {id} apart',
  'cli.team.chosen': 'Tanlandi.',
  'cli.team.upgraded': 'Jamoa bazasi endi shu versiyada: doʻkonlar, mahsulotlar va saqlangan sozlamalar umumiy.',
  'cli.team.upToDate': 'Jamoa bazasi allaqachon shu versiyada.',
  'error.team.questionGone': 'Bu yana oʻzgargan yoki kimdir tanlab boʻlgan. Roʻyxatga qayta qarang.',
  'error.team.noChoice': 'Yozuv va javobni «team status» koʻrsatganidek ayting: team choose ID {choices}.',
  'error.team.noUpgradeUrl': 'Bazani egasi bilan ayting: team upgrade postgres://USER:PASSWORD@HOST/DATABASE.',
  'error.team.certificateName':
    'Jamoa bazasiga {host} nomi bilan ulanilyapti, uning sertifikati esa {host} uchun emas, boshqa nom uchun berilgan. Jamoa fayliga («host») sertifikatdagi nomni yozing yoki bazaga qarovchidan soʻrang.',
  'reason.run.teamCertificateName':
    'Jamoa bazasiga {host} nomi bilan ulanilyapti, uning sertifikati esa {host} uchun emas, boshqa nom uchun berilgan. Jamoa fayliga («host») sertifikatdagi nomni yozing yoki bazaga qarovchidan soʻrang.',
  'error.team.certificate':
    '{host} dagi jamoa bazasining sertifikatini bu kompyuter yoki jamoa fayli ishonadigan tomon imzolamagan yoki muddati tugagan. Bazaga qarovchidan toʻgʻri imzolovchi (--ca) bilan jamoa faylini soʻrang.',
  'reason.run.teamCertificate':
    '{host} dagi jamoa bazasining sertifikatini bu kompyuter yoki jamoa fayli ishonadigan tomon imzolamagan yoki muddati tugagan. Bazaga qarovchidan toʻgʻri imzolovchi (--ca) bilan jamoa faylini soʻrang.',
  'error.team.noTls':
    '{host} dagi jamoa bazasida TLS yoʻq, ochiq holda esa u yerga hech narsa yuborilmaydi. Bazaga qarovchidan TLSni yoqishni soʻrang.',
  'reason.run.teamNoTls':
    '{host} dagi jamoa bazasida TLS yoʻq, ochiq holda esa u yerga hech narsa yuborilmaydi. Bazaga qarovchidan TLSni yoqishni soʻrang.',
};
