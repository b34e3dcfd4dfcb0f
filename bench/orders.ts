/** Generates invented orders as the rows of a file: the same ones for the same number of rows, all of them sendable. */

/** A date cell: days since 1899-12-30. */
export interface DateCell {
  readonly serial: number;
}
export type GeneratedCell = string | number | DateCell;

export const headings = [
  'order_id',
  'scheduled_at',
  'full_name',
  'phone',
  'address',
  'region',
  'country',
  'city',
  'zip',
  'client_product_id',
  'client_product_variation_id',
  'quantity',
  'price',
  'discount',
  'final_price',
] as const;

/** Surnames, names and patronymic endings, in the three scripts that files come in. */
const people = [
  {
    surnames: [
      'Olimov',
      'Karimova',
      'Toʻxtayev',
      "G'ulomov",
      "Yo'ldosheva",
      'Rahimov',
      'Saidova',
      'Nazarov',
      'Usmonova',
      "O'rinov",
    ],
    names: ['Anvar', 'Dilnoza', 'Sherzod', 'Gulnora', 'Jahongir', 'Malika', "Ulug'bek", 'Feruza', "Go'zal"],
    patronymic: '',
  },
  {
    surnames: [
      'Олимов',
      'Каримова',
      'Тўхтаев',
      'Ғуломов',
      'Йўлдошева',
      'Раҳимов',
      'Саидова',
      'Назаров',
      'Усмонова',
      'Ўринов',
    ],
    names: ['Анвар', 'Дилноза', 'Шерзод', 'Гулнора', 'Жаҳонгир', 'Малика', 'Улуғбек', 'Феруза', 'Гўзал'],
    patronymic: 'ович',
  },
  {
    surnames: ['Иванов', 'Петрова', 'Сидоров', 'Кузнецова', 'Смирнов', 'Попова', 'Ким', 'Пак', 'Щербаков', 'Ёлкина'],
    names: ['Александр', 'Елена', 'Дмитрий', 'Ольга', 'Сергей', 'Наталья', 'Тимур', 'Алёна', 'Артём'],
    patronymic: 'ович',
  },
] as const;
const places = [
  { region: 'Toshkent', city: 'Toshkent sh.', zip: 100_000 },
  { region: 'Samarqand viloyati', city: 'Samarqand', zip: 140_100 },
  { region: 'Buxoro viloyati', city: 'Buxoro', zip: 200_100 },
  { region: "Farg'ona viloyati", city: "Farg'ona", zip: 150_100 },
  { region: 'Andijon viloyati', city: 'Andijon', zip: 170_100 },
  { region: 'Namangan viloyati', city: 'Namangan', zip: 160_100 },
  { region: 'Ташкентская область', city: 'Чирчик', zip: 111_700 },
  { region: 'Хорезмская область', city: 'Ургенч', zip: 220_100 },
  { region: 'Qashqadaryo viloyati', city: 'Qarshi', zip: 180_100 },
  { region: "Qoraqalpog'iston", city: 'Nukus', zip: 230_100 },
] as const;
const streets = [
  "Amir Temur shoh ko'chasi",
  'ул. Навои',
  "Bog'ishamol ko'chasi",
  'проспект Мустакиллик',
  'ул. Шота Руставели',
  'Yunusobod 4-mavze',
  'Чилонзор 9-мавзе',
  "Mirzo Ulug'bek ko'chasi",
  'массив Юнусабад, 13-й квартал',
] as const;

/** Codes of the mobile operators; seven digits follow. */
const operators = ['90', '91', '93', '94', '95', '97', '98', '99', '88', '33', '77', '50'] as const;

/** Excel's serial number of 2027-01-01. */
const firstDay = 46_388;

/** The mulberry32 generator: 0 ≤ x < 1. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** `count` rows under {@link headings}, one to four for each order; every row repeats the order's values. */
export function* orderRows(count: number): Generator<GeneratedCell[]> {
  const random = randomNumbers(20_261_124);
  const below = (bound: number): number => Math.floor(random() * bound);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  let order = 0;
  for (let row = 0; row < count;) {
    order++;
    const items = random() < 0.35 ? 1 : random() < 0.6 ? 2 : random() < 0.8 ? 3 : 4;
    const { surnames, names, patronymic } = pick(people);
    const name = `${pick<string>(surnames)} ${pick<string>(names)}${patronymic === '' ? '' : ` ${pick<string>(names)}${patronymic}`}`;
    const phoneNumber = `998${pick(operators)}${String(below(10_000_000)).padStart(7, '0')}`;
    const phone = random() < 0.5 ? `+${phoneNumber}` : Number(phoneNumber);
    const { region, city, zip } = pick(places);
    const address = `${pick(streets)}, ${1 + below(180)}-uy, ${1 + below(90)}-xonadon${random() < 0.05 ? '; "Orzu" do\'kon yonida' : ''}`;
    // A quarter of an hour between nine in the morning and eight in the evening.
    const scheduled: DateCell = { serial: firstDay + below(330) + (9 * 60 + 15 * below(44)) / 1440 };
    const postCode = zip + below(90);
    for (let item = 0; item < items && row < count; item++, row++) {
      const product = 1 + below(5000);
      const price = 1000 * (5 + below(900));
      const discount = random() < 0.7 ? 0 : Math.round(price * 0.1);
      yield [
        1_000_000 + order,
        scheduled,
        name,
        phone,
        address,
        region,
        random() < 0.5 ? "O'zbekiston" : 'Узбекистан',
        city,
        postCode,
        product,
        product * 10 + below(6),
        1 + below(6),
        price,
        discount,
        price - discount,
      ];
    }
  }
}
