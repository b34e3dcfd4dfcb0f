/** Creates a reader for every field of a file; surveys the date order of the delivery date's column. */
import type { ColumnPlan } from '../columns/column-plan.ts';
import { isOrderField, type ColumnField, type Field } from '../model/fields.ts';
import type { Mapping } from '../model/mapping.ts';
import type { Rules } from '../model/rules.ts';
import type { Cell } from '../table/table.ts';
import { parseCountry } from '../values/country.ts';
import { DateSurvey, type DateOrder } from '../values/dates/date-survey.ts';
import { ShortDaySurvey } from '../values/dates/near-day.ts';
import { parseMoney } from '../values/money.ts';
import { bareIntegerLimit } from '../values/numeral.ts';
import { parseOrderId } from '../values/order-id.ts';
import type { Parsed } from '../values/parsed.ts';
import { parsePercent, type Percent } from '../values/percent.ts';
import { parsePhone } from '../values/phone.ts';
import { parseProductId, parseVariationId } from '../values/product-id.ts';
import { parseProductKey } from '../values/product-key.ts';
import { parseQuantity, usualQuantity } from '../values/quantity.ts';
import { parseScheduledAt, type LocalTime } from '../values/dates/scheduled-at.ts';
import { parseStatus } from '../values/status.ts';
import { localFromEpoch, localWithZ, utcFromLocal } from '../values/dates/tashkent-time.ts';
import { parseFreeText } from '../values/free-text.ts';
import { parseZip } from '../values/zip.ts';
import type { StandingDays } from './standing-days.ts';
import type { EditedTable } from '../table/edited-table.ts';
import { FieldReader } from './field-reader.ts';
import { mostThousands, noDoubts, type FileDoubts } from './file-doubts.ts';
import { MergedCells } from '../table/merged-cells.ts';
import type { Meanings } from '../settled/meanings.ts';
import type { OwnOrderNumbers } from '../orders/own-order-numbers.ts';

/** A delivery date as read, and as sent. */
export interface DeliveryTime extends LocalTime {
  readonly wireText: string;
}

/** The value type of each field. */
export interface FieldValues {
  order_id: number;
  scheduled_at: DeliveryTime;
  fulfillment_status: number;
  full_name: string;
  phone: string;
  address: string;
  region: string;
  country: string;
  city: string;
  zip: string;
  client_product_id: number;
  client_product_variation_id: number;
  quantity: number;
  price: number;
  discount: number;
  final_price: number;
  product_code: string;
  product_name: string;
}

export type FieldReaders = { readonly [F in ColumnField]: FieldReader<FieldValues[F]> } & {
  /** The discount's column where it holds percentages; {@link FieldReaders.discount} then reads every cell as blank. */
  readonly discountPercent: FieldReader<Percent>;
};

/** By field, the columns that stand in for its own, and how they are called. */
export type StandInColumns = Partial<
  Readonly<Record<ColumnField, { readonly columns: readonly number[]; readonly heading: string }>>
>;

/** The plan's stand-ins, each field's called by their headings. */
export function standInColumns({ standIns, columns }: ColumnPlan): StandInColumns {
  return Object.fromEntries(
    Object.entries(standIns).map(([field, others]) => [
      field,
      { columns: others, heading: others.map((column) => columns[column]?.called ?? '').join(', ') },
    ]),
  );
}

export interface FieldReadersContext {
  readonly table: EditedTable;
  readonly mapping: Mapping;
  readonly rules: Rules;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly dateOrder: DateOrder;
  readonly areShortDaysDoubtful: boolean;
  readonly ownNumbers: OwnOrderNumbers;
  /** How the sheet's sums and dates are to be taken; none: as they stand. */
  readonly doubts?: FileDoubts;
  /** Index of the first row below the headings. */
  readonly firstDataIndex?: number;
  /** What texts mean in the shop's files. */
  readonly meanings?: Meanings | undefined;
  /** Columns that are read where a recipient's own hold nothing, with their headings. */
  readonly standIns?: StandInColumns;
  /** The product of every row, where the readers are of one ware that is a column. */
  readonly ware?: string;
  /** Days that stand beside the rows and hold for them. */
  readonly standing?: StandingDays | null;
}

/** Fields whose values repeat in many rows; values of the others are nearly unique per order. */
const repeatingFields: ReadonlySet<ColumnField> = new Set([
  'scheduled_at',
  'fulfillment_status',
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
  'product_code',
  'product_name',
]);

