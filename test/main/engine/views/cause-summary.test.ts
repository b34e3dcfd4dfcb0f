import fc from 'fast-check';
import { expect, it } from 'vitest';
import { IssueSum } from '../../../../main/engine/views/cause-summary.ts';
import type { Fix, Issue } from '../../../../shared/domain/model/issues.ts';

/** Few texts, many, or orders that are left out. */
const anyFix: fc.Arbitrary<Fix | undefined> = fc.oneof(
  fc.constant(undefined),
  fc.constantFrom('a', 'a ', 'b').map((text): Fix => ({ kind: 'setCell', row: 1, column: 2, text })),
  fc.nat(60).map((text): Fix => ({ kind: 'setCell', row: 1, column: 2, text: String(text) })),
  fc.constantFrom('1', '2').map((key): Fix => ({ kind: 'leaveOut', orderKeys: [key] })),
  fc.constantFrom('1', '2').map((key): Fix => ({ kind: 'leaveAsSent', orderKeys: [key] })),
  fc.constantFrom('a', 'b').map((text): Fix => ({ kind: 'setCells', cells: [{ row: 1, column: 2 }], text })),
  fc.array(fc.nat(9), { minLength: 1, maxLength: 3 }).map((rows): Fix => ({ kind: 'leaveRowsOut', rows })),
  fc.constantFrom('a', 'b').map((value): Fix => ({ kind: 'leaveOutWhere', heading: '', column: 1, value, out: true })),
);
const anyIssues = fc
  .record({
    fixes: fc.array(fc.oneof(anyFix, anyFix), { maxLength: 80 }),
    one: fc.option(anyFix, { nil: undefined }),
    value: fc.boolean(),
    rows: fc.array(fc.nat(200), { minLength: 80, maxLength: 80 }),
  })
  .map(({ fixes, one, value, rows }) =>
    fixes.map((fix, at): Issue => {
      const own = one ?? fix;
      const params = { value: value ? 'same' : String(at) };
      // A place has one issue of a cause.
      const row = (rows[at] ?? 0) * 100 + at;
      return {
        code: 'x',
        severity: 'error',
        scope: 'cell',
        field: 'city',
        row,
        column: 2,
        params,
        ...(own && { fix: own }),
      };
    }),
  );

it('says of issues that came and went what it says of those that are left', () => {
  fc.assert(
    fc.property(anyIssues, fc.array(fc.nat(79), { maxLength: 80 }), (issues, gone) => {
      const sum = new IssueSum();
      const left = new Set(issues);
      for (const issue of issues) sum.add(issue, 1);
      for (const at of gone) {
        const issue = issues[at];
        if (issue === undefined || !left.delete(issue)) continue;
        sum.add(issue, -1);
      }
      const anew = new IssueSum();
      for (const issue of left) anew.add(issue, 1);
      expect(sum.count).toBe(anew.count);
      if (sum.needsFirst) for (const issue of left) sum.offerFirst(issue);
      expect(sum.first).toBe(anew.first);
      if (sum.isVague) return;
      expect(sum.fixAll).toEqual(anew.fixAll);
      expect(sum.always).toEqual(anew.always);
    }),
    { numRuns: 500 },
  );
});

it('is vague only where nearly all of many different texts went', () => {
  const issue = (at: number): Issue => ({
    ...{ code: 'x', severity: 'error', scope: 'cell', row: at, column: 2, params: {} },
    fix: { kind: 'setCell', row: at, column: 2, text: String(at) },
  });
  const sum = new IssueSum();
  for (let at = 0; at < 100; at++) sum.add(issue(at), 1);
  expect(sum.isVague).toBe(false);
  for (let at = 0; at < 31; at++) sum.add(issue(at), -1);
  expect(sum.isVague).toBe(true);
});
