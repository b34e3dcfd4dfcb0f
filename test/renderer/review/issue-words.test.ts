import { describe, expect, it } from 'vitest';
import { fixAllLabel } from '../../../renderer/review/issue-words.ts';
import { loadWords } from '../../../renderer/words/words.ts';
import type { CauseView } from '../../../shared/contract/views.ts';

const cause: CauseView = {
  cause: 'c',
  code: 'orders.blank',
  severity: 'error',
  field: 'region',
  state: null,
  params: {},
  count: 37,
  orderCount: 37,
  firstPosition: { row: 2, column: 1 },
  fixableCount: 37,
  fixAll: null,
  always: null,
  resendableCount: 0,
};

describe('the button that settles a cause', () => {
  it('says once what it does, and for how many', async () => {
    const words = await loadWords('en');
    const label = (fixAll: CauseView['fixAll'], count = 37): string | null =>
      fixAllLabel(words, { ...cause, fixAll, fixableCount: count });
    expect(label(null)).toBeNull();
    expect(label({ kind: 'each' })).toBe('Fix all 37');
    expect(label({ kind: 'setText', text: 'Toshkent shahri' })).toBe('Fix all 37 → Toshkent shahri');
    // A single fix is called by what it does.
    expect(label({ kind: 'setCell', row: 2, column: 1, text: 'Buxoro' }, 1)).toBe('Put «Buxoro» here');
    expect(label({ kind: 'leaveOutWhere', heading: 'Holat', column: 9, value: 'Kelishildi', out: true })).toBe(
      'Leave out all where «Holat» is «Kelishildi»',
    );
  });
});
