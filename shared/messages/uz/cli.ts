import type { cli as source } from '../en/cli.ts';

export const cli: Record<keyof typeof source, string> = {
  'cli.description':
    'Buyurtmalar jadvalini ombor tizimidagi (WMS) buyurtmalarga aylantiradi, har birini faqat bir marta.',
  'cli.read': 'fayldagi kataklarni qanday oʻqilgan boʻlsa, shunday koʻrsatadi',
  'cli.check': 'faylda nima borligini va nima notoʻgʻriligini koʻrsatadi; hech narsa yubormaydi va yozmaydi',
  'cli.send': 'fayldagi buyurtmalarni yuborish',
  'cli.resume': 'toʻxtab qolgan yuborishni davom ettirish (fayl aytilmasa, oxirgisi)',
  'cli.batches': 'ochilgan va yuborilgan fayllar roʻyxati',
  'cli.report': 'fayl boʻyicha hisobotni saqlash',
  'cli.settle': 'javobi kelmagan buyurtma nima boʻlganini aytish',
  'cli.witness': 'yuborilganlarning ikkinchi yozuvi butunmi; --seen: butun emasligini koʻrdim, yuborish davom etsin',
  'cli.servers':
    'qaysi manzillar bitta WMS: list; same MANZIL BOSHQASI: u koʻchgan; other MANZIL BOSHQASI: ikkita WMS; forget MANZIL BOSHQASI: qaytadan soʻralsin',
  'cli.option.seen': 'yozuv buzilganini odam koʻrdi',
  'cli.option.removeExpired': 'muddati tugagan, buyurtmalari yuborilmagan fayllarni oʻchirish',
  'cli.template': 'kerakli sarlavhalari bor boʻsh namunani saqlash',
  'cli.practice': 'shu kompyuterda mashq WMSini ishga tushirish',
  'cli.option.home': 'hamma narsa saqlanadigan papka (yoki ORDER_IMPORTER_HOME oʻzgaruvchisi)',
  'cli.option.lang': 'xabarlar tili: uz, ru yoki en',
  'cli.option.sheet': 'varaqning nomi yoki tartib raqami',
  'cli.option.sheetOrAll': 'varaqning nomi yoki tartib raqami, yoki all — hamma varaqlar',
  'cli.option.table': 'varaqdagi jadval oraligʻi, masalan A3:F20, yoki all',
  'cli.option.member': 'bir nechta jadvali bor arxivdagi jadvalning nomi',
  'cli.option.encoding':
    'matnli faylning kodlashi, agar notoʻgʻri aniqlangan boʻlsa: utf-8, windows-1251, koi8-r, ibm866, x-mac-cyrillic, iso-8859-5',
  'cli.option.cellsJson': 'har bir qator uchun JSON obyekti chiqaradi',
  'cli.option.count': 'faqat qator va kataklar soni hamda millisoniyalarni chiqaradi',
  'cli.option.profile': 'saqlangan sozlamalarning nomi yoki fayli (.json)',
  'cli.option.map':
    'ustun nima boʻlishi: Sarlavha=maydon, D=maydon yoki Sarlavha= (yuborilmaydi); bir maydon ikki marta yozilsa, ustunlar birlashtiriladi',
  'cli.option.set': 'boʻsh kataklar va yoʻq ustunlar uchun qiymat: maydon=qiymat',
  'cli.option.json': 'faqat bitta JSON obyekti chiqarilsin',
  'cli.option.payloads': 'tayyor buyurtmalar soʻrovlarini shu faylga yozish, har biri bir qatorda',
  'cli.option.url': 'WMS manzili',
  'cli.option.tokenEnv':
    'kirish kaliti turgan oʻzgaruvchi (koʻrsatilmasa WMS_TOKEN); WMS_LOGIN va WMS_PASSWORD yoki WMS_REFRESH_TOKEN kalitni oladi va yangilaydi',
  'cli.option.concurrency': 'bir vaqtda eng koʻp soʻrovlar soni, 1 dan 16 gacha',
  'cli.option.lookup': 'javobi kelmagan buyurtmalar WMSdan tekshirilsinmi: on yoki off',
  'cli.option.quietTime': 'tekshirishdan oldin necha soniya kutiladi',
  'cli.option.report': 'oxirida hisobotni shu faylga saqlash (.xlsx yoki .csv)',
  'cli.option.output': 'yoziladigan fayl',
  'cli.option.order': 'buyurtma raqami',
  'cli.option.there': 'buyurtma WMSda bor',
  'cli.option.wmsId': 'uning WMSdagi raqami, maʼlum boʻlsa',
  'cli.option.sendAgain': 'buyurtma u yerda yoʻq: qayta yuborish',
  'cli.option.refused': 'WMS rad etganini oʻzgarishsiz qayta yuborish (u yerda tuzatilgan boʻlsa)',
  'cli.option.port': 'port; aytilmasa, boʻshi olinadi',
  'cli.option.fault': 'nosozlik va uning ehtimoli, masalan lost-answer=0.1 (roʻyxati: docs/practice.md)',
  'cli.option.latency': 'javob necha millisekund olishi',
  'cli.option.seed': 'bir xil son bir xil nosozliklarni beradi',
  'cli.option.limit': 'shuncha soniyada koʻpi bilan shuncha buyurtma oladi, masalan 50/600',
  'cli.practice.ready':
    'Mashq WMSi {url} manzilida ishlamoqda («practice» bilan boshlanadigan har qanday kirish kaliti yaraydi; Ctrl+C toʻxtatadi)',
  'cli.template.saved': 'Namuna saqlandi: {file}',
  'cli.report.saved': 'Hisobot saqlandi: {file}',
  'cli.payloads.saved': '{file} fayliga {count, plural, other {# ta soʻrov}} yozildi',
  'cli.batches.none': 'Hozircha fayllar yoʻq.',
  'cli.batches.counts':
    'WMSda bor {done} · bajarilmadi {notDone} · koʻrib chiqing {lookAtIt} · tugamagan {open} · chetda qoldirilgan {leftOut}',
  'cli.read.file':
    '{name}: {format}{encoding, select, none {} other {, {encoding}}}{delimiter, select, none {} other {, ajratgich «{delimiter}»}}',
  'cli.read.sheet':
    '«{sheet}» varagʻi{hidden, select, yes { (yashirin)} other {}}: {rows, plural, other {# ta qator}}, {cells, plural, other {# ta katak}}',
  'cli.read.unread': '«{sheet}» varagʻi{hidden, select, yes { (yashirin)} other {}}: oʻqilmadi',
  'cli.check.file':
    '{name}: {format}, «{sheet}» varagʻi, sarlavhalar {row}-qatorda, {rows, plural, other {# ta qator}}',
  'cli.check.column': '{column}  {heading} → {field}',
  'cli.check.orders':
    'Buyurtmalar: {total}. Tayyor {ready}, xatosi bor {withErrors}, avval yuborilgan {alreadySent}, qaroringiz kerak {duplicate}',
  'cli.check.more': 'yana {count, plural, other {# ta eslatma}}; hammasini --json koʻrsatadi',
  'cli.send.batch': '{batch} fayli: {total} ta buyurtmadan {ready} tasi {server} serveriga yuboriladi',
  'cli.send.practice': 'Bu mashq WMSi: haqiqiy omborga hech narsa bormaydi.',
  'cli.send.estimate': 'Taxminan {minutes} daqiqa.',
  'cli.send.mayBeNone':
    '{count} ta buyurtmaning izohida bekor qilish yoki qaytarish haqida gap bor yoxud qatorining ustiga chizilgan; ular ham yuboriladi: {rows}-qatorlar.',
  'cli.send.again':
    '{count, plural, =0 {Oʻzgarishsiz qayta yuboriladigan rad etilgan buyurtma yoʻq} other {Rad etilgan # ta buyurtma oʻzgarishsiz qayta yuboriladi}}',
  'cli.send.state': '{state}: {count}',
  'cli.send.ended.finished': 'Tugadi.',
  'cli.send.ended.paused': 'Toʻxtatib turildi: {reason}',
  'cli.send.ended.stopped': 'Toʻxtatildi. {reason}',
  'cli.send.next': 'Keyinroq davom ettirish: order-importer resume {batch}',
  'cli.send.renewed': 'Kirish kalitining muddati tugagan edi; yangisi olindi.',
  'cli.send.newKey':
    '{name} oʻzgaruvchisiga yangi kirish kalitini yoki WMS_LOGIN va WMS_PASSWORD oʻzgaruvchilariga login va parolni qoʻying: shunda yangi kalit oʻzi olinadi.',
  'cli.settled': '{order}-buyurtma: {state}',
  'cli.witness.whole': 'Yuborilganlarning ikkinchi yozuvi (witness.log) butun.',
  'cli.witness.broken':
    'Yuborilganlarning ikkinchi yozuvi (witness.log) {count, plural, other {# joyida}} buzilgan, buni hali hech kim koʻrmagan. Oxirgi yuborishdagi buyurtmalar WMSda bormi — qarang; keyin: order-importer witness --seen',
  'cli.witness.seen': 'Belgilab qoʻyildi. Yuborish davom etadi.',
  'cli.batches.expired':
    'Xaridorlar maʼlumotini saqlash muddati tugagan, lekin yuborilmagan buyurtmalar bor: {files}. Ularni yuboring yoki: order-importer batches --remove-expired',
  'cli.batches.removed': '{count, plural, =0 {Oʻchiradigan narsa yoʻq.} other {# ta fayl oʻchirildi.}}',
  'error.servers.act': '«{act}» bulardan biri emas: {acts}.',
  'error.servers.two': 'Ikkala manzilni ayting: servers {act} MANZIL BOSHQASI.',
  'error.servers.itself': 'Bu shundoq ham bitta manzil. Ikkita har xil manzilni ayting.',
  'error.cli.field':
    '«{field}» degan maydon yoʻq ({option}). Maydonlar: order_id, scheduled_at, fulfillment_status, full_name, phone, address, region, country, city, zip, client_product_id, client_product_variation_id, quantity, price, discount, final_price; product_code, product_name (--map).',
  'error.cli.assignment':
    '«{text}» oʻqilmadi: {option} tenglik belgisi bilan yoziladi, masalan --map "Telefon=phone" yoki --set country=Uzbekistan.',
  'error.cli.heading':
    '«{heading}» nomli ustun yoʻq. Sarlavhalar: {headings}. Ustun harfini (masalan, D) ham yozish mumkin.',
  'error.cli.headingTwice': '«{heading}» nomli ustun bir nechta. Oʻrniga ustun harfini yozing, masalan D=phone.',
  'error.cli.number': '{option} {least} dan {most} gacha butun son boʻlishi kerak, «{text}» emas.',
  'error.cli.batch': '«{batch}» fayli topilmadi. Roʻyxatni «order-importer batches» koʻrsatadi.',
  'error.cli.noBatch': 'Davom ettiradigan narsa yoʻq: bu papkadan hali hech narsa yuborilmagan.',
  'error.cli.noServer':
    'Buyurtmalar qayerga yuborilsin? --url bilan WMS manzilini yoki serveri koʻrsatilgan saqlangan sozlamalarni ayting. Hech narsa yuborilmadi.',
  'error.cli.noToken':
    '{name} oʻzgaruvchisida kirish kaliti yoʻq. Uni oʻsha yerga yoki login va parolni WMS_LOGIN va WMS_PASSWORD ga qoʻyib, qayta boshlang. Hech narsa yuborilmadi.',
  'error.cli.keyCharacter':
    '{name} dagi kirish kalitini yuborib boʻlmaydi: uning {place}-belgisi {character}, kalitda bunday belgi boʻlmaydi. Kalitni toʻliq nusxalab, oʻsha yerga qaytadan qoʻying. Hech narsa yuborilmadi.',
  'error.cli.otherServer':
    'Bu faylning buyurtmalari {url} ga emas, {server} ga yuboriladi. --url ni olib tashlang yoki faylni «send» bilan yangidan yuboring.',
  'error.cli.settleHow':
    'Buyurtma nima boʻlganini ayting: --there (maʼlum boʻlsa --wms-id bilan) yoki --send-again, ikkisidan biri.',
  'error.cli.orderUnknown': '{batch} faylida taqdiri nomaʼlum {order}-buyurtma yoʻq.',
  'error.cli.reportKind': 'Hisobot .xlsx yoki .csv boʻlib saqlanadi, «{file}» kabi emas.',
  'cli.ledger':
    'yuborilgan buyurtmalar daftari: export FAYL, boshqa kompyuterdan merge FAYL, eski hisobotdan refill HISOBOT yoki changes: WMS xodimlari nimani oʻzgartirishi kerak (-o FAYL.xlsx, --json)',
  'cli.option.ledgerUrl': 'eski hisobotdagi buyurtmalar ketgan WMS manzili (refill)',
  'cli.option.changesOutput': 'oʻzgarishlar roʻyxati uchun fayl, .xlsx (changes)',
  'error.ledger.noFile': 'Faylni koʻrsating: ledger {act} FAYL.',
  'error.ledger.changesKind': 'Oʻzgarishlar roʻyxati .xlsx boʻlib saqlanadi, «{file}» kabi emas.',
  'cli.ledger.exported': '{count, plural, other {# ta}} buyurtma {file} fayliga yozildi',
  'cli.ledger.merged': 'Yangi: {added}. Avvaldan maʼlum: {known}. Shu bilan hal boʻldi: {settled}.',
  'error.ledger.act': '«{act}» bulardan biri emas: {acts}.',
  'error.ledger.notOurs':
    'Bu butun daftar fayli emas. Uni boshqa kompyuterda qaytadan saqlang («Yuborilgan buyurtmalar» sahifasida yoki «ledger export» bilan) va borligicha nusxalang.',
  'error.ledger.newer':
    'Bu daftarni dasturning yangiroq versiyasi yozgan. Oʻsha versiyani oʻrnating, soʻng birlashtiring.',
  'cli.ledger.unproven':
    'Bu daftar eski versiyada saqlangan: toʻliqmi yoki yoʻqmi, undan bilinmaydi. Boshqa kompyuterda shu versiya bilan qayta saqlang va yana qoʻshing.',
  'error.ledger.changed':
    'Daftar saqlangandan keyin qirqilgan yoki oʻzgartirilgan, shuning uchun hech narsa olinmadi. Boshqa kompyuterda qayta saqlang va oʻzgartirmay koʻchiring.',
  'error.ledger.broken':
    'Daftarning {line}-qatori oʻzgartirilgan, shuning uchun hech narsa olinmadi. Boshqa kompyuterda qayta eksport qiling.',
  'error.ledger.noServer': 'Bu hisobotdagi buyurtmalar qaysi WMSga ketgan? Uni --url bilan ayting.',
  'error.ledger.noReport':
    '{file} bu dasturning hisoboti emas: ustunlari yetishmaydi. Saqlangan hisobotning oʻzini tanlang.',
  'error.ledger.practiceReport':
    '{file} — mashq hisoboti: undagi hech narsa haqiqiy WMSga bormagan. Boshqasini tanlang.',
  'cli.option.rule': 'sozlama qoidasi: nom=qiymat, masalan splitItems=on yoki dateOrder=monthFirst',
  'cli.option.ownNumbers': 'har bir buyurtmaga doimiy oʻz raqamini berish; birinchisi shu',
  'cli.option.everyRow': 'har bir qator alohida buyurtma; raqamlar shu sondan boshlanadi',
  'cli.option.products': 'mahsulotlar jadvali bilan birga ishlatiladigan varaq (send uni jadvalga saqlaydi)',
  'cli.products': 'WMSning mahsulotlar jadvali: kod va nomlar hamda ularning IDlari',
  'cli.products.import': 'varaqdagi mahsulotlarni jadvalga olish',
  'cli.products.exportUnmapped': 'fayldagi jadvalda yoʻq mahsulotlarni toʻldirish uchun varaqqa yozish',
  'cli.products.list': 'jadvalni koʻrsatish',
  'cli.products.none': 'Mahsulotlar jadvali boʻsh.',
  'cli.products.imported': '{added} ta qoʻshildi, {changed} ta oʻzgardi, {unchanged} ta avvalgidek.',
  'cli.products.exported': '{count} ta mahsulot toʻldirish uchun yozildi: {file}',
  'cli.profiles': 'saqlangan sozlamalar va ularning fayllari',
  'cli.profiles.list': 'saqlangan sozlamalar roʻyxati',
  'cli.profiles.export': 'saqlangan sozlamalarni boshqa kompyuter uchun faylga saqlash',
  'cli.profiles.import': 'saqlangan sozlamalarni fayldan olish',
  'cli.profiles.none': 'Saqlangan sozlamalar hali yoʻq.',
  'cli.profiles.line': '{name}: {columns} ta ustun, WMS {server}',
  'cli.profiles.exported': '«{name}» sozlamalari faylga saqlandi: {file}',
  'cli.profiles.imported': '«{name}» sozlamalari olindi.',
  'cli.profiles.replaced': '«{name}» sozlamalari almashtirildi.',
  'error.cli.table':
    '«{table}» varaq oraligʻi emas. Birinchi va oxirgi katakni yozing, masalan A3:F20, yoki butun varaq uchun all.',
  'error.cli.rule':
    '«{rule}» — bunday qoida yoki qiymat yoʻq. Qoidalar: {names}. Qiymatlari docs/profile.schema.json da.',
  'cli.option.carryOver': 'avval ochilgan shu fayldagi tuzatishlarni, mos kelsa, bu faylga koʻchirish',
  'cli.earlier.left':
    '«{file}» avval, {at} da ochilgan va unda ishlangan. {work, select, none {} other {Bu faylga mos keladiganlari: {work}. }}{unfit, plural, =0 {} other {# tasi mos kelmaydi. }}--carry-over boʻlmasa, hech biri ishlatilmaydi.',
  'cli.earlier.carried': '«{file}» faylining {at} dagi holatidan koʻchirildi: {work}.',
  'cli.earlier.unfit': '{count, number} ta oʻzgartirish bu faylga mos kelmaydi:',
  'cli.send.money':
    '{count} ta buyurtmada WMSga aytilmaydigan pul bor (oldindan toʻlangan: {prepaid, number} soʻm, yetkazish haqi: {fees, number} soʻm). «check» bilan koʻring.',
};
