/** An order-level value out of an order's rows: the first that is given holds for all; different ones are an error. */
import { formatFieldValue } from '../table/cell-display.ts';
import type { FieldReader } from './field-reader.ts';
import type { IssueCollector } from './issue-collector.ts';
import type { Parsed } from '../values/parsed.ts';

export interface OrderFieldValue<T> {
  readonly value: T;
  /** Index of the row that gave it; null where none did. */
  readonly index: number | null;
  readonly origin: 'cell' | 'constant' | 'computed' | 'profile';
}

/** Indices of an order's rows. Rows that were left out alone are no items, but what they say of the order is still true. */
export interface OrderRows {
  readonly active: readonly number[];
  readonly leftOut: readonly number[];
}

/** What of a refused cell is to be done: an error, or (for guessed status columns) only counted. */
export type RefusalHandling = 'error' | 'ignore';

export interface OrderFieldResult<T> {
  readonly value: OrderFieldValue<T> | null;
  /** Whether a cell was refused: it is said already, so that nothing else is said of a missing value. */
  readonly refused: boolean;
}

/** Whether two rows say the same: texts are compared without case, as hands type them. */
function same(first: unknown, second: unknown): boolean {
  if (first === second) return true;
  if (typeof first === 'string' && typeof second === 'string') return first.toLowerCase() === second.toLowerCase();
  if (typeof first === 'object' && first !== null && typeof second === 'object' && second !== null) {
    return 'local' in first && 'local' in second && first.local === second.local;
  }
  return false;
}

/**
 * Reads the field from the order's rows, in file order; says what is wrong with each cell. Rows whose cell is blank
 * inherit. Without any value the constant stands in. `remarks` `ignore`: what is not sent needs no remark.
 */
export function readOrderField<T>(
  reader: FieldReader<T>,
  rows: OrderRows,
  collector: IssueCollector,
  onRefusal: RefusalHandling = 'error',
  remarks: 'say' | 'ignore' = 'say',
): OrderFieldResult<T> {
  let value: OrderFieldValue<T> | null = null;
  let refused = false;
  let differing: number[] | null = null;
  if (reader.column !== null) {
    // Only where there are several rows is it quicker to compare what they hold before it is read.
    const isAlone = rows.active.length === 1;
    let last: string | number = '';
    let parsed: Parsed<T> | null = null;
    for (const index of rows.active) {
      const held: string | number = isAlone ? last : reader.rawValue(index);
      if (held === '' && !isAlone) continue;
      if (parsed === null || held !== last) {
        parsed = reader.read(index);
        last = held;
      }
      if (parsed.kind === 'value') {
        if (value === null) value = { value: parsed.value, index, origin: 'cell' };
        else if (!same(value.value, parsed.value)) (differing ??= []).push(index);
        if (remarks === 'say') for (const remark of parsed.remarks) collector.addRemark(index, reader, remark);
      } else if (parsed.kind === 'refusal') {
        refused = true;
        if (onRefusal === 'error') collector.addRemark(index, reader, parsed.remark);
      }
    }
    value ??= fromLeftOut(reader, rows.leftOut);
  }
  if (differing !== null && value !== null) reportConflict(reader, value, rows.active, collector);
  if (value === null && !refused && reader.constant !== null)
    value = { value: reader.constant.value, index: null, origin: 'constant' };
  return { value, refused };
}

function fromLeftOut<T>(reader: FieldReader<T>, leftOut: readonly number[]): OrderFieldValue<T> | null {
  for (const index of leftOut) {
    const parsed = reader.read(index);
    if (parsed.kind === 'value') return { value: parsed.value, index, origin: 'cell' };
  }
  return null;
}

interface Variant<T> {
  readonly value: T;
  readonly text: string;
  readonly indices: number[];
}

/** As it is shown, and typed where it is offered: a date that the file holds as a number is spelled. */
function textOfVariant<T>(reader: FieldReader<T>, value: T, index: number): string {
  const { kind, text } = reader.cell(index);
  return kind !== 'text' && typeof value === 'object' ? formatFieldValue(value) : text;
}

/** Names the rows and values that differ; the fix takes the most common value, the first where none is. */
function reportConflict<T>(
  reader: FieldReader<T>,
  first: OrderFieldValue<T>,
  rows: readonly number[],
  collector: IssueCollector,
): void {
  const variants: Variant<T>[] = [];
  for (const index of rows) {
    const parsed = reader.read(index);
    if (parsed.kind !== 'value') continue;
    const known = variants.find(({ value }) => same(value, parsed.value));
    if (known) known.indices.push(index);
    else variants.push({ value: parsed.value, text: textOfVariant(reader, parsed.value, index), indices: [index] });
  }
  const best = variants.reduce((most, variant) => (variant.indices.length > most.indices.length ? variant : most));
  const at = first.index ?? rows[0] ?? 0;
  collector.addValueConflict(at, reader, variants, best);
}
