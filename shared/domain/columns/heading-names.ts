/**
 * Names that headings go by, in Uzbek (both scripts), Russian and English, most telling first
 * (docs/domain.md, «Headings»). Compared folded and without spaces, so case, dots, apostrophes and units do not matter.
 */
import type { ColumnField } from '../model/fields.ts';

/** Kinds of columns that no field takes, each with a reason of its own: `reason.<kind>`. */
export const unsentKinds = ['created', 'payment', 'note', 'total', 'deliveryFee', 'rowCounter', 'discountPercent', 'orderDiscount', 'secondPhone', 'notAField'] as const;
export type UnsentKind = (typeof unsentKinds)[number];

/** Parts that are joined into one field, in the file's order. */
export type FieldPart = 'firstName' | 'lastName' | 'middleName' | 'addressMain' | 'addressMore' | 'landmark';

/** Names that mean the field whatever the values are. */
export const fieldNames: Readonly<Record<ColumnField, readonly string[]>> = {
  order_id: [
    'order_id', 'Order ID', 'Buyurtma ID', 'Buyurtma raqami', 'Buyurtma №', 'Zakaz ID', 'Zakaz raqami', 'Zakaz №', 'Ariza raqami', 'Chek raqami',
    'Буюртма ID', 'Буюртма рақами', 'Буюртма №', 'Заказ ID', 'Заказ рақами', 'Ариза рақами', 'Чек рақами',
    'Номер заказа', '№ заказа', 'Заказ №', 'ID заказа', 'ИД заказа', 'Код заказа', 'Order Number', 'Order No', 'Order №', 'Номер задания', '№ задания', 'ID сделки',
    'InvoiceNo', 'Invoice Number', 'SalesOrderNumber', 'Номер отправления', 'Ваш номер заказа', 'Номер документа',
  ],
  scheduled_at: [
    'scheduled_at', 'Scheduled At', 'Scheduled Date', 'Yetkazish sanasi va vaqti', 'Yetkazish sanasi', 'Yetkazib berish sanasi', 'Yetkazib berish sanasi va vaqti', 'Yetkazib berish vaqti', 'Yetkazish vaqti', 'Yetkazish kuni', 'Yetkazib berish kuni', 'Rejalashtirilgan sana', 'Rejalashtirilgan vaqt', 'Yetkazilishi kerak',
    'Етказиш санаси', 'Етказиб бериш санаси', 'Етказиш санаси ва вақти', 'Етказиб бериш вақти', 'Етказиш вақти', 'Етказиш куни', 'Режалаштирилган сана', 'Режалаштирилган вақт',
    'Дата и время доставки', 'Дата доставки', 'Желаемая дата доставки', 'Плановая дата доставки', 'Доставить до', 'Когда доставить', 'Плановая дата', 'Срок поставки', 'Срок доставки', 'Дата выполнения', 'Время доставки', 'Интервал доставки', 'Дата отгрузки',
    'Delivery Date', 'Delivery Date and Time', 'Delivery Time', 'requiredDate', 'Due Date', 'Deliver by', 'Estimated Delivery', 'Ship Date', 'shipping_limit_date',
  ],
  fulfillment_status: [
    'fulfillment_status', 'Buyurtma holati', 'Zakaz holati', 'Holat', 'Holati', 'Status', 'Statusi', 'Bosqich', 'Jarayon', 'Ҳолат', 'Ҳолати', 'Статус', 'Статуси', 'Буюртма ҳолати', 'Заказ ҳолати', 'Босқич', 'Жараён',
    'Статус заказа', 'Статус задания', 'Этап сделки', 'Стадия сделки', 'Состояние', 'Этап', 'Стадия', 'Статус доставки', 'Order Status', 'Stage', 'Delivery Status',
  ],
  full_name: [
    'full_name', 'Full Name', 'F.I.Sh.', 'F.I.O.', "To'liq ism", "To'liq ismi", 'Mijoz FIO', 'Mijoz ismi', 'Mijoz F.I.Sh.', 'Ism familiya', 'Familiya ism', 'Ismi familiyasi', 'Qabul qiluvchi', 'Oluvchi', 'Xaridor', 'Mijoz', 'Mijozlar',
    'Ф.И.Ш.', 'Ф.И.О.', 'Тўлиқ ism', 'Тўлиқ исм', 'Мижоз исми', 'Исм фамилия', 'Фамилия исм', 'Қабул қилувчи', 'Харидор', 'Мижоз',
    'ФИО получателя', 'ФИО покупателя', 'ФИО клиента', 'Имя получателя', 'Имя покупателя', 'Имя клиента', 'Имя и фамилия', 'Фамилия и имя', 'Фамилия, имя, отчество', 'Полное имя', 'Полное имя контакта', 'Получатель', 'Покупатель', 'Клиент', 'Заказчик', 'Основной контакт',
    'Recipient', 'Recipient Name', 'Consignee', 'Customer Name', 'Customer Full Name', 'Buyer Name', 'Client Name', 'Contact Name', 'Name (person)', 'Customer', 'Buyer', 'Client', 'shipName',
  ],
  phone: [
    'phone', 'Telefon raqami', 'Telefon raqam', 'Telefon', 'Telefoni', 'Mijoz telefoni', 'Tel raqami', 'Tel raqam', 'Tel. nomer', 'Tel', 'Mobil', 'Mobil telefon', 'Raqam (telefon)',
    'Телефон рақами', 'Телефон рақам', 'Мижоз телефони', 'Тел рақам', 'Тел рақами', 'Мобил',
    'Телефон', 'Тел.', 'Номер телефона', 'Контактный телефон', 'Телефон клиента', 'Телефон покупателя', 'Телефон получателя', 'Мобильный телефон', 'Моб. тел.', 'Мобильный', 'Рабочий телефон', 'Рабочий телефон (контакт)', 'Мобильный телефон (контакт)',
    'Phone Number', 'Telephone', 'Mobile', 'Mobile Phone', 'Tel', 'Customer Phone', 'Contact Number', 'Contact Phone', 'Cell',
  ],
  address: [
    'address', 'Yetkazib berish manzili', 'Yetkazish manzili', "To'liq manzil", 'Mijoz manzili', 'Uy manzili', 'Manzil', 'Manzili', 'Adres', 'Adresi',
    'Етказиб бериш манзили', 'Етказиш манзили', 'Тўлиқ манзил', 'Мижоз манзили', 'Уй манзили', 'Манзил', 'Манзили',
    'Адрес доставки', 'Адрес получателя', 'Адрес клиента', 'Адрес покупателя', 'Полный адрес', 'Адрес', 'Адрес (улица, дом, квартира)', 'Улица, дом', 'Улица, дом, квартира', "Ko'cha, uy", 'Кўча, уй', 'Куда доставить', 'Место доставки',
    'Delivery Address', 'Shipping Address', 'Full Address', 'Address Line', 'shipAddress', 'Street Address', 'Street',
  ],
  region: [
    'region', 'Viloyat', 'Viloyati', 'Viloyat nomi', 'Qaysi viloyat', 'Viloyat/shahar', 'Hudud', 'Hududi', 'Oblast', 'Вилоят', 'Вилояти', 'Вилоят номи', 'Вилоят/шаҳар', 'Ҳудуд', 'Ҳудуди',
    'Область', 'Обл.', 'Регион', 'Регион доставки', 'Область/регион', 'Регион/область', 'Край/область', 'Область доставки', 'Province Name', 'Province', 'shipRegion', 'Region/State', 'State/Province', 'Zone', 'shipping_zone',
  ],
  country: [
    'country', 'Davlat', 'Davlati', 'Mamlakat', 'Mamlakati', 'Davlat nomi', 'Strana', 'Qaysi davlat', 'Давлат', 'Давлати', 'Давлат номи', 'Мамлакат', 'Мамлакати', 'Қайси давлат',
    'Страна', 'Страна доставки', 'Страна получателя', 'Страна назначения', 'Страна клиента', 'Государство', 'Country Name', 'Country/Region', 'shipCountry', 'Nation', 'Country Code', 'Код страны',
  ],
  city: [
    'city', 'Shahar/tuman', 'Tuman/shahar', 'Shahar', 'Shahri', 'Shahar nomi', 'Tuman', 'Tumani', 'Rayon', 'Aholi punkti', 'Шаҳар/туман', 'Туман/шаҳар', 'Шаҳар', 'Шаҳри', 'Шаҳар номи', 'Туман', 'Тумани', 'Аҳоли пункти',
    'Город/район', 'Город', 'Город доставки', 'Город получателя', 'Населенный пункт', 'Нас. пункт', 'Район', 'Г.', 'City/District', 'Town', 'District', 'Locality', 'shipCity', 'Suburb',
  ],
  zip: [
    'zip', 'Pochta indeksi', 'Pochta indeks', 'Pochta kodi', 'Indeks', 'Indeksi', 'Zip kod', 'Index', 'P/i', 'Почта индекси', 'Почта индекс', 'Почта коди', 'Индекси', 'Зип', 'Зип код', 'П/и',
    'Почтовый индекс', 'Почт. индекс', 'Индекс', 'Индекс получателя', 'Индекс доставки', 'Почтовый код', 'Инд.', 'ZIP Code', 'Postal Code', 'Postcode', 'Post Code', 'shipPostalCode', 'Pincode',
  ],
  client_product_id: [
    'client_product_id', 'Mahsulot ID', 'Tovar ID', 'Маҳсулот ID', 'Товар ID', 'ID товара', 'ИД товара', 'ID продукта', 'Product ID', 'item_product_id', 'Item ID',
  ],
  client_product_variation_id: [
    'client_product_variation_id', 'Variatsiya ID', 'Variant ID', 'Tur ID', 'Вариация ID', 'Вариант ID', 'Тур ID', 'ID вариации', 'ID варианта', 'ИД вариации', 'Variation ID', 'item_variation_id', 'Product Variation ID',
  ],
  quantity: [
    'quantity', 'Miqdori', 'Miqdor', 'Soni', 'Donasi', 'Nechta', 'Kol-vo', 'Mahsulot soni', 'Mahsulot miqdori', 'Миқдори', 'Миқдор', 'Сони', 'Донаси', 'Нечта', 'Маҳсулот сони',
    'Количество', 'Кол-во', 'Кол.', 'Количество товаров', 'Количество товара', 'Кол-во товара', 'Количество продаж', 'Сколько', 'Сколько штук', 'Nechta dona', 'Qty', 'QUANTITYORDERED', 'Order Qty', 'Ordered Quantity', 'Quantity Ordered',
  ],
  price: [
    'price', 'Dona narxi', '1 dona narxi', 'Birlik narxi', 'Narxi', 'Narx', 'Mahsulot narxi', 'Sotuv narxi', 'Bahosi', 'Дона нархи', '1 дона нархи', 'Бирлик нархи', 'Нархи', 'Нарх', 'Маҳсулот нархи', 'Сотув нархи', 'Баҳоси',
    'Цена товара до скидок', 'Цена до скидки', 'Цена без скидки', 'Цена за единицу', 'Цена за шт', 'Цена за штуку', 'Цена за ед.', 'Цена', 'Цена товара', 'Цена продажи', 'Розничная цена', 'Ваша цена', 'Стоимость', 'Стоимость товара',
    'Unit Price', 'Price Each', 'Item Price', 'Product Price', 'Rate',
  ],
  discount: [
    'discount', 'Chegirma', 'Chegirma summasi', 'Chegirma miqdori', 'Skidka', 'Чегирма', 'Чегирма суммаси', 'Чегирма миқдори', 'Скидка', 'Сумма скидки', 'Размер скидки', 'Скидка на товар', 'Скидка руб', 'Скидка сум', 'Lineitem discount', 'Item Discount', 'Discount Amount', 'Markdown',
  ],
  final_price: [
    'final_price', 'Final Price', 'Yakuniy narx', 'Yakuniy narxi', 'Chegirmadan keyin', 'Chegirmadan keyingi narx', 'Chegirma bilan narx', 'Якуний нарх', 'Чегирмадан кейин', 'Чегирмадан кейинги нарх', 'Чегирма билан нарх',
    'Итоговая цена', 'Цена со скидкой', 'Цена после скидки', 'Цена с учетом скидки', 'Price After Discount', 'Discounted Price',
  ],
  product_code: [
    'product_code', 'SKU', 'Artikul', 'Mahsulot artikuli', 'Mahsulot kodi', 'Tovar kodi', 'Mahsulot raqami', 'Kod', 'Kodi', 'Shtrix-kod', 'Shtrix kod', 'Артикул', 'Маҳсулот артикули', 'Маҳсулот коди', 'Товар коди', 'Маҳсулот рақами', 'Код', 'Штрих-код', 'Штрихкод',
    'Код товара', 'Артикул продавца', 'Артикул товара', 'Артикул Wildberries', 'OZON id', 'Ваш SKU', 'Номенклатура.Код', 'Lineitem sku', 'Item sku', 'Product SKU', 'Variant SKU', 'StockCode', 'Product Code', 'PRODUCTCODE', 'Article', 'Barcode', 'Model', 'Модель', 'EAN',
  ],
  product_name: [
    'product_name', 'Mahsulot', 'Mahsulotlar', 'Mahsulot nomi', 'Tovar', 'Tovarlar', 'Tovar nomi', 'Nomi', 'Buyurtma tarkibi', "Mahsulotlar ro'yxati", 'Маҳсулот', 'Маҳсулотлар', 'Маҳсулот номи', 'Товар номи', 'Номи', 'Буюртма таркиби',
    'Товар', 'Товары', 'Наименование', 'Название', 'Название товара', 'Наименование товара', 'Номенклатура', 'Состав заказа', 'Содержание', 'Товары (работы, услуги)', 'Какой товар', 'Что заказываете', 'Qaysi mahsulot', 'Product', 'Products', 'Product Name', 'Lineitem name', 'Item', 'Item Name', 'Description', 'Items', 'Line Items', 'Order Items',
  ],
};

