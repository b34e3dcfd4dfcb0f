/**
 * Looks whether one price stands in another unit than the others: 95 among prices of 95 000, 980 000 in full among thousands,
 * a thousand times what the product table or another row says of the same ware (docs/domain.md, «What the sheet contradicts»).
 */
import type { EditedTable } from '../table/edited-table.ts';
import { parseMoney } from '../values/money.ts';
import type { FieldReaders } from './field-readers.ts';
import { inFullPrice, leastPrice, mostThousands, wareFields, wareOf, type FileDoubts } from './file-doubts.ts';
import type { IssueCollector } from './issue-collector.ts';
import type { ItemLine } from './item-lines.ts';

interface ScaleContext {
  readonly table: EditedTable;
  readonly readers: FieldReaders;
  readonly doubts: FileDoubts;
}

/** A price within so many times the others' range is like them. */
const likeOthers = 3;

/** Reports a price that is hardly in the unit of the others; one that a person typed is as it is meant. */
export function checkPriceScale(context: ScaleContext, line: ItemLine, collector: IssueCollector): void {
  const { doubts, readers, table } = context;
  const { index, money } = line;
  const { column } = readers.price;
  if (money.price === null || money.price.origin !== 'cell') return;
  const { value } = money.price;
  if (column === null || table.isEdited(index, column)) {
    if (column === null) reportThousandth(context, index, value, collector);
    return;
  }
  const given = parseMoney(table.cell(index, column), 'price');
  const known = knownPrice(context, line, value, given.kind === 'value' ? given.value : value);
  if (known !== null) {
    report(context, index, 'error', 'orders.priceOtherUnit', [known, value], collector);
    return;
  }
  const { thousandPrices } = doubts;
  if (thousandPrices === null || given.kind !== 'value' || given.value < mostThousands) {
    reportThousandth(context, index, value, collector);
    return;
  }
  const isLike = (sum: number): boolean =>
    sum >= thousandPrices.least / likeOthers && sum <= thousandPrices.most * likeOthers;
  const inThousands = value * 1000;
  // 980 000 beside 980 000 and 2 150 000 is in full; 12 000 may be twelve millions.
  if (isLike(value) && !isLike(inThousands))
    report(context, index, 'warning', 'orders.priceInFull', [value, inThousands], collector);
  else
    report(
      context,
      index,
      'error',
      'orders.priceUnitUnclear',
      isLike(inThousands) && !isLike(value) ? [inThousands, value] : [value, inThousands],
      collector,
    );
}

/** What the product table, or another row of the same ware, says it costs, where that is a thousand times this, or a thousandth. */
function knownPrice(
  { doubts, readers, table }: ScaleContext,
  { index, tablePrice }: ItemLine,
  value: number,
  given: number,
): number | null {
  if (tablePrice !== null) return isThousandTimes(tablePrice, value) ? tablePrice : null;
  const columns = wareFields.flatMap((field) => readers[field].column ?? []);
  const unit = doubts.inThousands && given < mostThousands ? 1000 : 1;
  for (const other of doubts.warePrices.get(wareOf(table, columns, index)) ?? []) {
    const price = doubts.inThousands && other < mostThousands ? other * 1000 : other;
    if (!isThousandTimes(price, given * unit)) continue;
    // Of the two the one that no ware costs is wrong.
    if (value < price ? value < leastPrice : price >= leastPrice) return price;
  }
  return null;
}

function isThousandTimes(one: number, other: number): boolean {
  return one > 0 && other > 0 && (one === other * 1000 || other === one * 1000);
}

/** Offers the sums for the cell, the likelier first. */
function report(
  { doubts, readers, table }: ScaleContext,
  index: number,
  severity: 'warning' | 'error',
  code: string,
  [first, second]: readonly [number, number],
  collector: IssueCollector,
): void {
  const { column } = readers.price;
  if (column === null) return;
  const row = table.rowNumber(index);
  const textOf = (sum: number): string => String(doubts.inThousands && sum < mostThousands ? sum / 1000 : sum);
  const fixes = [first, second].map((sum) => ({ fix: { kind: 'setCell', row, column, text: textOf(sum) } as const }));
  const value = table.text(index, column).trim();
  collector.addForCell(index, readers.price, severity, code, { value, first, second }, fixes[0]?.fix, fixes);
}

/** One price of 95 among prices of 95 000. */
function reportThousandth(
  { doubts, readers, table }: ScaleContext,
  index: number,
  value: number,
  collector: IssueCollector,
): void {
  const inFull = inFullPrice(value, doubts);
  if (inFull === null) return;
  const { column } = readers.price;
  const fix =
    column === null
      ? undefined
      : ({ kind: 'setCell', row: table.rowNumber(index), column, text: String(inFull) } as const);
  const asTheyAre = { fix: { kind: 'setRules', answer: 'priceInSom', rules: { priceUnit: 'som' } } } as const;
  collector.addForCell(
    index,
    readers.price,
    'error',
    'orders.priceThousandth',
    { value, suggestion: inFull },
    fix,
    fix === undefined ? [asTheyAre] : [{ fix }, asTheyAre],
  );
}
