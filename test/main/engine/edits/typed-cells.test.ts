import { describe, expect, it } from 'vitest';
import { withTypedParts } from '../../../../main/engine/edits/typed-cells.ts';
import { interpretColumns } from '../../../../shared/domain/columns/column-plan.ts';
import { takeApart } from '../../../../shared/domain/mixed-cells/take-apart.ts';
import { noChoices } from '../../../../shared/domain/model/choices.ts';
import type { Table } from '../../../../shared/domain/table/table.ts';
import { valueOrThrow } from '../../../../shared/result.ts';
import { tableOf } from '../../../support/table.ts';

const rest = ['25.11.2026 10:00', '11', '1', '90000'];

/** B holds name and phone; G (B·1) the name, H (B·2) the phone. */
function mixed(): Table {
  const taken = takeApart(
    tableOf([
      ['Buyurtma', 'Mijoz', 'Yetkazish sanasi', 'Mahsulot ID', 'Soni', 'Narxi'],
      ['601', 'Karimova Aziza, 90 123 45 61', ...rest],
      ['602', 'Rahimov Sardor, 93 234 56 62', ...rest],
      ['603', 'Sobirova Nodira, 97 345 67 63', ...rest],
    ]),
    (table) => {
      const { headerIndex, firstDataIndex, mapping } = interpretColumns(table, noChoices);
      return { headerIndex, firstDataIndex, columns: mapping.columns };
    },
  );
  if (taken === null) throw new Error('not taken apart');
  return taken.table;
}

const typed = (text: string) => ({ row: 3, column: 1, text });

describe('a text that is typed into a cell that was taken apart', () => {
  it('goes to its parts as well', () => {
    const cell = typed('Rahimova Sarvinoz, 90 777 66 55');
    expect(valueOrThrow(withTypedParts([cell], mixed(), 'ask'))).toEqual([
      cell,
      { row: 3, column: 6, text: 'Rahimova Sarvinoz' },
      { row: 3, column: 7, text: '90 777 66 55' },
    ]);
  });

  it('that is cleared clears them', () => {
    expect(valueOrThrow(withTypedParts([typed('')], mixed(), 'apart'))).toEqual([
      typed(''),
      { row: 3, column: 6, text: '' },
      { row: 3, column: 7, text: '' },
    ]);
  });

  it.each(['90 777 66 55', 'Rahimov', 'Rahimov Sardor, 93 234 56 62, qoʻngʻiroq qilinmasin'])(
    'that cannot be dealt out to them is refused, with where to type: %s',
    (text) => {
      expect(withTypedParts([typed(text)], mixed(), 'ask')).toEqual({
        ok: false,
        error: { code: 'orders.editApart', params: { row: 3, column: 'B', parts: 'B·1 (F.I.Sh.), B·2 (Telefon)' } },
      });
    },
  );

  it('yields to parts that are typed with it', () => {
    const cells = [typed('Rahimov'), { row: 3, column: 7, text: '90 777 66 55' }];
    expect(valueOrThrow(withTypedParts(cells, mixed(), 'ask'))).toEqual(cells);
  });

  it('leaves none behind that is not its own where cells are left as they are', () => {
    expect(valueOrThrow(withTypedParts([typed('Rahimov')], mixed(), 'asIs'))).toEqual([
      typed('Rahimov'),
      { row: 3, column: 6, text: '' },
      { row: 3, column: 7, text: '' },
    ]);
  });

  it('changes nothing else', () => {
    const cells = [{ row: 3, column: 4, text: '2' }];
    expect(valueOrThrow(withTypedParts(cells, mixed(), 'ask'))).toEqual(cells);
  });
});