/** Names that mean the field only where the values fit it. */
export const weakNames: Partial<Readonly<Record<ColumnField, readonly string[]>>> = {
  order_id: ['ID', 'Id', 'Raqam', 'Raqami', 'Рақам', 'Рақами', '№', 'Номер', 'Buyurtma', 'Буюртма', 'Zakaz', 'Заказ', 'Order', 'Name', 'Reference', 'External ID', 'Сделка', 'Номер сделки'],
  full_name: ['Name', 'Ism', 'Ismi', 'Исм', 'Исми', 'Имя', 'Контакт', 'Контакты', 'Контрагент', 'Contact', 'Kontakt', 'FullName'],
  phone: ['Nomer', 'Номер', 'Raqam', 'Raqami', 'Рақам', 'Рақами', 'Aloqa', 'Алоқа', 'Контакт', 'Контакты', 'Contact', 'Contacts', 'Kontakt'],
  address: ['Joylashuv', 'Жойлашув', 'Локация', 'Location', 'Lokatsiya'],
  region: ['State', 'Territory', 'Территория'],
  fulfillment_status: ['State'],
  country: ['Respublika', 'Республика'],
  quantity: ['Son', 'Сон', 'Dona', 'Дона', 'Шт', 'Sht', 'Units', 'Pcs', 'Count', 'Ta'],
  client_product_id: ['Mahsulot', 'Маҳсулот', 'Товар', 'Tovar', 'Product', 'Item'],
  client_product_variation_id: ['Variatsiya', 'Вариация', 'Variant', 'Вариант', 'Option'],
  product_name: ['Buyurtma', 'Буюртма', 'Zakaz', 'Заказ'],
};

