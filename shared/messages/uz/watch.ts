import type { watch as source } from '../en/watch.ts';

export const watch: Record<keyof typeof source, string> = {
  'watch.title': 'Yangi fayllar jildi',
  'watch.about':
    'Shu jildga tushgan jadval (pochtadan, botdan, tarmoq diskidan) tekshiriladi va «Fayllar tarixi»da «yangi» belgisi bilan kutib turadi. Hech narsa oʻzidan oʻzi yuborilmaydi.',
  'watch.rules':
    'Sarlavhalari bu yerda avval ochilgan yoki saqlangan sozlamasi bor fayllar olinadi; ichki jildlarga qaralmaydi.',
  'watch.computers':
    'Umumiy daftarsiz bitta jildga ikki kompyuter qaramasin: bir xil buyurtmalar ikkalasida ham yuborishga turadi. Umumiy daftar bilan har bir buyurtma bir marta ketadi.',
  'watch.none': 'Jild tanlanmagan.',
  'watch.folder': 'Jild: {folder}',
  'watch.choose': 'Jildni tanlash…',
  'watch.off': 'Boshqa qaramaslik',
  'watch.status.watching': 'Yangi fayl shu zahoti seziladi.',
  'watch.status.polled': 'Jildga har {seconds} soniyada qaraladi.',
  'watch.status.away': 'Jild hozir ochilmayapti. Dastur oʻzi qayta urinadi, hech narsa qolib ketmaydi.',
  'watch.status.elsewhere': 'Unga hozir shu maʼlumotlar bilan ochilgan boshqa oyna yoki terminal qarab turibdi.',
  'watch.polling': 'Jildga qarash',
  'watch.polling.auto': 'Oʻzi tanlaydi (tarmoqda har 30 soniyada)',
  'watch.polling.every': 'Har {seconds} soniyada',
  'watch.before': '{count} ta fayl avvaldan turgan edi, ular olinmadi.',
  'watch.takeBefore': 'Eski fayllarni ham olish',
  'watch.left': 'Yangi fayllar jildidan olinmadi',
  'watch.open': 'Baribir ochish',
  'watch.hide': 'Yashirish',
  'watch.hideFile': '«{name}» haqidagi qatorni yashirish',
  'watch.new': 'yangi',
  'watch.arrivedOne': 'Yangi fayl: «{name}». {total} tadan {ready} ta buyurtma yuborishga tayyor.',
  'watch.arrived': '{files} ta yangi fayl: {total} tadan {ready} ta buyurtma yuborishga tayyor.',
  'watch.show': 'Koʻrish',
  'error.watch.noFolder': '{folder} degan jild yoʻq. Nomini, disk yoki tarmoq ulanganini tekshiring.',
  'error.watch.ownFolder':
    '{folder} ichida dastur oʻz fayllarini saqlaydi, unga qarab boʻlmaydi. Fayllar keladigan jildni tanlang.',
  'error.watch.elsewhere':
    '{folder} jildiga shu maʼlumotlar bilan ochilgan boshqa oyna yoki terminal qarab turibdi. Avval uni toʻxtating yoki boshqa jildni tanlang.',
  'error.watch.unknownHeadings':
    '«{file}»: bunday sarlavhali ({headings}) fayl bu yerda hali ochilmagan. Uni bir marta oching, keyin bunday fayllar oʻzi olinadi.',
  'error.watch.ownReport': '«{file}» — shu dasturning hisoboti. Bajarilmaganlari hisobot sahifasidan ochiladi.',
  'cli.watch':
    'jildga qarab turish: unga tushgan jadvallar tekshiriladi va yangi fayl sifatida saqlanadi; hech narsa oʻzi yuborilmaydi',
  'cli.option.once': 'hozir borini olib, tugatish',
  'cli.option.poll': 'jildga har necha soniyada qarash (busiz tarmoq jildlariga har 30 soniyada)',
  'cli.watch.begins': '{folder} jildiga qarab turibman. Hech narsa oʻzi yuborilmaydi. Ctrl+C — tugatish.',
  'cli.watch.taken': 'Yangi: {file}: {total} tadan {ready} ta buyurtma tayyor. Fayl {batch}',
  'cli.watch.left': 'Olinmadi: {message}',
  'cli.watch.waits': 'Kutyapti: {message}',
};
