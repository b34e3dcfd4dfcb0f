/** One number of an item, out of its row's cell or the constant behind it. */
import type { Parsed } from '../values/parsed.ts';
import type { FieldReader } from './field-reader.ts';
import type { IssueCollector } from './issue-collector.ts';

export interface ItemValue {
  readonly value: number;
  readonly origin: 'cell' | 'constant' | 'computed' | 'profile' | 'products';
}

/** Stands for a cell that was refused: it is said already. */
export const refusedItemField = Symbol('refused');
/** Null: blank, and no constant stands in. */
export type ItemFieldResult = ItemValue | null | typeof refusedItemField;

export function readItemField(reader: FieldReader<number>, index: number, collector: IssueCollector): ItemFieldResult {
  return itemFieldResultOf(reader.read(index), reader, index, collector);
}

/** What the cell was read to, with what is to be said of it. */
export function itemFieldResultOf(
  parsed: Parsed<number>,
  reader: FieldReader<number>,
  index: number,
  collector: IssueCollector,
): ItemFieldResult {
  if (parsed.kind === 'blank')
    return reader.constant === null ? null : { value: reader.constant.value, origin: 'constant' };
  if (parsed.kind === 'refusal') {
    collector.addRemark(index, reader, parsed.remark);
    return refusedItemField;
  }
  if (parsed.remarks.length > 0) for (const remark of parsed.remarks) collector.addRemark(index, reader, remark);
  return { value: parsed.value, origin: 'cell' };
}

export function itemValueOrNull(reading: ItemFieldResult): ItemValue | null {
  return reading === refusedItemField ? null : reading;
}