/** Parts of names and addresses. */
export const fieldPartNames: Readonly<Record<FieldPart, readonly string[]>> = {
  firstName: ['Ism', 'Ismi', 'Исм', 'Исми', 'Имя', 'First Name', 'Firstname', 'Given Name', 'Mijoz ismi', 'Имя клиента', 'Имя получателя', 'Имя покупателя'],
  lastName: ['Familiya', 'Familiyasi', 'Фамилия', 'Фамилияси', 'Last Name', 'Lastname', 'Surname', 'Family Name', 'Фамилия клиента', 'Фамилия получателя', 'Фамилия покупателя'],
  middleName: ['Sharif', 'Sharifi', 'Otasining ismi', 'Шариф', 'Шарифи', 'Отасининг исми', 'Отчество', 'Middle Name', 'Patronymic', 'Отчество получателя', 'Отчество клиента'],
  addressMain: ['Address 1', 'Address1', 'Address Line 1', 'ADDRESSLINE1', "Ko'cha", "Ko'chasi", 'Кўча', 'Кўчаси', 'Улица', 'Manzil 1', 'Адрес 1'],
  addressMore: ['Address 2', 'Address2', 'Address Line 2', 'ADDRESSLINE2', 'Uy', 'Uy raqami', 'Уй', 'Уй рақами', 'Дом', 'Номер дома', 'Корпус', 'Xonadon', 'Хонадон', 'Kvartira', 'Квартира', 'Кв.', 'Подъезд', 'Этаж', 'Manzil 2', 'Адрес 2', 'Apartment', 'House', 'Building', 'Flat'],
  landmark: ["Mo'ljal", 'Мўлжал', 'Ориентир', 'Orientir', 'Landmark', 'Mahalla', 'Маҳалла', 'Махалля'],
};

