import type { sending as en } from '../en/sending.ts';

export const sending: Record<keyof typeof en, string> = {
  'issue.sending.notSent.name': 'Server nomi topilmadi, hech narsa yuborilmadi. Manzil va internetni tekshiring.',
  'issue.sending.notSent.refused':
    'Server ulanishni qabul qilmadi, hech narsa yuborilmadi. Server ishga tushgach yuboriladi.',
  'issue.sending.notSent.unreachable': 'Serverga yoʻl topilmadi, hech narsa yuborilmadi. Internetni tekshiring.',
  'issue.sending.notSent.timeout': 'Server vaqtida javob bermadi, hech narsa yuborilmadi. Qayta urinib koʻriladi.',
  'issue.sending.notSent.tls':
    'Himoyalangan ulanish oʻrnatilmadi, hech narsa yuborilmadi. Manzilni hamda kompyuter sanasi va soatini tekshiring.',
  'issue.sending.notSent.proxy':
    'Tarmoq proksi-serveri oʻtkazmadi, hech narsa yuborilmadi. Tarmoqqa javobgar odamga murojaat qiling.',
  'issue.sending.notSent.request':
    'Soʻrovni HTTP talab qilganidek tuzib boʻlmadi, hech narsa yuborilmadi. Kirish kalitini qaytadan kiriting.',
  'issue.sending.lost.connection':
    'Javob kelguncha aloqa uzildi. Buyurtma WMSda boʻlishi mumkin: u tekshiriladi, koʻr-koʻrona qayta yuborilmaydi.',
  'issue.sending.lost.timeout':
    'Javob vaqtida kelmadi. Buyurtma WMSda boʻlishi mumkin: u tekshiriladi, koʻr-koʻrona qayta yuborilmaydi.',
  'issue.sending.lost.interrupted':
    'Buyurtma yuborilayotganda dastur yopilgan yoki kompyuter uyquga ketgan. U WMSda boʻlishi mumkin: tekshiriladi, koʻr-koʻrona qayta yuborilmaydi.',
  'issue.sending.forgotten':
    'Bu kompyuterdagi yozuvlar buyurtma yuborilganidan eskiroq. U WMSda boʻlishi mumkin: tekshiriladi, koʻr-koʻrona qayta yuborilmaydi.',
  'issue.sending.unauthorized':
    'WMS kirish kalitini qabul qilmadi va hech narsa olmadi. Buyurtma yangi kalit bilan yuboriladi.',
  'issue.sending.forbidden':
    'Bu hisobga buyurtma yaratish ruxsat etilmagan, WMS hech narsa olmadi. WMS xodimlaridan ruxsat soʻrang yoki boshqa hisobdan foydalaning.',
  'issue.sending.wrongAddress':
    'Bu manzilda buyurtma qabul qiladigan WMS yoʻq (kod {status}). Hech narsa olinmadi; sozlamalarda manzilni tekshiring.',
  'issue.sending.slowDown':
    'WMS kutishni soʻradi (kod {status}) va hech narsa olmadi. Buyurtma kutishdan keyin yuboriladi.',
  'issue.sending.serverTrouble':
    'WMSning oʻzida xatolik yuz berdi (kod {status}). Shunga qaramay buyurtma unda boʻlishi mumkin: tekshiriladi.',
  'issue.sending.unreadable':
    'Javob WMSdan emas (kod {status}). Shunga qaramay buyurtma unda boʻlishi mumkin. Manzilni va tarmoq kirishni soʻrayotgan-soʻramayotganini tekshiring.',
  'issue.sending.contradictory':
    'WMS javobi oʻziga zid (kod {status}, lekin xatolar aytilgan yoki yaroqli raqam yoʻq). Shunga qaramay buyurtma unda boʻlishi mumkin: oʻsha yerdan qarang.',
  'issue.sending.otherOrder':
    'WMS boshqa buyurtma haqida javob berdi ({answered}, WMS ID {wmsId}). WMSda nima yozilganini koʻring.',
  'issue.sending.unclear':
    'WMS buyurtmani olmadi va qaysi qiymat xato ekanini aytmadi (kod {status}). Javobini koʻring yoki WMS xodimlaridan soʻrang.',
  'issue.sending.takenAfterLost':
    'Avval javob kelmagan edi, endi WMS bu buyurtma raqami bor deyapti. Aynan shu buyurtmami — tekshirilmoqda.',
  'issue.sending.foundByLookup': 'Javob kelmagan edi, ammo buyurtma WMSda xuddi shu mazmun bilan topildi.',
  'issue.sending.lookupDiffers': 'WMSda shu raqamli buyurtma bor, lekin mazmuni boshqa. WMSda ikkalasini solishtiring.',
  'issue.sending.lookupUnproven':
    'WMSda shu raqamli buyurtma bor, lekin u aynan shu ekanini bilish uchun maʼlumot yetarli emas. WMSdan koʻring.',
  'issue.sending.lookupSeveral':
    'WMSda shu raqamli buyurtma bittadan koʻp. WMS xodimlaridan bittasini qoldirishni soʻrang.',
  'issue.sending.lookupFailed': 'Hozir WMSdan soʻrab boʻlmadi. Keyinroq yana tekshiring.',
  'issue.sending.takenNoLookup':
    'WMS bu buyurtma raqami bor deyapti, lekin u kimniki ekanini soʻrab boʻlmaydi. WMSdan koʻring.',
  'issue.sending.lookupNotOffered':
    'Bu WMS buyurtma bor-yoʻqligini koʻrsatmaydi. WMSdan qarang yoki xodimlaridan soʻrang, soʻng «u yerda bor» yoki «qayta yuborish»ni tanlang.',
  'issue.sending.lookupUntrusted':
    'Tekshiruv uni ham, aniq bor buyurtmani ham topmadi, shuning uchun hech narsani isbotlamaydi. WMSdan qarang.',
  'issue.sending.lookupAbsent': 'Javob kelmagan edi, buyurtma WMSda yoʻq. Uni bemalol qayta yuborish mumkin.',
  'issue.sending.neverThere':
    '{count, plural, other {# marta}} yuborildi, javob kelmadi va WMSda yoʻq. Bu buyurtmada nima xato ekanini WMS xodimlaridan soʻrang.',
  'issue.sending.settledByOperator': 'Operator belgiladi: buyurtma WMSda bor.',
  'issue.sending.echo':
    'Qabul qilindi, lekin WMS «{sent}» oʻrniga «{answered}» deb yozdi. Muhim boʻlsa, WMSda toʻgʻrilang.',
  'issue.sending.echoItems':
    'Qabul qilindi, lekin WMS {sent} ta mahsulot oʻrniga {answered} ta yozdi. WMSda toʻgʻrilang.',

  'reason.run.byOperator': 'Toʻxtatib turilgan. Hech narsa yoʻqolmadi.',
  'reason.run.firstSent': 'Birinchi buyurtma yuborildi. Natijasini koʻring, soʻng qolganlarini davom ettiring.',
  'reason.run.unauthorized':
    'WMS kirish kalitini qabul qilmayapti: muddati oʻtgan boʻlishi mumkin. Davom etish uchun yangisini kiriting. Hech narsa yoʻqolmadi.',
  'reason.run.expired':
    'Kirish kalitining muddati tugagan. Davom etish uchun yangisini kiriting. Hech narsa yoʻqolmadi.',
  'reason.run.forbidden':
    'Bu hisobga buyurtma yaratish ruxsat etilmagan. WMS xodimlaridan ruxsat soʻrang yoki boshqa hisob kalitini kiriting.',
  'reason.run.wrongAddress':
    'Bu manzilda buyurtma qabul qiladigan WMS yoʻq (kod {status}). Sozlamalarda tekshiring. Hech narsa yoʻqolmadi.',
  'reason.run.notTheWms':
    'WMS emas, boshqa narsa javob berdi (kod {status}): tarmoq kirishni soʻrayotgan boʻlishi mumkin. Brauzerda biror sahifani oching, soʻng davom eting.',
  'reason.run.contradictory':
    'WMS bir vaqtning oʻzida ham muvaffaqiyat, ham xato deb javob bermoqda (kod {status}): buyurtmalarni olayotgani nomaʼlum. Davom etishdan oldin oʻsha yerdan qarang va xodimlaridan soʻrang.',
  'reason.run.otherOrder':
    'WMS yuborilganidan boshqa buyurtma haqida javob berdi. Davom etishdan oldin oʻsha buyurtmani koʻring.',
  'reason.run.sameId':
    'WMS ikkita buyurtmaga, {other} va {orderId} ga, bitta raqam ({wmsId}) berdi: ehtimol, ulardan faqat bittasi saqlangan. Davom etishdan oldin oʻsha yerdan qarang va xodimlaridan soʻrang.',
  'reason.run.tooMany': 'WMS bir vaqtda kamroq buyurtma yuborishni soʻradi.',
  'reason.run.tooManyForLong':
    'Ikki soatdan beri WMS kamroq yuborishni soʻrayapti va bitta ham buyurtma olmadi, shuning uchun yuborish tugatildi. Qolganlari kutib turadi: keyinroq yuboring va cheklov haqida WMS xodimlaridan soʻrang.',
  'reason.run.serverBusy': 'WMS band yoki unda texnik ishlar ketmoqda.',
  'reason.run.serverSlow': 'WMS juda sekin javob bermoqda.',
  'reason.run.offline': 'Aloqa uzildi; tiklansa oʻzi davom etadi. Hech narsa yoʻqolmadi.',
  'reason.run.journalFailed':
    'Bu kompyuterdagi yozuvlarni saqlab boʻlmadi ({message}), yuborish toʻxtatildi. Diskni tekshirib, yana yuboring.',
  'reason.run.journalDamaged':
    'Bu kompyuterdagi yozuvlar buzilgan ({message}), yuborish toʻxtatildi. Dasturni yopib, qaytadan oching: u yozuvlarni tartibga keltiradi. Hech narsa ikki marta yuborilmaydi.',
  'reason.run.journalReplaced':
    'Shu orada bu kompyuterdagi yozuvlar tartibga keltirildi yoki boshqa joyga koʻchirildi, shuning uchun bu yerda yuborish toʻxtadi. Bu oyna yoki terminalni yopib, qaytadan oching; hech narsa ikki marta yuborilmaydi.',
  'reason.run.witnessFailed':
    'Bu kompyuterdagi ikkinchi yozuvni saqlab boʻlmadi ({message}), yuborish toʻxtatildi. Diskni tekshirib, yana yuboring.',
  'reason.run.failed':
    'Dasturdagi xatolik tufayli yuborish toʻxtadi ({message}). Hech narsa yoʻqolmadi; qaytadan boshlang.',

  'error.sending.noBatch': 'Bu fayl endi roʻyxatda yoʻq. Uni qaytadan oching.',
  'error.sending.alreadyRunning':
    'Bu faylning buyurtmalari allaqachon yuborilmoqda. Tugashini kuting yoki avval toʻxtating.',
  'error.sending.cannotStart': 'Yuborishni boshlab boʻlmadi: {message}. Diskni tekshirib, yana urinib koʻring.',
  'error.sending.notRecovered':
    'Avval nima yuborilganini bilib boʻlmadi: {message}. Hech bir buyurtma ikki marta ketmasligi uchun, bu tuzatilmaguncha hech narsa yuborilmaydi. Diskni tekshirib, dasturni qaytadan oching.',
  'error.sending.neverSent': '{orderId} raqamli buyurtma bu fayldan yuborilmagan. Avval uni yuboring.',
  'error.sending.underWay': '{orderId} raqamli buyurtma hozir yuborilmoqda. Biroz kutib, yana urinib koʻring.',
  'error.sending.cannotSettle': '{orderId} raqamli buyurtmada hal qiladigan narsa yoʻq: holatiga qarang.',
  'error.sending.settleThere':
    '{orderId}-buyurtma «{fileName}» faylidan yuborilgan va nima boʻlgani hali maʼlum emas. Avval oʻsha faylda hal qiling.',
  'error.sending.notSendable': 'Bu buyurtmada xatolar bor. Avval ularni tuzating, keyin yuboring.',
  'error.sending.unreachable': '{server} serveri javob bermadi. Manzil va internetni tekshiring.',
  'error.sending.loginRefused':
    'WMS login yoki parolni qabul qilmadi. Ikkalasini tekshirib, yana urinib koʻring. {message}',
  'error.sending.loginUnreadable':
    '{server} manzilida bu usulda kirib boʻlmaydi. Manzilni tekshiring yoki kirish kalitini qoʻying.',
  'error.sending.viewRefused':
    'WMS hozirgi kirish kaliti bilan bu buyurtmani koʻrsatmayapti. Yangi kalit kiritib, yana urinib koʻring.',
  'error.sending.viewUnreadable': 'WMS bu buyurtmani koʻrsatmayapti. Uni WMSda WMS ID boʻyicha qidiring.',
  'error.sending.notAccepted':
    'Bu buyurtma WMSda borligi maʼlum emas. U yerda faqat qabul qilingan va WMS ID si bor buyurtmalarni koʻrish mumkin.',
  'error.sending.interrupted':
    'Oʻtgan safar {count, plural, other {# ta}} buyurtma yuborilayotganda dastur yopilgan. Hech narsa koʻr-koʻrona qayta yuborilmaydi: yuborishni davom ettiring, ular WMSdan tekshiriladi.',
  'error.sending.forgotten':
    'Bu kompyuterdagi yozuvlar eskirib qolgan: ularda yoʻq {count, plural, other {# ta}} buyurtma yuborilgan. Hech narsa koʻr-koʻrona qayta yuborilmaydi: tekshirish uchun yuborishni davom ettiring va diskni tekshirtiring.',
  'error.sending.witnessBroken':
    'Yuborilganlarning ikkinchi yozuvi (witness.log) oʻzgartirilgan yoki toʻliq emas. Oxirgi yuborishdagi buyurtmalar yetishmasligi mumkin: ularni WMSda tekshiring. Buni koʻrganingizni tasdiqlamaguningizcha hech narsa yuborilmaydi.',
  'error.sending.witnessUnseen':
    'Hech narsa yuborilmaydi: yuborilganlarning ikkinchi yozuvi (witness.log) oʻzgartirilgan yoki toʻliq emas. Oxirgi yuborishdagi buyurtmalar WMSda bormi — qarang, soʻng buni koʻrganingizni tasdiqlang.',
  'servers.none': 'Hali birorta manzil haqida «bu WMSning boshqa nomi» deyilmagan.',
  'servers.same': '{server} bilan {other} — bitta WMS.',
  'servers.other': '{server} va {other} — boshqa-boshqa WMS.',
  'servers.forgotten': '{server} va {other} haqida aytilgani bekor qilindi; qaytadan soʻraladi.',
  'error.servers.underWay': 'Hozir buyurtmalar yuborilmoqda. Tugashini kuting, soʻng javob bering.',
  'error.servers.maybeSame':
    'Hech narsa yuborilmadi: bu fayldagi {count, plural, other {# ta buyurtma}} xuddi shu mazmun bilan {other} da bor. {server} — oʻsha WMSning boshqa nomimi? Unda bu buyurtmalar u yerda allaqachon bor. Qaysi biri ekanini ayting.',
  'error.servers.maybeOther':
    'Hech narsa yuborilmadi: {other} da shu fayldagi raqamlar bilan {count, plural, other {# ta buyurtma}} bor, lekin mazmuni boshqacha. {server} — boshqa WMSmi yoki oʻshaning boshqa nomimi? Qaysi biri ekanini ayting.',
  'option.servers.maybeSame': '(order-importer servers same {server} {other} yoki servers other {server} {other})',
  'option.servers.maybeOther': '(order-importer servers other {server} {other} yoki servers same {server} {other})',
  'option.sending.witnessUnseen': '(order-importer witness --seen)',

  'error.store.newer':
    'Bu kompyuterdagi maʼlumotlarni dasturning yangiroq versiyasi yozgan. Oʻsha versiyani oʻrnating; hech narsa oʻzgartirilmadi.',
  'error.store.networkHome':
    'Dastur yozuvlari {folder} jildida, u esa tarmoq diskida. U yerda yozuvlar ishonchli saqlanmaydi: shu kompyuterdagi jildni tanlang.',
  'error.store.damagedInUse':
    '{folder} jildidagi dastur yozuvlari buzilgan va ulardan boshqa oyna yoki terminal foydalanmoqda. Uni yopib, qaytadan boshlang: shunda ular tartibga keltiriladi.',
  'error.store.damagedFound':
    'Bu kompyuterdagi dastur yozuvlari bir-biriga toʻgʻri kelmaydi: hech narsa yuborilmaydi. Dasturni yopib, qayta oching: ularni oʻzi tartibga keltiradi. Hech narsa ikki marta ketmaydi.',
  'error.store.expiredReady':
    'Bu fayllarda mijozlar maʼlumotini saqlash muddati tugagan, lekin yuborilmagan buyurtmalar bor: {files}. Ularni yuboring yoki fayllarni oʻchiring.',
  'error.store.busy':
    'Yozuvlarni dasturning boshqa oynasi yoki terminali ancha vaqtdan beri band qilib turibdi: u qotib qolgan yoki toʻxtatilgan boʻlishi mumkin. Hech narsa yoʻqolgani yoʻq. U javob bermasa, yoping va qayta urinib koʻring.',
  'error.store.replaced':
    'Dastur yozuvlarini shu orada boshqa oyna tartibga keltirdi. Bu oynani yopib, qaytadan oching.',
  'error.store.rebuilt':
    'Dastur yozuvlari buzilgan edi. Ular {folder} jildiga olib qoʻyildi va yangidan tuzildi: {files, plural, other {# ta}} fayl, {orders, plural, other {# ta}} buyurtma. Yetishmaganlari koʻr-koʻrona qayta yuborilmaydi: fayllarni koʻrib chiqing va diskni tekshirtiring.',
  'error.store.lost':
    'Dastur yozuvlari yoʻqolgan edi. {files, plural, other {# ta}} fayl qayta topildi; ulardagi tuzatishlar yoʻqoldi. Yuborilganlari koʻr-koʻrona qayta yuborilmaydi: koʻrib chiqing va diskni tekshirtiring.',
  'error.store.cannotOpen':
    '{folder} jildidagi dastur maʼlumotlarini ochib boʻlmadi ({message}). Disk ulanganini va toʻlib qolmaganini tekshirib, qaytadan boshlang.',
  'error.batch.sending': 'Bu faylning buyurtmalari yuborilmoqda. Tugashini kutib, soʻng olib tashlang.',
};
