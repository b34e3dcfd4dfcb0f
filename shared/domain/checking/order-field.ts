/** Reads an order-level field from an order's rows: the first value holds for all; differing values are an error. */
import { formatFieldValue } from '../table/cell-display.ts';
import type { FieldReader } from './field-reader.ts';
import type { IssueCollector } from './issue-collector.ts';
import type { Parsed } from '../values/parsed.ts';

export interface OrderFieldValue<T> {
  readonly value: T;
  /** Index of the row that gave it; null: not from a row. */
  readonly index: number | null;
  readonly origin: 'cell' | 'constant' | 'computed' | 'profile';
}

/** Indices of an order's rows. Rows left out singly are no items, but their order-level values still count. */
export interface OrderRows {
  readonly active: readonly number[];
  readonly leftOut: readonly number[];
}

/** How a refused cell is treated: as an error, or (in guessed status columns) only counted. */
export type RefusalHandling = 'error' | 'ignore';

export interface OrderFieldResult<T> {
  readonly value: OrderFieldValue<T> | null;
  /** A cell was refused and reported: the missing value must not be reported as well. */
  readonly refused: boolean;
}

/** Whether two rows' values are the same; texts are compared case-insensitively. */
export function isSameValue(first: unknown, second: unknown): boolean {
  if (first === second) return true;
  if (typeof first === 'string' && typeof second === 'string') return first.toLowerCase() === second.toLowerCase();
  if (typeof first === 'object' && first !== null && typeof second === 'object' && second !== null) {
    return 'local' in first && 'local' in second && first.local === second.local;
  }
  return false;
}

/**
 * Reads the field from the order's rows in file order and reports what is wrong with each cell. Rows with a blank cell
 * inherit; without any value the constant is used. `remarks` `ignore`: for values that are not sent.
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
  if (reader.hasCells) {
    // Where cells are joined it is faster to compare several rows' raw values before parsing.
    const isQuick = rows.active.length === 1 || reader.isQuick;
    let last: string | number = '';
    let parsed: Parsed<T> | null = null;
    for (const index of rows.active) {
      if (isQuick) parsed = reader.read(index);
      else {
        const held = reader.rawValue(index);
        if (held === '') continue;
        if (parsed === null || held !== last) {
          parsed = reader.read(index);
          last = held;
        }
      }
      if (parsed.kind === 'value') {
        if (value === null) value = { value: parsed.value, index, origin: 'cell' };
        else if (value.value !== parsed.value && !isSameValue(value.value, parsed.value))
          (differing ??= []).push(index);
        if (parsed.remarks.length > 0 && remarks === 'say')
          for (const remark of parsed.remarks) collector.addRemark(index, reader, remark);
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

/** The value as shown and offered for typing; a date serial is formatted. */
function textOfVariant<T>(reader: FieldReader<T>, value: T, index: number): string {
  const { kind, text } = reader.cell(index);
  return kind !== 'text' && typeof value === 'object' ? formatFieldValue(value) : text;
}

/** Reports the differing values with their rows. */
function reportConflict<T>(
  reader: FieldReader<T>,
  first: OrderFieldValue<T>,
  rows: readonly number[],
  collector: IssueCollector,
): void {
  collector.addValueConflict(first.index ?? rows[0] ?? 0, reader, () => variantsOf(reader, rows));
}

function variantsOf<T>(reader: FieldReader<T>, rows: readonly number[]): Variant<T>[] {
  const variants: Variant<T>[] = [];
  for (const index of rows) {
    const parsed = reader.read(index);
    if (parsed.kind !== 'value') continue;
    const known = variants.find(({ value }) => isSameValue(value, parsed.value));
    if (known) known.indices.push(index);
    else variants.push({ value: parsed.value, text: textOfVariant(reader, parsed.value, index), indices: [index] });
  }
  return variants;
}
