/** The name that is proposed for a report. */
import { describe, expect, test } from 'vitest';
import { defaultReportName } from '../../../main/reporting/report-name.ts';

describe('the name', () => {
  const now = Date.UTC(2026, 10, 24, 9, 5);
  test.each([
    ['buyurtmalar-24-11.xlsx', false, 'uz', 'buyurtmalar-24-11 hisobot 24.11.2026 14-05.xlsx'],
    ['заказы.csv', true, 'ru', 'заказы УЧЕБНЫЙ отчёт 24.11.2026 14-05.xlsx'],
    ['a/b:c?.xls', false, 'en', 'a-b-c- report 24.11.2026 14-05.xlsx'],
  ] as const)('of %s', (file, practice, language, name) => {
    expect(defaultReportName(file, practice, language, now)).toBe(name);
  });
  test('csv', () => {
    expect(defaultReportName('x.xlsx', false, 'en', now, 'csv')).toBe('x report 24.11.2026 14-05.csv');
  });
});
