/** Makes orders for the fake bridge: invented customers, a dozen mistakes, always the same ones. */
import type { Field } from '../../../shared/domain/model/fields.ts';
import type { OrderState } from '../../../shared/domain/model/order-states.ts';

export interface FakeColumn {
  readonly heading: string;
  readonly field: Field | null;
}

export const fakeColumns: readonly FakeColumn[] = [
  { heading: 'Buyurtma raqami', field: 'order_id' },
  { heading: 'F.I.Sh.', field: 'full_name' },
  { heading: 'Telefon', field: 'phone' },
  { heading: 'Viloyat', field: 'region' },
  { heading: 'Shahar', field: 'city' },
  { heading: 'Manzil', field: 'address' },
  { heading: 'Yetkazish sanasi', field: 'scheduled_at' },
  { heading: 'Mahsulot ID', field: 'client_product_id' },
  { heading: 'Soni', field: 'quantity' },
  { heading: 'Narxi', field: 'price' },
  { heading: 'Chegirma', field: 'discount' },
  { heading: 'Izoh', field: null },
];

export interface FakeRow {
  readonly row: number;
  readonly orderKey: string;
  readonly cells: string[];
}

export interface FakeOrder {
  readonly key: string;
  readonly rows: number[];
  state: OrderState;
  wmsId: number | null;
}

const names = [
  'Karimova Aziza',
  'Tursunov Bekzod',
  'Rahimova Nilufar',
  'Aliyev Sardor',
  'Yoʻldosheva Malika',
  'Nazarov Otabek',
  'Ergasheva Dildora',
  'Qodirov Jasur',
];
const places = [
  ['Toshkent shahri', 'Yunusobod', 'Amir Temur koʻchasi, 12-uy'],
  ['Buxoro', 'Gʻijduvon', 'Mustaqillik koʻchasi, 4'],
  ['Samarqand', 'Samarqand', 'Registon koʻchasi, 7-uy, 15-xonadon'],
  ['Fargʻona', 'Margʻilon', 'Ipakchi koʻchasi, 31'],
  ['Andijon', 'Asaka', 'Navoiy shoh koʻchasi, 88'],
] as const;

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length]!;

function cellsOf(order: number, item: number): string[] {
  const [region, city, address] = pick(places, order);
  const cells = [
    String(700_000 + order),
    `${pick(names, order)} ${order % 3 === 0 ? '' : 'opa'}`.trim(),
    `+99890${String(1_000_000 + order * 37).padStart(7, '0')}`,
    region,
    city,
    address,
    '2026-11-25T09:00:00Z',
    String(1000 + ((order * 7 + item) % 90)),
    String(1 + (order % 3)),
    String(45_000 + (order % 40) * 5000),
    String(order % 5 === 0 ? 5000 : 0),
    order % 9 === 0 ? 'qoʻngʻiroq qiling' : '',
  ];
  if (order % 34 === 5) cells[3] = 'Тошкентт';
  if (order % 80 === 21) cells[2] = '9012345';
  if (order % 120 === 61) cells[6] = '';
  return cells;
}

/** `orders` orders from row 7 on, every fourth with two items. */
export function fakeRows(orders: number): { readonly rows: FakeRow[]; readonly orders: FakeOrder[] } {
  const rows: FakeRow[] = [];
  const made: FakeOrder[] = [];
  for (let order = 1; order <= orders; order += 1) {
    const key = String(700_000 + order);
    const own: FakeOrder = { key, rows: [], state: 'ready', wmsId: null };
    for (let item = 0; item < (order % 4 === 0 ? 2 : 1); item += 1) {
      const row = 7 + rows.length;
      rows.push({ row, orderKey: key, cells: cellsOf(order, item) });
      own.rows.push(row);
    }
    made.push(own);
  }
  return { rows, orders: made };
}
