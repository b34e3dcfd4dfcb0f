/** Names and addresses as customers here write them, invented: nothing may be said about them. By language, and by habit. */
const lines = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export const goodNames: Readonly<Record<string, readonly string[]>> = {
  uzbekLatin: lines(`
    Karimova Aziza
    Oʻktam Toʻxtayev
    O'rinov Ulug'bek G'ayrat o'g'li
    Gʻulomova Shahnoza Sherzod qizi
    Yo‘ldoshev Jo‘rabek
    Qodirov Shahzod
    XUDOYBERDIYEVA MALIKA
    saidova gulnora
    kARIMOV aNVAR
    DilnozaXon Rahimova
    MAʼMURA Asʼhadova
    Abdulloh
    Toshkent shahri, Chilonzor tumani, 9-mavze, 12-uy, 45-xonadon
    Samarqand vil., Urgut t., Gʻoʻs MFY, Navroʻz koʻchasi 5/2
    Buxoro sh. M.Iqbol ko'chasi 11
    ToshMI yotoqxonasi, TTZ-2
    Mirzo Ulugʻbek tumani, BuyukIpakYoʻli 3A
    Fargʻona, Margʻilon, «Ipakchi» savdo markazi
  `),
  uzbekCyrillic: lines(`
    Тўхтаев Ғайрат
    Қодирова Нигора Шавкат қизи
    Ҳамидов Баҳодир Ўктам ўғли
    Йўлдошева Гўзал
    ХУДОЙБЕРДИЕВА МАЛИКА
    ШАҲНОЗА ҒУЛОМОВА
    Абдуллаҳ
    Маъмура Асъҳадова
    Тошкент шаҳри, Юнусобод тумани, 4-мавзе, 12-уй
    Самарқанд вил. Ургут тум. Ғўс МФЙ
    Бухоро ш., М.Иқбол кўчаси 11
    Қўқон шаҳри, Навбаҳор к. 7
    қўрғонтепа тумани
  `),
  russian: lines(`
    Иванов Пётр Сергеевич
    Щербакова Юлия
    ИВАНОВ ИВАН ИВАНОВИЧ
    Ёлкина Алёна
    Цой Виктор
    Ким Ю.
    Пак Эдуард
    Хван Юн Хи
    Подъячев Съезд
    Въюнов
    Мкртчян Грант
    Ткач Мстислав
    Фрунзе Эрнст
    кузнецова ольга
    иВАНОВА аННА
    Эйхгорн Яна
    г. Ташкент, ул. Навои, дом 5, кв. 12
    г.Ташкент,ул.Шота Руставели,д.45,кв.А
    Юнусабад-13, д.21, кв.9, домофон 45К
    Ташкент, массив ТТЗ-1, ЖК «NEST One», подъезд №2
    мкр-н Сергели-8А, агентство «Зеленстрой»
    ООО «УзАвто», склад №3
    СергелиТуман
    пр-т Мустақиллик, Петербургская ул.
    Алмазарский р-н, Кара-Камыш 2/3… спросить Лену
    ул. Встреч 5, мкрн
    Ташкентская обл., Чирчик, ГЭС-7, здание ХЭЦ
    ориентир: ДОСААФ, НИИФТРИ, 5 эт., t° 20
    взгляд, контрстрайк, вскрыть
  `),
  karakalpak: lines(`
    Ájiniyaz Qosıbay ulı
    Ǵayratdinova Aysánem
    Nókis qalası, Ǵárezsizlik kóshesi 12
    Úseynov Ómirbek
    Қарақалпақстан, Нөкис қаласы
    Әжинияз Қосыбай улы
    Ғәрезсизлик көшеси, Шымбай
    Үсейнов Өмирбек
  `),
  kazakh: lines(`
    Әлібек Нұрлан
    Қуанышбек Өмірзақ
    Гүлжан Мұхамедқызы
    Ғабит Мүсірепов
    Шымкент қ., Тәуке хан даңғылы 5
    Айгүл Іңкәр
    Һашим
    Жібек жолы
    Nurlan Älibek
    Ūlybek Ğani
  `),
  tajik: lines(`
    Ҷамшед Раҳимӣ
    Зулфия Ӯзбекова
    Фирӯз Ғаффорӣ
    Душанбе, кӯчаи Рӯдакӣ 12
    Хуҷанд, маҳаллаи Панҷшанбе
    ҶӮРАЕВ МАНУЧЕҲР
  `),
  kyrgyzTurkmen: lines(`
    Үмүт Өмүракунов
    Жаңыл Мырза
    Aýgül Öwezowa
    Şöhrat Çaryýew
    Aşgabat, Magtymguly şaýoly
    Möwlamberdi Nuryýewiç
  `),
  others: lines(`
    John Smith
    Ronald McDonald
    Mary-Jane O'Connor
    O’Neil Jr.
    DeVito Danny
    MacArthur Ian
    Hélène Béranger
    François Lefèvre
    Größe Müller
    Jürgen Weiß
    Łukasz Żółć
    İbrahim Yıldız
    Ümit Öztürk
    Çağla Şahin
    José Ángel Núñez
    Åsa Öberg
    Михайло Їжак, м. Київ
    Олена Єгорова-Ґалаґан
    Αλέξανδρος
    김민수
    王小明
    محمد علی
    დავით
    Նարեկ
    123 Main Street, apt. 5B
    iPhone do'koni, WhatsApp guruhi
    Telegram: @order_bot
    Navoiy 5 (kechqurun)
    5-uy? yoki 6-uy
    Aziz, qaysi uy?
    Хасан дом 5?
    http://maps.example/?q=41.3,69.2
    https://yandex.uz/maps/?text=uy&ll=69
    Café «Rumi» & Co. №1
    Olma™ do‘koni · 2-qavat
    5½ km, 20°C, ±5 m
    €100
  `),
};
