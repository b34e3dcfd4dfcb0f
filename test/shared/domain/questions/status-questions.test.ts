/** What is asked about the status (docs/domain.md, decisions 5, 6 and 39). */
import { describe, expect, it } from 'vitest';
import { documentHeadings, fileCodes, issueCodes, openRows, orderRow, requestsOf } from '../../../support/batch.ts';

function withStatus(status: string, changes: Parameters<typeof orderRow>[0] = {}) {
  return [
    [...documentHeadings, 'fulfillment_status'],
    [...orderRow(changes), status],
  ] as const;
}

describe('the status', () => {
  it.each([
    ['1', 1],
    ['5', 5],
    ['Yangi', 1],
    ['Запланирован', 5],
    ['', 5],
  ])('«%s» is sent as %d', (text, expected) => {
    expect(requestsOf(openRows(withStatus(text)))[0]?.fulfillment_status).toBe(expected);
  });

  it.each(['2', '3', '4', '6', '7', 'Отменён'])(
    'refuses to create an order with «%s» unless the profile allows it',
    (text) => {
      expect(issueCodes(openRows(withStatus(text)))).toContain('orders.statusNotAllowed');
      expect(openRows(withStatus(text), { rules: { allowUnusualStatus: true } }).summary().counts.ready).toBe(1);
    },
  );

  it('needs a date where it is 5', () => {
    expect(issueCodes(openRows(withStatus('5', { scheduled_at: '' })))).toEqual(['orders.dateRequired']);
    expect(openRows(withStatus('1', { scheduled_at: '' })).summary().counts.ready).toBe(1);
  });

  it('is left out, or fixed, where the profile says so', () => {
    expect(requestsOf(openRows(withStatus('1'), { rules: { status: 'omit' } }))[0]).not.toHaveProperty(
      'fulfillment_status',
    );
    expect(requestsOf(openRows(withStatus('5'), { rules: { status: 1 } }))[0]?.fulfillment_status).toBe(1);
  });

  it('of a guessed column is believed only where it is understood; of a chosen one it must be', () => {
    const rows = withStatus('оплачен');
    expect(requestsOf(openRows(rows))[0]?.fulfillment_status).toBe(5);
    const chosen = openRows(rows, { choices: { columns: [{ column: 15, field: 'fulfillment_status' }] } });
    expect(chosen.summary().counts.withErrors).toBe(1);
  });

  it('cancelled offers to leave all such orders out', () => {
    const [headings, row] = withStatus('bekor');
    const batch = openRows([headings, row, [...orderRow({ order_id: '700002' }), '1']]);
    const issue = batch.summary().fileIssues.find(({ code }) => code === 'orders.cancelled');
    expect(issue?.fix).toEqual({ kind: 'leaveOut', orderKeys: ['700001'] });
    const change = issue?.fix === undefined ? null : batch.proposals.forFix(issue.fix);
    if (change?.kind !== 'edit') throw new Error('edit expected');
    batch.applyEdit(change.edit);
    expect(batch.summary().counts).toMatchObject({ total: 2, leftOut: 1, ready: 1, withErrors: 0 });
    expect(fileCodes(batch)).toEqual([]);
  });
});
