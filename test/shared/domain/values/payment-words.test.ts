/** What words beside an amount say of its payment. */
import { describe, expect, it } from 'vitest';
import { parseMoney } from '../../../../shared/domain/values/money.ts';
import { amountBesidePayment, saysPaid } from '../../../../shared/domain/values/payment-words.ts';
import { outcome, textCell } from './outcome.ts';

const price = (text: string): string => outcome(parseMoney(textCell(text), 'price'));

describe('an amount with words of payment beside it', () => {
  it.each([
    ['180 000 сум (наличными)', 180000],
    ['150 ming, naqd', 150000],
    ['150к нал', 150000],
    ['95000 (click)', 95000],
    ["120 000 so'm karta", 120000],
    ['120 000 soʻm, karta orqali', 120000],
    ['1 200 000 / перевод', 1200000],
    ['95 000 сум. Не оплачено', 95000],
    ['120 000 сум - оплата при получении', 120000],
  ])('«%s» is the amount, which is said', (text, value) => {
    expect(price(text)).toBe(`${value} ·amountWithWords`);
  });

  it.each([
    ['95 000 сум, оплачено Click', 95000],
    ["200 000 so'm, to'langan", 200000],
    ['200 000 сўм (тўланган)', 200000],
  ])('«%s» was paid, which is a warning', (text, value) => {
    const parsed = parseMoney(textCell(text), 'price');
    expect(parsed).toMatchObject({
      kind: 'value',
      value,
      remarks: [{ code: 'orders.paidAlready', severity: 'warning' }],
    });
  });

  it.each([
    '120 000 / 100 000 со скидкой',
    '95 000 нал + 20 000 карта',
    '180000 карта 8600',
    '150 000 nasiya',
    '95 000 с доставкой',
    '95 000 предоплата',
    '120 usd наличными',
    '50% наличными',
    'наличными',
  ])('«%s» is refused: more than an amount and how it is paid', (text) => {
    expect(parseMoney(textCell(text), 'price').kind).toBe('refusal');
  });

  it('is no discount’s', () => {
    expect(parseMoney(textCell('10 000 карта'), 'discount').kind).toBe('refusal');
  });

  it('is told from connecting words alone', () => {
    expect(amountBesidePayment('95 000 на')).toBeNull();
    expect(amountBesidePayment('95 000 на карту')).toBe('95 000');
  });
});

describe('a text that says that it was paid', () => {
  it.each(['оплачено', 'Полностью оплачен', "to'langan", 'тўланган', 'paid', 'пул олинмасин', 'деньги не брать'])(
    '«%s»',
    (text) => {
      expect(saysPaid(text)).toBe(true);
    },
  );

  it.each(['не оплачено', 'to‘lanmagan', 'unpaid', 'оплата при получении', 'naqd'])('but not «%s»', (text) => {
    expect(saysPaid(text)).toBe(false);
  });
});
