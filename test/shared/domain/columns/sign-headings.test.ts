/** Headings that say whether an order is to be sent (docs/domain.md, «Orders that are not to be sent»). */
import { describe, expect, it } from 'vitest';
import { flagOfHeading, isResultHeading } from '../../../../shared/domain/columns/sign-headings.ts';

describe('what a column under the heading says', () => {
  it.each([
    ['Отмена', 'cancelled'],
    ['Дата отмены', 'cancelled'],
    ['Bekor', 'cancelled'],
    ['Причина отказа', 'why'],
    ['Bekor qilish sababi', 'why'],
    ['Доставлено', 'done'],
    ['Yuborildi', 'done'],
    ['Жўнатилди', 'done'],
    ['WMSga kiritildi', 'done'],
    ['Отправлять?', 'send'],
    // When a form was sent.
    ['Отправлено', null],
    ['Отменный товар', null],
    ['Примечание', null],
  ])('%j', (heading, expected) => expect(flagOfHeading(heading)).toBe(expected));
});

describe('what came of a call', () => {
  it.each(['Natija', 'Qoʻngʻiroq natijasi', 'Результат звонка', 'Итог прозвона', 'Call result', 'Результат'])(
    '«%s» is read as a status',
    (heading) => {
      expect(isResultHeading(heading)).toBe(true);
    },
  );

  it.each(['Итог', 'Результат анализа', 'Natija (ball)', 'Imtihon natijasi'])('«%s» is not', (heading) => {
    expect(isResultHeading(heading)).toBe(false);
  });
});
