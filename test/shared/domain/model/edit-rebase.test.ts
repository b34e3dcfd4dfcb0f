import { describe, expect, it } from 'vitest';
import { stepsBehind } from '../../../../shared/domain/model/edit-rebase.ts';
import type { Edit } from '../../../../shared/domain/model/edits.ts';

const cell = (row: number, text: string): Edit => ({ kind: 'cells', cells: [{ row, column: 1, text }] });
const leftOut = (...rows: number[]): Edit => ({ kind: 'leaveOut', rows, out: true });

describe('steps that are brought back behind a change', () => {
  it('leave what the change says of a cell or a row', () => {
    const steps = [cell(2, 'a'), cell(3, 'b'), leftOut(2, 4)];
    expect(stepsBehind(steps, cell(2, 'mine'))).toEqual([cell(3, 'b'), leftOut(2, 4)]);
    expect(stepsBehind(steps, { kind: 'leaveOut', rows: [4], out: false })).toEqual([
      cell(2, 'a'),
      cell(3, 'b'),
      leftOut(2),
    ]);
  });

  it('do not write into a row that the change added under the same number', () => {
    const added: Edit = { kind: 'addRow', row: 9, cells: [] };
    expect(stepsBehind([added, cell(9, 'x'), cell(2, 'a')], added)).toEqual([cell(2, 'a')]);
  });
});