/** What no field takes. */
export const unsentNames: Readonly<Record<UnsentKind, readonly string[]>> = {
  created: [
    'Sana', 'Sanasi', 'Buyurtma sanasi', 'Zakaz sanasi', 'Yaratilgan', 'Yaratilgan sana', 'Yaratilgan vaqt', 'Vaqt', 'Vaqti', 'Tushgan sana', 'Boshlanish', 'Sana va vaqt', 'Qachon', 'Сана', 'Санаси', 'Буюртма санаси', 'Яратилган', 'Яратилган сана', 'Вақт', 'Тушган сана', 'Бошланиш', 'Сана ва вақт', 'Қачон',
    'Дата', 'Дата заказа', 'Дата создания', 'Дата оформления', 'Дата оформления заказа', 'Дата и время заказа', 'Дата документа', 'Принят в обработку', 'Создана', 'Создан', 'Время', 'Date', 'Order Date', 'Created', 'Created at', 'created_date', 'InvoiceDate', 'ORDERDATE', 'date_added', 'Timestamp', 'Отметка времени',
  ],
  payment: [
    "To'lov", "To'lov turi", "To'lov usuli", "To'lov holati", 'Naqd/karta', 'Oldindan', "Oldindan to'lov", 'Qarz', 'Karta', 'Тўлов', 'Тўлов тури', 'Тўлов усули', 'Тўлов ҳолати', 'Нақд/карта', 'Олдиндан', 'Қарз', 'Карта',
    'Оплата', 'Способ оплаты', 'Форма оплаты', 'Тип оплаты', 'Статус оплаты', 'Предоплата', 'Проплаты', 'Наложенный платеж', 'Долг', 'Payment', 'Payment Method', 'Payment Status', 'Payment Type', 'Financial Status', 'Paid', 'Paid at', 'COD', 'Balance', 'Fulfilled at',
  ],
  note: [
    'Izoh', 'Izohlar', 'Eslatma', 'Komment', "Qo'shimcha", 'Operator izohi', 'Изоҳ', 'Изоҳлар', 'Эслатма', 'Қўшимча', 'Оператор изоҳи', 'Комментарий', 'Комментарии', 'Комментарий клиента', 'Примечание', 'Примечания', 'Заметка', 'Пожелания', 'Коммент', 'Note', 'Notes', 'Comment', 'Comments', 'Customer Note', 'Order Notes', 'Remarks', 'Instructions', 'Tags', 'Теги',
  ],
  total: [
    'Jami', 'Jami summa', 'Jami summasi', 'Summa', 'Summasi', 'Jami narx', 'Jami narxi', "To'lov summasi", "To'lanadigan summa", 'Umumiy summa', 'Buyurtma summasi', 'Жами', 'Жами сумма', 'Сумма', 'Суммаси', 'Жами нарх', 'Тўлов суммаси', 'Тўланадиган сумма', 'Умумий сумма',
    'Итого', 'Всего', 'Сумма заказа', 'Итоговая стоимость товара', 'К оплате', 'Сумма к оплате', 'Сумма отправления', 'Оплачено покупателем', 'Общая стоимость', 'Бюджет', 'Бюджет ₽', 'Total', 'Total Price', 'Amount', 'Order Total', 'Item Total', 'Sales', 'Line Total', 'LineItemTotal', 'Grand Total', 'Net Amount', 'Subtotal', 'Item Subtotal', 'Sum',
  ],
  deliveryFee: ['Yetkazish', 'Yetkazib berish', 'Yetkazish narxi', 'Yetkazish summasi', 'Dostavka', 'Етказиш', 'Етказиб бериш', 'Етказиш нархи', 'Доставка', 'Стоимость доставки', 'Цена доставки', 'Shipping', 'Shipping Total', 'Delivery Fee', 'Shipping Cost', 'Shipping Price', 'Delivery Price'],
  rowCounter: ['№ п/п', 'п/п', 'T/r', 'т/р', '№ т/р', 'Row', 'Line', 'N п/п'],
  discountPercent: ['Chegirma %', 'Чегирма %', 'Скидка %', 'Discount %', 'Chegirma foizi', 'Процент скидки', 'Скидка, %', 'Discount Percent'],
  orderDiscount: ['Discount Total', 'discount_total', 'Total Discount', 'Coupon Amount', 'Cart Discount'],
  secondPhone: ['Telefon 2', 'Телефон 2', 'Phone 2', "Qo'shimcha telefon", 'Қўшимча телефон', 'Доп. телефон', 'Дополнительный телефон', 'Второй телефон', 'Тел 2', 'Tel 2'],
  notAField: [
    'Email', 'E-mail', 'Pochta', 'Kuryer', 'Курьер', 'Operator', 'Оператор', 'Менеджер', 'Menejer', 'Ответственный', 'Воронка', 'Компания', 'Company', 'Валюта', 'Valyuta', 'Currency', 'Ед.', 'Ед. изм.', 'Единица измерения', 'Birlik', 'Kategoriya', 'Категория', 'Категория товара', 'Category', 'Размер', 'Цвет', "O'lcham", 'Ўлчам', 'Rang', 'Ранг', 'Size', 'Color', 'Colour', "Rang/o'lcham", 'Ранг/ўлчам', 'Turi', 'Тури', 'Характеристика', 'Номенклатура.Характеристика', 'Модификация', 'Modifikatsiya', 'Склад', 'Склад продавца', 'Ombor', 'Магазин', "Do'kon", 'Store Name', 'Источник', 'Manba', 'Source', 'Название сделки', 'Дата закрытия', 'Bajarilgan', 'Бажарилган', 'Order Status ID', 'Lineitem fulfillment status', 'Lineitem compare at price', 'Shipping Method', 'Customer ID', 'Item Type', 'Ресторан', 'Акции', 'Стикер', 'Vendor',
  ],
};

/** Words that put a name into the part of a shop export that it belongs to. */
export const scopeWords = {
  shipping: ['shipping', 'ship', 'delivery'],
  billing: ['billing', 'bill', 'payment'],
  item: ['lineitem', 'item', 'line item'],
} as const;

/** Names that, behind a scope word, mean more than alone. */
export const scopedNames: Readonly<Record<'shipping' | 'item', Partial<Readonly<Record<ColumnField | UnsentKind, readonly string[]>>>>> = {
  shipping: { full_name: ['Name'], region: ['State', 'Zone'], notAField: ['Company', 'Method', 'Email', 'Tax', 'Tax Total', 'Items', 'Address Format', 'Province Code'] },
  item: { product_name: ['Name'], notAField: ['ID', 'Id', 'Meta', 'Refunded', 'Tax', 'Total Tax', 'Subtotal Tax', 'Taxable', 'Requires Shipping'] },
};
