/** Reads one number of an item from its row's cell, or from the constant. */
import type { Parsed } from '../values/parsed.ts';
import type { FieldReader } from './field-reader.ts';
import type { IssueCollector } from './issue-collector.ts';

export interface ItemValue {
  readonly value: number;
  readonly origin: 'cell' | 'constant' | 'computed' | 'profile' | 'products';
}

/** Marks a refused cell; its issue was reported already. */
export const refusedItemField = Symbol('refused');
/** Null: blank, without a constant. */
export type ItemFieldResult = ItemValue | null | typeof refusedItemField;

export function readItemField(reader: FieldReader<number>, index: number, collector: IssueCollector): ItemFieldResult {
  return itemFieldResultOf(reader.read(index), reader, index, collector);
}

/** Turns a parsed cell into a result and reports its remarks as issues. */
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
