// Generates the files under samples/, always with the same cells: invented customers, seeded random choices.
//   node scripts/make-samples.mjs
import fs from 'node:fs';
import ExcelJS from 'exceljs';
import { inRoot } from './paths.mjs';

function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const uzbekNames = [
  'Karimova Anora',
  'Toʻxtayev Sherzod',
  'Gʻulomova Dilnoza',
  'Yoʻldoshev Jahongir',
  'Rahimova Malika',
  'Saidov Ulugʻbek',
  'Nazarova Feruza',
  'Usmonov Bobur',
  'Oʻrinova Nilufar',
  'Abdullayev Sardor',
  'Mirzayeva Zilola',
  'Qodirov Otabek',
  'Boʻriyeva Shahnoza',
  'Shodmonov Rustam',
  'Xudoyberdiyeva Goʻzal',
];
const russianNames = [
  'Иванова Елена Викторовна',
  'Петров Дмитрий',
  'Ким Светлана',
  'Ахметов Тимур Русланович',
  'Юсупова Диана',
  'Фёдорова Алёна',
  'Соколов Артём',
  'Цой Виктор',
  'Смирнова Ольга',
  'Пак Ирина Сергеевна',
];
const places = [
  {
    region: 'Toshkent shahri',
    ru: 'город Ташкент',
    city: 'Chilonzor tumani',
    cityRu: 'Чиланзарский район',
    zip: '100115',
    street: 'Bunyodkor shoh koʻchasi',
  },
  {
    region: 'Toshkent shahri',
    ru: 'город Ташкент',
    city: 'Yunusobod tumani',
    cityRu: 'Юнусабадский район',
    zip: '100093',
    street: 'Amir Temur shoh koʻchasi',
  },
  {
    region: 'Samarqand viloyati',
    ru: 'Самаркандская область',
    city: 'Samarqand shahri',
    cityRu: 'Самарканд',
    zip: '140100',
    street: 'Registon koʻchasi',
  },
  {
    region: 'Buxoro viloyati',
    ru: 'Бухарская область',
    city: 'Buxoro shahri',
    cityRu: 'Бухара',
    zip: '200100',
    street: 'Bahouddin Naqshband koʻchasi',
  },
  {
    region: 'Fargʻona viloyati',
    ru: 'Ферганская область',
    city: 'Margʻilon shahri',
    cityRu: 'Маргилан',
    zip: '151700',
    street: 'Mustaqillik koʻchasi',
  },
  {
    region: 'Andijon viloyati',
    ru: 'Андижанская область',
    city: 'Andijon shahri',
    cityRu: 'Андижан',
    zip: '170100',
    street: 'Bobur shoh koʻchasi',
  },
  {
    region: 'Namangan viloyati',
    ru: 'Наманганская область',
    city: 'Namangan shahri',
    cityRu: 'Наманган',
    zip: '160100',
    street: 'Doʻstlik koʻchasi',
  },
  {
    region: 'Xorazm viloyati',
    ru: 'Хорезмская область',
    city: 'Urganch shahri',
    cityRu: 'Ургенч',
    zip: '220100',
    street: 'Al-Xorazmiy koʻchasi',
  },
  {
    region: 'Qashqadaryo viloyati',
    ru: 'Кашкадарьинская область',
    city: 'Qarshi shahri',
    cityRu: 'Карши',
    zip: '180100',
    street: 'Nasaf koʻchasi',
  },
];
const pick = (random, list) => list[Math.floor(random() * list.length)];

/** Makes orders with one to three items each, all of them sendable. */
function makeOrders(random, count, firstId, names) {
  return Array.from({ length: count }, (_, index) => {
    const place = pick(random, places);
    const minutes = 9 * 60 + 30 * Math.floor(random() * 18);
    return {
      id: firstId + index,
      day: 14 + Math.floor(random() * 14),
      time: `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`,
      name: pick(random, names),
      phone: `99890${String(1000000 + Math.floor(random() * 8999999))}`,
      address: `${place.street}, ${1 + Math.floor(random() * 140)}-uy, ${1 + Math.floor(random() * 80)}-xonadon`,
      place,
      items: Array.from({ length: 1 + Math.floor(random() * 3) }, (_item, i) => {
        const price = 1000 * (25 + Math.floor(random() * 400));
        const discount = random() < 0.3 ? Math.round(price / 10) : 0;
        const product = 101 + ((index * 7 + i * 13) % 60);
        return { product, variation: product * 10 + 1, quantity: 1 + Math.floor(random() * 3), price, discount };
      }),
    };
  });
}