/** Fields whose cells may say «the same» or have a ditto mark. */
const dittoFields: ReadonlySet<ColumnField> = new Set([
  'full_name',
  'phone',
  'address',
  'region',
  'city',
  'product_name',
]);

/** Limits for `FieldReaderOptions.plainNumberLimit`. */
const plainNumberLimits: Partial<Readonly<Record<Field, number>>> = {
  client_product_id: bareIntegerLimit,
  client_product_variation_id: bareIntegerLimit,
  quantity: usualQuantity,
  price: bareIntegerLimit,
  discount: bareIntegerLimit,
  final_price: bareIntegerLimit,
};

/**
 * The days that stand beside the rows. Where a column gives the hours, a row without a customer has none of its own: its
 * order's hour holds, not the day alone.
 */
function standingOfOrders({ table, mapping, standing = null }: FieldReadersContext): StandingDays | null {
  const { scheduled_at: hours = [], full_name: names = [], phone = [], address = [] } = mapping.columns;
  const customer = [...names, ...phone, ...address];
  if (standing === null || hours.length === 0 || customer.length === 0) return standing;
  return {
    ...standing,
    at: (index) =>
      customer.some((column) => String(table.rawValue(index, column)).trim() !== '') ? standing.at(index) : null,
  };
}

/** Creates the readers of one table; the mapping's constants and the rules give their defaults. */
export function createFieldReaders(context: FieldReadersContext): FieldReaders {
  const { table, mapping, rules, ownNumbers, doubts = noDoubts } = context;
  const merged = new MergedCells(table.file);
  const dates = {
    dateOrder: context.dateOrder,
    // Whoever said that the day comes first, or a column's full dates, said it of days without a year, too.
    areShortDaysDoubtful: context.areShortDaysDoubtful && context.dateOrder !== 'dayFirst',
    date1904: table.file.date1904,
    defaultTime: rules.defaultTime,
    now: context.now,
  };
  const read = <T>(
    field: ColumnField,
    parse: (cell: Cell) => Parsed<T>,
    constant: string | undefined,
    plainNumberLimit = 0,
  ): FieldReader<T> =>
    new FieldReader(table, {
      field,
      columns: field === 'order_id' && rules.orderNumbers.kind === 'everyRow' ? [] : (mapping.columns[field] ?? []),
      constant,
      checks: rules.checks,
      merged: isOrderField(field) && table.file.merged.length > 0 ? merged : null,
      plainNumberLimit,
      // Numbers of our own are given as ids are read.
      keeps: field === 'order_id' ? 'nothing' : repeatingFields.has(field) ? 'all' : 'said',
      meanings: context.meanings?.[field],
      standIn: context.standIns?.[field],
      fixed: field === 'product_name' ? context.ware : undefined,
      ...(field === 'scheduled_at' ? { standing: standingOfOrders(context) } : {}),
      ...(dittoFields.has(field) && context.firstDataIndex !== undefined
        ? { takesAboveFrom: context.firstDataIndex }
        : {}),
      parse,
    });
  const isInThousands = (field: Field): boolean =>
    field === 'discount' ? doubts.discountsInThousands : doubts.inThousands;
  const reader = <F extends Field>(
    field: F,
    parse: (cell: Cell) => Parsed<FieldValues[F]>,
  ): FieldReader<FieldValues[F]> =>
    read(
      field,
      parse,
      mapping.constants[field] ?? (field === 'country' ? rules.country : undefined),
      isInThousands(field) ? 0 : plainNumberLimits[field],
    );
  const money = (field: 'price' | 'discount' | 'final_price') => (cell: Cell) =>
    isInThousands(field) ? parseThousands(cell, field) : parseMoney(cell, field);
  const percent = rules.discountIs === 'percent';
  const blank = (): Parsed<never> => ({ kind: 'blank' });
  return {
    order_id: read(
      'order_id',
      rules.orderNumbers.kind === 'own' ? (cell) => ownNumbers.parse(cell) : parseOrderId,
      rules.orderNumbers.kind === 'fromColumn' ? mapping.constants.order_id : undefined,
      rules.orderNumbers.kind === 'own' ? 0 : bareIntegerLimit,
    ),
    scheduled_at: reader('scheduled_at', (cell) =>
      withWireText(parseScheduledAt(doubts.exchangesDates ? exchangedBack(cell) : cell, dates), rules.clock),
    ),
    fulfillment_status: reader('fulfillment_status', parseStatus),
    full_name: reader('full_name', (cell) => parseFreeText(cell, 'full_name')),
    phone: reader('phone', parsePhone),
    address: reader('address', (cell) => parseFreeText(cell, 'address')),
    region: reader('region', (cell) => parseFreeText(cell, 'region')),
    country: reader('country', parseCountry),
    city: reader('city', (cell) => parseFreeText(cell, 'city')),
    zip: reader('zip', parseZip),
    client_product_id: reader('client_product_id', parseProductId),
    client_product_variation_id: reader('client_product_variation_id', parseVariationId),
    quantity: reader('quantity', parseQuantity),
    price: reader('price', money('price')),
    discount: percent ? read('discount', blank, undefined) : reader('discount', money('discount')),
    discountPercent: read('discount', percent ? parsePercent : blank, percent ? mapping.constants.discount : undefined),
    final_price: reader('final_price', money('final_price')),
    product_code: read('product_code', (cell) => parseProductKey(cell, 'code'), undefined),
    product_name: read('product_name', (cell) => parseProductKey(cell, 'name'), undefined),
  };
}

