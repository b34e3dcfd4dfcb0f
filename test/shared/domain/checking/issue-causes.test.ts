import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Batch } from '../../../../main/engine/batch.ts';
import { IssueCauses } from '../../../../shared/domain/checking/issue-causes.ts';
import type { StoredEdit } from '../../../../main/ports.ts';
import { causeOf } from '../../../../shared/domain/model/causes.ts';
import type { Edit } from '../../../../shared/domain/model/edits.ts';
import { translatorFor } from '../../../../shared/messages/translators.ts';
import { checkOf, documentHeadings, openRows, orderRow } from '../../../support/batch.ts';

const everything = { show: 'all', cause: null, search: '' } as const;

/** Everything that a batch says of its issues. */
function said(batch: Batch) {
  const { rows } = batch.rows(everything, 0, 100);
  const causes = batch.causes();
  return {
    causes,
    rows,
    check: checkOf(batch),
    facets: batch.facets(everything),
    orders: rows.map(({ orderKey }) => (orderKey === null ? null : batch.order(orderKey))),
    ofCauses: causes.map(({ cause }) => [
      batch.rows({ ...everything, cause }, 0, 100).rows.map(({ row }) => row),
      batch.nextProblem(null, 'next', cause),
      batch.proposals.forCause(cause),
    ]),
    reasons: rows.map(({ orderKey }) => orderKey !== null && batch.report.outcomeOf(orderKey, translatorFor('en'))),
    reminders: batch.reminders(Date.UTC(2026, 10, 24)),
    warned: batch.rows({ ...everything, show: 'warnings' }, 0, 100).total,
  };
}

const anyRow = fc
  .record({
    order_id: fc.constantFrom('1', '2', '3', '', 'x'),
    phone: fc.constantFrom('+998901234567', '12', '8901234567', ''),
    region: fc.constantFrom('Buxoro viloyati', 'Toshkentt', 'Narnia', 'Toshkent'),
    quantity: fc.constantFrom('1', 'many', '2 kg'),
    price: fc.constantFrom('50000', 'x', ''),
    scheduled_at: fc.constantFrom('25.11.2026 14:00', 'ertaga', '1'),
  })
  .map(orderRow);
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc
    .record({
      row: fc.integer({ min: 2, max: 7 }),
      column: fc.constantFrom(0, 3, 5, 11),
      text: fc.constantFrom('1', '12', 'Narnia'),
    })
    .map((cell): Edit => ({ kind: 'cells', cells: [cell] })),
  fc
    .record({ rows: fc.tuple(fc.integer({ min: 2, max: 7 })), out: fc.boolean() })
    .map((edit): Edit => ({ kind: 'leaveOut', ...edit })),
);

describe('issues that are too many to be kept', () => {
  it('are said as if they were kept, before and after edits', () => {
    fc.assert(
      fc.property(
        fc.array(anyRow, { minLength: 1, maxLength: 6 }),
        fc.array(anyEdit, { maxLength: 3 }),
        fc.integer({ min: 0, max: 4 }),
        (rows, edits, mostIssuesKept) => {
          const sheet = [documentHeadings, ...rows];
          const kept = openRows(sheet);
          const madeAgain = openRows(sheet, { input: { mostIssuesKept } });
          expect(said(madeAgain)).toEqual(said(kept));
          const log: StoredEdit[] = [];
          for (const edit of edits) {
            expect(madeAgain.applyEdit(edit).ok).toBe(kept.applyEdit(edit).ok);
            expect(said(madeAgain)).toEqual(said(kept));
            // What the list of problems counted on is what a new one counts.
            log.push({ sequence: log.length + 1, edit, undone: false, at: 0 });
            expect(said(openRows(sheet, { input: { edits: log } }))).toEqual(said(kept));
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('causes of a file', () => {
  const issue = {
    code: 'orders.regionUnknown',
    severity: 'warning',
    scope: 'cell',
    field: 'region',
    params: { value: 'Narnia' },
  } as const;

  it('are one object for issues with equal keys, found by its key while there are any', () => {
    const causes = new IssueCauses();
    const cause = causes.ofIssue(issue);
    expect(causes.ofIssue({ ...issue, params: { value: 'Narnia', suggestion: 'x' } })).toBe(cause);
    expect(causes.ofIssue({ ...issue, params: { value: 'Oz' } })).not.toBe(cause);
    expect(cause.key).toBe(causeOf(issue));
    expect(causes.withKey(cause.key)).toBeUndefined();
    cause.count = 1;
    expect(causes.withKey(cause.key)).toBe(cause);
    expect([...causes.all()]).toEqual([cause]);
  });

  it.each(['', '{', '[]', '["orders.regionUnknown","region"]', '["orders.regionUnknown","no field",""]'])(
    'are not found by %j, which is no key',
    (key) => {
      expect(new IssueCauses().withKey(key)).toBeUndefined();
    },
  );
});
