/** Reads the bill or list of the WMS: any sheet with order numbers or WMS ids, and sums where it gives them. */
import type { BillLine } from '../../shared/domain/month/month.ts';
import { noChoices } from '../../shared/domain/model/choices.ts';
import { interpretColumns } from '../../shared/domain/columns/column-plan.ts';
import { readHeading } from '../../shared/domain/columns/name-match.ts';
import { parseOrderId } from '../../shared/domain/values/order-id.ts';
import { parseMoney } from '../../shared/domain/values/money.ts';
import { fold } from '../../shared/domain/values/fold.ts';
import { FailureError } from '../../shared/result.ts';
import { readSheetFile, type ReadOptions } from '../reading/read-file.ts';

const wmsIdHeading = /^(?:wms|вмс)(?: ?(?:id|ид|№|raqam\p{L}*|номер))?$|^(?:id|ид) (?:wms|вмс|в wms)$/u;

/** @throws FailureError `month.noNumbers`, and those of {@link readSheetFile} */
export async function readBill(path: string, reading: Pick<ReadOptions, 'foreign'> = {}): Promise<readonly BillLine[]> {
  const { table } = await readSheetFile({ path }, reading);
  const { columns, mapping, firstDataIndex } = interpretColumns(table, noChoices);
  const wmsColumn = columns.find(({ heading }) => wmsIdHeading.test(fold(heading)))?.column;
  const numberColumn = (mapping.columns.order_id ?? []).find((column) => column !== wmsColumn);
  const total = columns.find(({ heading }) => readHeading(heading).unsentKind === 'total')?.column;
  const sumColumn = total ?? mapping.columns.final_price?.[0] ?? mapping.columns.price?.[0];
  if (wmsColumn === undefined && numberColumn === undefined) throw new FailureError('month.noNumbers');
  const lines: BillLine[] = [];
  for (let index = firstDataIndex; index < table.rowCount; index++) {
    const idAt = (column: number | undefined): number | null => {
      const id = column === undefined ? null : parseOrderId(table.cell(index, column));
      return id?.kind === 'value' ? id.value : null;
    };
    const [orderId, wmsId] = [idAt(numberColumn), idAt(wmsColumn)];
    if (orderId === null && wmsId === null) continue;
    const sum = sumColumn === undefined ? null : parseMoney(table.cell(index, sumColumn), 'price');
    lines.push({ row: table.rowNumber(index), orderId, wmsId, amount: sum?.kind === 'value' ? sum.value : null });
  }
  return lines;
}