/** A sum in thousands of soʻm; «125,5» is 125 500. */
function parseThousands(cell: Cell, field: 'price' | 'discount' | 'final_price'): Parsed<number> {
  const plain = parseMoney(cell, field);
  if (plain.kind === 'blank' || (plain.kind === 'value' && plain.value >= mostThousands)) return plain;
  const inThousands = parseMoney({ kind: 'text', text: `${cell.text} ming` }, field);
  return inThousands.kind === 'value' ? inThousands : plain;
}

/** A date cell with day and month exchanged back; texts stay, and so do days above 12. */
function exchangedBack(cell: Cell): Cell {
  if (cell.kind !== 'date') return cell;
  const parsed = parseScheduledAt(cell, {
    dateOrder: 'dayFirst',
    areShortDaysDoubtful: true,
    date1904: false,
    defaultTime: '00:00',
    now: 0,
  });
  if (parsed.kind !== 'value') return cell;
  const { local, hadTime } = parsed.value;
  const [year = '', month = '', day = ''] = local.slice(0, 10).split('-');
  if (Number(day) > 12) return cell;
  return { kind: 'text', text: `${month}.${day}.${year}${hadTime ? ` ${local.slice(11, 16)}` : ''}` };
}

/** Decision 8: the same instant in UTC, or the local clock with a Z. */
function withWireText(parsed: Parsed<LocalTime>, clock: Rules['clock']): Parsed<DeliveryTime> {
  if (parsed.kind !== 'value') return parsed;
  const { local, hadTime } = parsed.value;
  const wireText = clock === 'utc' ? utcFromLocal(local) : localWithZ(local);
  return { kind: 'value', value: { local, hadTime, wireText }, remarks: parsed.remarks };
}

/** The delivery date's cells, surveyed for day-first or month-first order; joined where several columns give it. */
export class DateColumn {
  readonly survey = new DateSurvey();
  readonly #shortDays: ShortDaySurvey;
  readonly #reader: FieldReader<never> | null;

  /** @param now milliseconds since 1970 */
  constructor(table: EditedTable, mapping: Mapping, now: number) {
    this.#shortDays = new ShortDaySurvey(localFromEpoch(now).slice(0, 10));
    const columns = mapping.columns.scheduled_at ?? [];
    const parse = (): Parsed<never> => ({ kind: 'blank' });
    this.#reader =
      columns.length === 0
        ? null
        : new FieldReader<never>(table, {
            field: 'scheduled_at',
            columns,
            constant: undefined,
            merged: null,
            keeps: 'nothing',
            parse,
          });
  }

  get order(): DateOrder {
    return this.survey.order;
  }

  /** False where no column gives the delivery date: then there is nothing to survey. */
  get exists(): boolean {
    return this.#reader !== null;
  }

  /** Whether days without a year may be meant otherwise than day first. */
  get areShortDaysDoubtful(): boolean {
    return this.#shortDays.isDoubtful;
  }

  add(index: number): void {
    if (!this.#reader?.mayBeText(index)) return;
    const cell = this.#reader.cell(index);
    this.survey.add(cell);
    this.#shortDays.add(cell);
  }

  remove(index: number): void {
    if (!this.#reader?.mayBeText(index)) return;
    const cell = this.#reader.cell(index);
    this.survey.remove(cell);
    this.#shortDays.remove(cell);
  }
}