const serialOf = (day, time) => {
  const [hours, minutes] = time.split(':').map(Number);
  return 46539 + (day - 1) + (hours * 60 + minutes) / 1440; // 46539: 1 June 2027
};
const headingsUz = [
  'Buyurtma raqami',
  'Yetkazish sanasi va vaqti',
  'F.I.Sh.',
  'Telefon',
  'Manzil',
  'Viloyat',
  'Shahar/tuman',
  'Indeks',
  'Mahsulot ID',
  'Variatsiya ID',
  'Miqdor',
  'Narx',
  'Chegirma',
  'Yakuniy narx',
  'Izoh',
];

function rowsUz(orders) {
  return orders.flatMap((order) =>
    order.items.map((item) => [
      order.id,
      { serial: serialOf(order.day, order.time) },
      order.name,
      order.phone,
      order.address,
      order.place.region,
      order.place.city,
      order.place.zip,
      item.product,
      item.variation,
      item.quantity,
      item.price,
      item.discount,
      item.price - item.discount,
      '',
    ]),
  );
}

async function writeWorkbook(file, sheetName, headings, rows, titles = []) {
  const workbook = new ExcelJS.Workbook();
  workbook.created = workbook.modified = new Date(Date.UTC(2026, 10, 24));
  const sheet = workbook.addWorksheet(sheetName, { views: [{ state: 'frozen', ySplit: titles.length + 1 }] });
  for (const title of titles) sheet.addRow([title]);
  sheet.addRow(headings).font = { bold: true };
  for (const row of rows) {
    const added = sheet.addRow(row.map((cell) => (cell !== null && typeof cell === 'object' ? cell.serial : cell)));
    row.forEach((cell, index) => {
      if (cell !== null && typeof cell === 'object') added.getCell(index + 1).numFmt = 'dd.mm.yyyy hh:mm';
      else if (typeof cell === 'string') added.getCell(index + 1).numFmt = '@';
    });
  }
  sheet.columns.forEach((column, index) => {
    column.width = Math.max(10, Math.min(42, headings[index]?.length + 4 || 10));
  });
  await workbook.xlsx.writeFile(inRoot('samples', file));
}

const windows1251 = (text) =>
  Buffer.from(
    Array.from(text, (letter) => {
      const code = letter.codePointAt(0);
      if (code < 128) return code;
      if (code >= 0x410 && code <= 0x44f) return code - 0x350;
      const others = { Ё: 0xa8, ё: 0xb8, '№': 0xb9, '«': 0xab, '»': 0xbb, '—': 0x97, '\u00a0': 0xa0 };
      if (!(letter in others)) throw new Error(`no ${letter} in windows-1251`);
      return others[letter];
    }),
  );
