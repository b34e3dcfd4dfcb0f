/** One number of an item, out of its row's cell or the constant behind it. */
import type { Parsed } from '../values/parsed.ts';
import type { FieldReader } from './field-reader.ts';
import type { IssueCollector } from './issue-collector.ts';

export interface ItemValue {
  readonly value: number;
  readonly origin: 'cell' | 'constant' | 'computed' | 'profile' | 'products';
}

/** Stands for a cell that was refused: it is said already. */
export const refused = Symbol('refused');
/** Null: blank, and no constant stands in. */
export type Reading = ItemValue | null | typeof refused;

export function readItemField(reader: FieldReader<number>, index: number, collector: IssueCollector): Reading {
  return itemValueOf(reader.read(index), reader, index, collector);
}

/** What the cell was read to, with what is to be said of it. */
export function itemValueOf(parsed: Parsed<number>, reader: FieldReader<number>, index: number, collector: IssueCollector): Reading {
  if (parsed.kind === 'blank') return reader.constant === null ? null : { value: reader.constant.value, origin: 'constant' };
  if (parsed.kind === 'refusal') {
    collector.remark(index, reader, parsed.remark);
    return refused;
  }
  if (parsed.remarks.length > 0) for (const remark of parsed.remarks) collector.remark(index, reader, remark);
  return { value: parsed.value, origin: 'cell' };
}

export function valueOf(reading: Reading): ItemValue | null {
  return reading === refused ? null : reading;
}
