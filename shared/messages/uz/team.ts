/** The words of the team's ledger: several computers, each order once. */
import type { team as source } from '../en/team.ts';

export const team: Record<keyof typeof source, string> = {
  'cli.team':
    'bir necha kompyuter, har bir buyurtma bir marta: create URL -o FAYL (PostgreSQL bazasida umumiy daftar); join FAYL; status; leave; go-on (baza orqaga qaytarilgandan keyin); choose ID ours | theirs (ikki kishi bir vaqtda oʻzgartirgani); upgrade URL (bazani shu versiyaga oʻtkazish)',
  'cli.option.team': 'jamoa fayli (yoki ORDER_IMPORTER_TEAM oʻzgaruvchisi); koʻrsatilmasa, shu kompyuter ulangan fayl',
  'cli.option.alone':
    'umumiy daftar bilan aloqa boʻlmasa, u javob berguncha usiz davom etish: shu orada boshqa kompyuter yuborgan buyurtma ikki marta ketishi mumkin, oʻzimizning raqamlar ham berilmaydi',
  'cli.option.teamOutput': 'yoziladigan jamoa fayli; boshqalar shu fayl bilan ulanadi',
  'cli.option.ca': 'baza sertifikatini imzolaganning fayli (PEM)',
  'cli.team.created':
    'Umumiy daftar yaratildi. Boshqalar {file} fayli bilan ulanadi: «order-importer team join {file}». Uni kalitdek saqlang: unda bazaga yoʻl bor.',
  'cli.team.loopback':
    'Bu manzil faqat shu kompyuterga olib boradi. Boshqalar uchun faylga («host») baza ular uchun qanday nomda boʻlsa, oʻshani yozing.',
  'cli.team.joined':
    'Bu kompyuter umumiy daftarga ulandi: jami {count} ta kompyuter. Bu yerdan avval yuborilganlarni boshqalar biladi.',
  'cli.team.none': 'Bu kompyuter umumiy daftarga ulanmagan.',
  'cli.team.connected': 'Umumiy daftar bilan aloqa bor.',
  'cli.team.howAlone':
    'Usiz davom etish uchun --alone qoʻshing: shu orada boshqa kompyuter yuborgan buyurtma ikki marta ketishi mumkin, oʻzimizning raqamlar ham berilmaydi.',
  'cli.team.thisComputer': '{name} (shu kompyuter)',
  'cli.team.computer': '{name} · oxirgi belgi: {sign} · qoʻlida: {inHand} · nomaʼlum: {unknown}',
  'cli.team.computerLeft': '{name} · chiqib ketgan',
  'cli.team.justNow': 'hozirgina',
  'cli.team.minutesAgo': '{minutes} daqiqa oldin',
  'cli.team.waiting':
    '{count, plural, =0 {Bu yerdan yuborilganlarning hammasi umumiy daftarda.} other {# ta yozuv umumiy daftarga oʻtishini kutyapti.}}',
  'cli.team.held':
    'Baza avvalgi holatiga qaytarilgan. Shu kompyuterlar nima yuborganini aytmaguncha hech narsa yuborilmaydi: {names}. Buning uchun ularda dasturni ochish kifoya. Birortasi butunlay yoʻq boʻlsa: «order-importer team go-on».',
  'cli.team.goesOn': 'Yuborish davom etadi.',
  'cli.team.acceptedTwice':
    'WMS ikki kompyuterdan ikki marta qabul qilgan: {numbers}. Bu raqamlarni WMSdan tekshiring.',
  'cli.team.left': 'Bu kompyuter umumiy daftardan chiqdi. Jamoa buyurtmalari haqida bilganlari qoladi.',
  'cli.team.leftUntold':
    'Bu kompyuter umumiy daftardan chiqdi. Daftar bilan aloqa boʻlmadi, shuning uchun boshqalar buni va kutib turgan yozuvlarni bilmaydi. Bu kompyuterdan yuborilganlar shu yerda maʼlum.',
  'reason.run.teamAway':
    'Umumiy daftar bilan aloqa yoʻq: yuborish kutadi va oʻzi davom etadi. Hech narsa yoʻqolmadi. Bazaga boradigan tarmoqni tekshiring.',
  'reason.run.teamSetBack':
    'Umumiy daftar bazasi avvalgi holatiga qaytarilgan: boshqa kompyuterlar nima yuborganini aytguncha yuborish kutadi. Ularda dasturni oching.',
  'reason.run.teamAppTooOld':
    'Umumiy daftarni dasturning yangiroq versiyasi yuritadi. Uni shu yerga oʻrnating; ungacha bu yerdan hech narsa yuborilmaydi.',
  'reason.run.teamOtherDatabase':
    'Bazada bu jamoaning umumiy daftari yoʻq: u yangi, boʻsh yoki boshqaniki. Bazaga qarovchidan soʻrang; ungacha hech narsa yuborilmaydi.',
  'reason.run.teamOtherTeam': 'Bu kompyuter boshqa umumiy daftarga ulangan. Avval undan chiqing.',
  'reason.run.teamRefused':
    'Umumiy daftar bazasi bu kompyuterni kiritmayapti ({message}). Yangi jamoa faylini soʻrang.',
  'reason.run.teamFileMissing':
    'Bu kompyuter umumiy daftarga ulangan, lekin jamoa fayli yoʻq. Fayl bilan qayta ulaning; biror buyurtma ikki marta ketmasligi uchun ungacha hech narsa yuborilmaydi.',
  'error.team.act': '«{act}» bulardan biri emas: {acts}.',
  'error.team.noUrl': 'Baza va faylni ayting: team create postgres://USER:PASSWORD@HOST/DATABASE -o FAYL.',
  'error.team.address':
    'Bu PostgreSQL bazasining manzili emas. U shunday boʻladi: postgres://USER:PASSWORD@HOST:5432/DATABASE.',
  'error.team.noFile': 'Jamoa faylini ayting: team join FAYL.',
  'error.team.notThere': '{file} fayli yoʻq.',
  'error.team.fileExists': '{file} fayli allaqachon bor. Boshqa fayl ayting.',
  'error.team.notOurs': 'Bu dasturning jamoa fayli emas. Jamoa yaratilganda saqlangan faylni soʻrang.',
  'error.team.none': 'Bu kompyuter umumiy daftarga ulanmagan.',
  'error.team.exists': 'Bu bazada umumiy daftar allaqachon bor. Uning fayli bilan ulaning yoki boshqa bazani ayting.',
  'error.team.otherDatabase': 'Bazada bu jamoaning umumiy daftari yoʻq: u yangi, boʻsh yoki boshqaniki.',
  'error.team.appTooOld': 'Umumiy daftarni dasturning yangiroq versiyasi yuritadi. Uni shu yerga oʻrnating.',
  'error.team.otherTeam': 'Bu kompyuter boshqa umumiy daftarga ulangan. Avval undan chiqing: team leave.',
  'error.team.fileMissing':
    'Bu kompyuter umumiy daftarga ulangan, lekin jamoa fayli yoʻq. Uni ayting: --team FAYL, yoki qayta ulaning: team join FAYL.',
  'error.team.refused': 'Baza rad etdi: {message}',
  'error.team.away': 'Baza bilan aloqa yoʻq. Manzilini va tarmoqni tekshiring, soʻng qayta urining.',
  'error.team.numbersAway':
    'Umumiy daftar bilan aloqa yoʻq, oʻzimizning raqamlar esa oʻsha yerdan beriladi: ikki buyurtma bir xil raqam olmasligi kerak. Bazaga boradigan tarmoqni tekshiring, soʻng faylni qayta oching.',
  'error.team.underWay': 'Hozir buyurtmalar yuborilmoqda. Tugashini kuting, soʻng qayta urining.',
  'error.team.startAgain':
    'Dastur ochiq turganda bu kompyuter umumiy daftarga ulandi. Dasturni yopib, qayta oching; biror buyurtma ikki marta ketmasligi uchun ungacha hech narsa yuborilmaydi.',
  'error.team.changing': 'Bu kompyuter hozir jamoaga ulanmoqda yoki undan chiqmoqda. Biroz kutib, qayta urining.',
  'error.team.alreadyIn': 'Bu kompyuter allaqachon jamoaga ulangan. Avval undan chiqing.',
  'error.team.notAway': 'Umumiy daftar bilan aloqa bor: yuborish u orqali boradi.',
  'error.team.stillThere':
    'Bu kompyuter oxirgi besh daqiqada aloqada edi va hali yuborayotgan boʻlishi mumkin. Undagi dasturni yoping, soʻng besh daqiqadan keyin qayta urining.',
  'error.team.noneChosen': 'Avval jamoa faylini tanlang.',
  'error.team.changedMeanwhile':
    '{orderId} raqamli buyurtma oʻzgardi: shu orada kimdir uni hal qildi yoki yubordi. Roʻyxatga qayta qarang.',
  'issue.sending.notSent.team':
    'Oxirgi daqiqada umumiy daftar bilan aloqa boʻlmadi, hech narsa yuborilmadi. Yana urinib koʻriladi.',
  'issue.orders.sentBeforeBy':
    'Shu raqamli buyurtmani {by} boshqa mazmun bilan yuborgan va qabul qilingan («{fileName}» faylidan, {at}). Yuborilganidek qoldiring yoki yangi buyurtma boʻlsa, boshqa raqam bering.',
  'issue.orders.idTakenBy':
    '{by} yuborganda WMS bu raqamni band deb rad etgan («{fileName}» faylidan, {at}). WMSdan tekshiring yoki bu buyurtmaga boshqa raqam bering.',
  'issue.orders.cancelledAfterSendingBy':
    'Faylda u bekor qilingan yoki qaytarilgan, lekin {by} uni yuborgan va qabul qilingan («{fileName}», {at}); bu yerdan bekor qilib boʻlmaydi. Yuborilganicha qoldiring: u WMS xodimlari uchun roʻyxatga tushadi.',
  'team.unnamedShop':
    'Bu yerda {shops} bilan birga hech kim nom bermagan doʻkon ham bor: «{name}» (yuborilgan buyurtmalar: {orders}, mahsulotlar: {products}). U shulardan birimi? Unda yangi fayllar uchun oʻshani tanlang, «{name}»ni esa roʻyxatdan olib tashlang («Sozlamalar › Doʻkonlar»): uning nomidan ketgan buyurtma xuddi shu mazmunda qayta ketmaydi. Agar u alohida doʻkon boʻlsa, oʻsha yerda unga nom bering.',
  'state.by': '{state} · {by}, {at}',
  'state.beingSentBy': 'Hozir {by} yubormoqda',
  'before.by': '{by} yuborgan.',
  'standing.fromBy': '{by}, «{file}», {at}',
  'issue.orders.beingSentBy': 'Hozir {by} yubormoqda, «{fileName}» faylidan ({at} dan beri). U tugaguncha kuting.',
  'issue.orders.leftBehindBy':
    'Bu buyurtmani {by} yuborayotgan edi («{fileName}» faylidan, {at}), lekin oʻsha kompyuterdan besh daqiqadan beri xabar yoʻq. Yuborganingizda u avval WMSdan qidiriladi va faqat u yerda boʻlmasa yuboriladi.',
  'issue.orders.sentUnknownBy':
    'Shu raqamli buyurtmani {by} «{fileName}» faylidan yuborgan ({at}), javobi esa kelmagan. Avval oʻsha yerda aniqlang: u allaqachon yaratilgan boʻlishi mumkin.',
  'issue.orders.alreadySentBy':
    '{by} yuborgan va qabul qilingan, mazmuni oʻsha («{fileName}» faylidan, {at}). Qayta yuborilmaydi.',
};
