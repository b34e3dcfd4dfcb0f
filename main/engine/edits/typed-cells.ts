/** Deals out what a person types into a cell that was taken apart: its parts are what is sent, so they have to follow it. */
import { partsOfTyped } from '../../../shared/domain/mixed-cells/take-apart.ts';
import type { Edit } from '../../../shared/domain/model/edits.ts';
import type { Rules } from '../../../shared/domain/model/rules.ts';
import { columnName, type Table } from '../../../shared/domain/table/table.ts';
import { failure, success, type Result } from '../../../shared/result.ts';

type CellTexts = Extract<Edit, { kind: 'cells' }>['cells'];

/**
 * The cells as they were typed, with those of their parts; a part that is typed with them stays as it was typed. Where a
 * text cannot be taken apart it fails with `orders.editApart`; cells that are left as they are (`asIs`) then have no parts.
 */
export function withTypedParts(cells: CellTexts, table: Table, mixedCells: Rules['mixedCells']): Result<CellTexts> {
  if (table.parts.length === 0) return success(cells);
  const typed = new Set(cells.map(({ row, column }) => `${row} ${column}`));
  const all = [...cells];
  for (const { row, column, text } of cells)
    for (const part of table.parts) {
      if (part.source !== column) continue;
      const places = part.keys.map((_, at) => part.firstColumn + at);
      const texts = partsOfTyped(part, text);
      const isSaid = places.some((place) => typed.has(`${row} ${place}`));
      if (texts === null && mixedCells !== 'asIs' && !isSaid)
        return failure('orders.editApart', {
          row,
          column: columnName(table, column),
          parts: places.map((place, at) => `${columnName(table, place)} (${part.headings[at] ?? ''})`).join(', '),
        });
      places.forEach((place, at) => {
        if (!typed.has(`${row} ${place}`) && !(texts === null && isSaid))
          all.push({ row, column: place, text: texts?.[at] ?? '' });
      });
    }
  return success(all);
}
