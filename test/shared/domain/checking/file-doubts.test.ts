import { describe, expect, it } from 'vitest';
import { fileCodes, openRows, requestsOf } from '../../../support/batch.ts';
import type { TestCell } from '../../../support/table.ts';

const headings = ['Заказ', 'Клиент', 'Телефон', 'Область', 'Адрес', 'Доставка', 'ID товара', 'Кол-во', 'Цена'];
/** Serial of a day of 2026, as Excel counts. */
const serial = (month: number, day: number): TestCell => ({
  kind: 'date',
  text: String(Date.UTC(2026, month - 1, day) / 86_400_000 + 25_569),
});
const sheet = (...days: readonly TestCell[]) =>
  openRows([
    headings,
    ...days.map((day, at) => [
      `70${at}`,
      'Ли Ольга',
      `+99890123070${at}`,
      'Бухарская область',
      `ул. Мира, ${at}`,
      day,
      '31',
      '1',
      '150000',
    ]),
  ]);

// The day of opening is 24 November 2026.
describe('dates that Excel exchanged', () => {
  it('all of them: the coming days lie months apart', () => {
    const batch = sheet(serial(1, 12), serial(2, 12), serial(3, 12));
    const question = batch.summary().fileIssues.find(({ code }) => code === 'orders.allDatesLookExchanged');
    expect(question).toMatchObject({ severity: 'error', params: { shown: '12.01.2026', meant: '01.12.2026' } });
    const change = batch.proposals.forFix(question!.answers![0]!.fix);
    if (change?.kind === 'choices') batch.setChoices(change.choices);
    expect(requestsOf(batch).map(({ scheduled_at }) => scheduled_at?.slice(0, 10))).toEqual([
      '2026-12-01',
      '2026-12-02',
      '2026-12-03',
    ]);
  });

  it.each([
    ['a day that may be right', [serial(1, 12), serial(12, 2)]],
    ['one day alone', [serial(1, 12), serial(1, 12)]],
    ['a day that cannot be a month', [serial(1, 12), serial(1, 13)]],
    ['days that exchanged are no coming ones', [serial(1, 5), serial(2, 5)]],
    ['a text among them', [serial(1, 12), '12.02.2026']],
  ])('not with %s', (_, days) => {
    expect(fileCodes(sheet(...days))).not.toContain('orders.allDatesLookExchanged');
  });
});
