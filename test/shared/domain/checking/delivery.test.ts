/** When an order is delivered and with which status it is created (docs/domain.md, decisions 5 to 10). */
import { describe, expect, it } from 'vitest';
import { readDelivery, type DeliveryContext } from '../../../../shared/domain/checking/delivery.ts';
import type { Choices } from '../../../../shared/domain/model/choices.ts';
import type { Rules } from '../../../../shared/domain/model/rules.ts';
import { interpretedSheet, issueText } from '../../../support/interpreted-sheet.ts';

interface Sheet {
  /** Cells of one row; a column that is not named is not there. */
  readonly date?: string;
  readonly status?: string;
  readonly statusColumn?: DeliveryContext['statusColumn'];
  readonly rules?: Partial<Rules>;
  readonly constants?: Choices['constants'];
}

function read({ date, status, statusColumn = 'ours', rules = {}, constants = {} }: Sheet) {
  const columns = [
    ['order_id', '1'],
    ...(date === undefined ? [] : [['scheduled_at', date]]),
    ...(status === undefined ? [] : [['fulfillment_status', status]]),
    ['phone', '+998901234567'],
  ];
  const sheet = interpretedSheet([columns.map(([heading = '']) => heading), columns.map(([, text = '']) => text)], {
    rules,
    constants,
    columns: columns.map(([heading], column) => ({ column, field: heading as 'order_id' })),
  });
  const delivery = readDelivery({ ...sheet, statusColumn }, { active: [1], leftOut: [] }, 1, sheet.collector);
  return {
    delivery,
    /** `2026-11-25T09:00:00Z 5`, with ✕ behind it where something is missing. */
    sent: [delivery.scheduledAt?.value ?? '–', delivery.status?.value ?? '–', ...(delivery.complete ? [] : ['✕'])].join(
      ' ',
    ),
    said: sheet.collector.issues.map(issueText),
    statistics: sheet.statistics,
  };
}

const day = '25.11.2026 14:00';
const instant = '2026-11-25T09:00:00Z';

describe('the status that is sent', () => {
  it.each<[string, Sheet, string]>([
    ['5 with a date', { date: day }, `${instant} 5`],
    ['1 without, where the cell is blank', { date: '' }, '– 1'],
    ['1 where the operator chose «send as new»', { constants: { fulfillment_status: '1' } }, '– 1'],
    ['a constant before 5 or 1', { date: day, constants: { fulfillment_status: '1' } }, `${instant} 1`],
    ['what a column of the WMS says', { date: day, status: '1' }, `${instant} 1`],
    ['its words', { date: day, status: 'Yangi' }, `${instant} 1`],
    ['a cell before the constant', { date: day, status: '5', constants: { fulfillment_status: '1' } }, `${instant} 5`],
    ['5 with a date where the cell is blank', { date: day, status: '' }, `${instant} 5`],
    [
      'the profile’s number, whatever the column says',
      { date: day, status: '5', rules: { status: 1 } },
      `${instant} 1`,
    ],
    ['none where the profile says so', { date: day, status: '5', rules: { status: 'omit' } }, `${instant} –`],
    ['none without a date', { date: '', rules: { status: 'omit' } }, '– –'],
  ])('is %s', (_, sheet, sent) => {
    const { sent: found, said } = read(sheet);
    expect(found).toBe(sent);
    expect(said.filter((text) => text.includes('✕'))).toEqual([]);
  });

  it('5 without a date is refused: at the blank cell, or by the question about the file', () => {
    expect(read({ date: '', status: '5' })).toMatchObject({ sent: '– 5 ✕', said: ['B2 ✕orders.dateRequired'] });
    expect(read({ date: '', rules: { status: 5 } }).said).toEqual(['B2 ✕orders.dateRequired']);
    const undated = read({ status: '5' });
    expect(undated).toMatchObject({ sent: '– 5 ✕', said: [] });
    expect(undated.statistics.undecidedDeliveries).toBe(1);
  });

  it('without a column, a constant or a rule it is the file’s question', () => {
    const { sent, said, statistics } = read({});
    expect([sent, said, statistics.undecidedDeliveries]).toEqual(['– 1 ✕', [], 1]);
    expect(read({ rules: { status: 1 } }).statistics.undecidedDeliveries).toBe(0);
  });

  it.each(['2', '3', '4', '7'])('%s at creation is refused unless the profile allows it', (status) => {
    const { delivery, said } = read({ date: day, status });
    expect(delivery.complete).toBe(false);
    expect(said).toContain('C2 ✕orders.statusNotAllowed');
    expect(read({ date: day, status, rules: { allowUnusualStatus: true } }).delivery).toMatchObject({
      complete: true,
      status: { value: Number(status), origin: 'cell' },
    });
  });
});

describe('a status that says cancelled', () => {
  it('gives none but where the profile allows it, or a person chose the column: whether it is sent is asked', () => {
    expect(read({ date: day, status: '6' })).toMatchObject({ sent: `${instant} 5`, said: [] });
    expect(read({ date: day, status: '6', rules: { allowUnusualStatus: true } }).sent).toBe(`${instant} 6`);
    expect(read({ date: day, status: '6', statusColumn: 'chosen' })).toMatchObject({
      sent: `${instant} 6 ✕`,
      said: ['C2 ✕orders.statusNotAllowed'],
    });
  });
});

describe('how far a status column is believed', () => {
  it.each<[DeliveryContext['statusColumn'], string, string, number]>([
    // Of a shop's own column numbers count, words do not.
    ['foreign', '1', `${instant} 1`, 0],
    ['foreign', '1.0', `${instant} 1`, 0],
    ['foreign', 'Yangi', `${instant} 5`, 1],
    ['foreign', 'paid', `${instant} 5`, 1],
    ['ours', 'Yangi', `${instant} 1`, 0],
    ['ours', 'paid', `${instant} 5`, 1],
    ['chosen', 'Yangi', `${instant} 1`, 0],
    ['chosen', 'paid', `${instant} – ✕`, 0],
  ])('%s: %j', (statusColumn, status, sent, foreign) => {
    const found = read({ date: day, status, statusColumn });
    expect([found.sent, found.statistics.ordersWithForeignStatus]).toEqual([sent, foreign]);
    expect(found.said.some((text) => text.includes('✕'))).toBe(sent.endsWith('✕'));
  });

  it('the rule «from the column» believes it as a choice does', () => {
    expect(read({ date: day, status: 'paid', statusColumn: 'foreign', rules: { status: 'column' } }).sent).toBe(
      `${instant} – ✕`,
    );
  });
});

describe('the date that is sent', () => {
  it('is the same instant in UTC, or the local clock with Z', () => {
    expect(read({ date: day }).delivery).toMatchObject({ local: '2026-11-25T14:00:00', complete: true });
    expect(read({ date: day, rules: { clock: 'localWithZ' } }).delivery).toMatchObject({
      scheduledAt: { value: '2026-11-25T14:00:00Z' },
      local: '2026-11-25T14:00:00',
    });
  });

  it('gets the default time, counted for the file', () => {
    const { sent, statistics } = read({ date: '25.11.2026', rules: { defaultTime: '18:30' } });
    expect([sent, statistics.ordersWithDefaultTime]).toEqual(['2026-11-25T13:30:00Z 5', 1]);
    expect(read({ date: day }).statistics.ordersWithDefaultTime).toBe(0);
  });

  it('a cell that cannot be read holds the order back, and is said once', () => {
    const { sent, said } = read({ date: 'ertaga' });
    expect(sent).toMatch(/✕$/);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^B2 ✕/);
  });
});
