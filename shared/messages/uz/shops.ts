import type { shops as source } from '../en/shops.ts';

export const shops: Record<keyof typeof source, string> = {
  'shop.first': 'Asosiy doʻkon',
  'cli.shops':
    'buyurtmalari shu yerdan yuboriladigan doʻkonlar: har biriga oʻz kaliti, mahsulotlari, sozlamalari va raqamlari',
  'cli.shops.list': 'doʻkonlar roʻyxati',
  'cli.shops.add': 'doʻkon qoʻshish yoki olib tashlanganini qaytarish',
  'cli.shops.remove': 'doʻkonni roʻyxatdan olib tashlash; fayllari, mahsulotlari va buyurtmalari qoladi',
  'cli.shops.none': 'Hozircha bitta, nomsiz doʻkon bor. Doʻkon qoʻshish: order-importer shops add NOMI',
  'cli.shops.added': 'Doʻkon qoʻshildi: {name}.',
  'cli.shops.firstNamed':
    'Shu paytgacha bor narsalar (mahsulotlar, sozlamalar, raqamlar, yuborilgan buyurtmalar) «{name}» degan alohida doʻkonniki boʻldi.',
  'cli.shops.removed': 'Doʻkon olib tashlandi: {name}. Fayllari, mahsulotlari va buyurtmalari qoldi.',
  'cli.option.shop': 'buyurtmalar qaysi doʻkonniki; yozilmasa, aniq boʻlgan joyda fayldan bilinadi',
  'cli.check.shop': 'Doʻkon: {shop}',
  'cli.check.shopUnsure':
    'Bu buyurtmalar qaysi doʻkonniki ekani aniq emas ({names}).{ofRemoved, select, yes { Fayl roʻyxatdan olib tashlangan «{removed}» doʻkonining fayliga oʻxshaydi: agar oʻsha boʻlsa, doʻkonni qayta qoʻshing.} other {}} Mahsulotlar va raqamlar doʻkon --shop bilan aytilgach qidiriladi.',
  'cli.send.shop': 'Doʻkon: {shop}',
  'error.shop.unknown': '«{name}» degan doʻkon yoʻq. Doʻkonlar: {names}. Qoʻshish: order-importer shops add NOMI',
  'error.shop.unsure':
    'Bu buyurtmalar qaysi doʻkonniki ekani aniq emas.{ofRemoved, select, yes { Fayl roʻyxatdan olib tashlangan «{removed}» doʻkonining fayliga oʻxshaydi: agar oʻsha boʻlsa, doʻkonni qayta qoʻshing.} other {}} Doʻkonlar: {names}.',
  'option.shop.unsure': 'Doʻkonni --shop NOMI bilan ayting.',
  'error.shop.nameTaken': '«{name}» degan doʻkon bor. Boshqa nom tanlang.',
  'error.shop.gone': 'Bu doʻkon shu orada olib tashlangan. Doʻkonlar roʻyxatini qayta oching.',
  'error.shop.last': 'Bu yagona doʻkon, uni olib tashlab boʻlmaydi. Avval boshqasini qoʻshing.',
  'error.shop.undecided': 'Avval bu buyurtmalar qaysi doʻkonniki ekanini ayting: yuqorida doʻkonni tanlang.',
  'error.batch.shopFixed':
    'Bu faylning buyurtmalari shu doʻkon nomidan yuborilgan, shuning uchun fayl unda qoladi. Faylni qayta oching va boshqa doʻkonni tanlang.',
  'issue.orders.numberOfOtherShop':
    'Bu raqam «{shop}» doʻkonida ishlatilgan ({fileName}, {at}). Bu boshqa buyurtma, lekin WMS har bir raqamni bir marta qabul qiladi. Bu faylga oʻz raqamlarimizni bering.',
  'option.orders.numberOfOtherShop': '(--own-numbers BOSHI)',
  'option.orders.numbersOfOtherShop': '(--own-numbers BOSHI)',
  'issue.orders.numbersOfOtherShop':
    'Bu fayldagi {count} ta raqam «{shop}» doʻkonida ishlatilgan (masalan, {number}). Ular boshqa buyurtmalar, lekin WMS har bir raqamni bir marta qabul qiladi. Bu buyurtmalarga qaysi raqamlar berilsin?',
  'shop.word': 'Doʻkon',
  'shop.ask': 'Bu qaysi doʻkonning buyurtmalari?',
  'shop.ask.about': 'Fayldan bilinmadi. Mahsulotlar, raqamlar va kirish kaliti shu doʻkonniki boʻladi.',
  'shop.ask.removed':
    'Fayl roʻyxatdan olib tashlangan «{name}» doʻkonining fayliga oʻxshaydi. Agar oʻsha boʻlsa, doʻkonni «Sozlamalar › Doʻkonlar» da qayta qoʻshib, faylni yana oching; boʻlmasa, doʻkonni tanlang.',
  'shop.of': '{shop} buyurtmalari: oʻzgartirish',
  'shop.unknown': 'Doʻkon?',
  'shop.plan.ask': 'Avval bu buyurtmalar qaysi doʻkonniki ekanini ayting: yuqorida doʻkonni tanlang.',
  'shop.plan.noKey': 'Bu WMSga yuborish uchun «{shop}» doʻkonining oʻz kirish kaliti kerak.',
  'shops.title': 'Doʻkonlar',
  'shops.one':
    'Hamma fayl bitta doʻkonniki. Bir nechta doʻkon buyurtmalarini yuborsangiz, ularni qoʻshing: har birining oʻz kaliti, mahsulotlari, saqlangan sozlamalari va raqamlari boʻladi.',
  'shops.about':
    'Har birining oʻz kirish kaliti, mahsulotlari, saqlangan sozlamalari va raqamlari bor. Qaysi doʻkonniki ekani fayldan bilinadi; bilinmasa, sizdan soʻraladi.',
  'shops.add': 'Doʻkon qoʻshish',
  'shops.add.name': 'Doʻkon nomi',
  'shops.change': 'Oʻzgartirish',
  'shops.change.of': '«{name}» doʻkonini oʻzgartirish',
  'shops.save': 'Saqlash',
  'shops.remove': 'Olib tashlash',
  'shops.remove.of': '«{name}» doʻkonini olib tashlash',
  'shops.remove.sure':
    '«{name}» roʻyxatdan olib tashlansinmi? Fayllari, mahsulotlari va yuborilgan buyurtmalari qoladi.',
  'shops.account': 'WMSdagi hisob',
  'shops.account.is': 'hisob {account}',
  'shops.start': 'Raqamlar boshi',
  'shops.start.is': 'raqamlar {start} dan',
  'reason.run.accountOfOtherShop':
    'WMS bu buyurtmani {account}-hisobga yozdi, bu esa «{shop}» doʻkonining hisobi: kirish kaliti ham oʻsha doʻkonniki boʻlishi mumkin. Yuborish shundan keyin toʻxtatib turildi. Doʻkonlarning hisobi bitta boʻlsa, davom eting; boʻlmasa, toʻxtating va toʻgʻri kalitni kiriting.',
  'reason.run.otherAccount':
    'WMS bu buyurtmani {expected} emas, {account} hisobiga yozdi: kirish kaliti boshqa doʻkonniki boʻlishi mumkin. Yuborish shundan keyin toʻxtatib turildi. {account} toʻgʻri boʻlsa, davom eting; boʻlmasa, toʻxtating va toʻgʻri kalitni kiriting.',
  'cli.option.account':
    'doʻkonning WMSdagi hisobi (supplier_buyer_id), doʻkon bilan saqlanadi; boshqasi kelsa, yuborish toʻxtatib turiladi',
  'products.offer': '«{shop}» doʻkonida bu {product}-mahsulot: bu yerda ham shuni olish',
  'products.offer.variation':
    '«{shop}» doʻkonida bu {product}-mahsulot, {variation}-variatsiya: bu yerda ham shuni olish',
  'plan.money.cause.orders.prepaid':
    'Oldindan toʻlangan: kuryer butun summani olardi. WMS xodimlariga ayting yoki narxni kamaytiring.',
  'plan.money.cause.orders.deliveryFee':
    'Yetkazish haqi yuborilmaydi: kuryer uni olmaydi. WMS xodimlariga ayting yoki narxga qoʻshing.',
  'plan.money.cause.orders.paidAlready': 'Toʻlangan deb yozilgan: kuryer pulni yana olardi. WMS xodimlariga ayting.',
  'plan.money.cause.orders.noteOfMoney': 'Pul haqidagi izohlar yuborilmaydi. WMS xodimlariga ayting.',
};