const csvCell = (text, delimiter) =>
  /["\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
const csvText = (rows, delimiter) =>
  rows.map((row) => row.map((cell) => csvCell(String(cell), delimiter)).join(delimiter)).join('\r\n') + '\r\n';

async function uzbek() {
  await writeWorkbook(
    'orders-uz.xlsx',
    'Buyurtmalar',
    headingsUz,
    rowsUz(makeOrders(seeded(20261124), 120, 700001, uzbekNames)),
  );
}

function russian() {
  const rows = makeOrders(seeded(7), 60, 810001, russianNames).flatMap((order) =>
    order.items.map((item) => [
      order.id,
      `${order.day}.06.2027 ${order.time}`,
      order.name,
      `+${order.phone}`,
      `ул. Навои, д. ${(order.id % 90) + 1}, кв. ${(order.id % 40) + 1}`,
      order.place.ru,
      order.place.cityRu,
      order.place.zip,
      item.product,
      item.variation,
      item.quantity,
      item.price.toLocaleString('ru-RU'),
      item.discount,
      (item.price - item.discount).toLocaleString('ru-RU'),
      order.id % 9 ? '' : 'Позвонить за час',
    ]),
  );
  const headings = [
    '№ заказа',
    'Дата и время доставки',
    'ФИО получателя',
    'Телефон',
    'Адрес доставки',
    'Область',
    'Город/район',
    'Почтовый индекс',
    'ID товара',
    'ID вариации',
    'Кол-во',
    'Цена, сум',
    'Скидка, сум',
    'Цена со скидкой',
    'Комментарий',
  ];
  fs.writeFileSync(inRoot('samples/orders-ru.csv'), windows1251(csvText([headings, ...rows], ';')));
}

function shopify() {
  const headings = [
    'Name',
    'Email',
    'Financial Status',
    'Paid at',
    'Fulfillment Status',
    'Currency',
    'Subtotal',
    'Shipping',
    'Taxes',
    'Total',
    'Discount Code',
    'Discount Amount',
    'Created at',
    'Lineitem quantity',
    'Lineitem name',
    'Lineitem price',
    'Lineitem sku',
    'Billing Name',
    'Billing Phone',
    'Shipping Name',
    'Shipping Street',
    'Shipping Address1',
    'Shipping City',
    'Shipping Zip',
    'Shipping Province',
    'Shipping Country',
    'Shipping Phone',
    'Notes',
  ];
  const rows = makeOrders(seeded(31), 30, 1001, uzbekNames).flatMap((order) =>
    order.items.map((item, index) => {
      const total = order.items.reduce((sum, one) => sum + one.price * one.quantity, 0);
      const first = index === 0;
      const of = (text) => (first ? text : '');
      return [
        `#${order.id}`,
        `customer${order.id}@example.com`,
        of('paid'),
        of('2027-06-01 10:12:44 +0500'),
        of('unfulfilled'),
        of('UZS'),
        of(total),
        of(0),
        of(0),
        of(total),
        '',
        of('0.00'),
        of('2027-06-01 10:12:40 +0500'),
        item.quantity,
        `Mahsulot ${item.product}`,
        `${item.price}.00`,
        item.product,
        of(order.name),
        of(`'+${order.phone}`),
        of(order.name),
        of(order.address),
        of(order.address),
        of(order.place.city),
        of(`'${order.place.zip}`),
        of(order.place.region),
        of('UZ'),
        of(`'+${order.phone}`),
        '',
      ];
    }),
  );
  fs.writeFileSync(inRoot('samples/orders-shopify.csv'), csvText([headings, ...rows], ','));
}

async function mistakes() {
  const orders = makeOrders(seeded(99), 24, 900001, uzbekNames);
  for (const order of orders) order.items = order.items.slice(0, 1);
  // Two regions are misspelt below; their cities are right, so that the app's proposals fit them.
  for (const [index, place] of [
    [2, places[0]],
    [3, places[3]],
  ])
    Object.assign(orders[index], { place, address: `${place.street}, ${7 + index}-uy` });
  const rows = rowsUz(orders);
  const at = (name) => headingsUz.indexOf(name);
  const set = (row, heading, text) => {
    rows[row][at(heading)] = text;
  };
  set(1, 'Telefon', '99890123');
  set(2, 'Viloyat', 'Тошкентт');
  set(3, 'Viloyat', 'Buxorro viloyati');
  set(4, 'Narx', '125 000,50');
  set(5, 'Miqdor', 0);
  set(6, 'Yetkazish sanasi va vaqti', '31.02.2027');
  set(7, 'F.I.Sh.', '');
  set(8, 'Mahsulot ID', 'KURTKA-42');
  set(9, 'Buyurtma raqami', 'A-17');
  set(10, 'Telefon', '9.98901E+11');
  set(11, 'Yetkazish sanasi va vaqti', 'ertaga');
  set(12, 'Manzil', '');
  set(13, 'Yakuniy narx', 999);
  set(14, 'Indeks', '1234');
  set(15, 'Narx', '12 USD');
  // One order whose rows name two customers, and one total row at the end.
  rows[17][at('Buyurtma raqami')] = rows[16][at('Buyurtma raqami')];
  rows.push(['Jami:', '', '', '', '', '', '', '', '', '', rows.length, '', '', '', '']);
  await writeWorkbook('orders-mistakes.xlsx', 'Buyurtmalar', headingsUz, rows, ['Kunlik buyurtmalar — 14.06.2027', '']);
}

fs.mkdirSync(inRoot('samples'), { recursive: true });
await uzbek();
russian();
shopify();
await mistakes();
