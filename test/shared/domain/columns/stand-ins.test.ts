/** Columns that stand in for a recipient's blank cells. */
import { describe, expect, it } from 'vitest';
import { interpretedSheet } from '../../../support/interpreted-sheet.ts';

function standIns(headings: readonly string[], ...rows: readonly (readonly string[])[]): Record<string, string> {
  const { plan } = interpretedSheet([headings, ...rows]);
  return Object.fromEntries(
    Object.entries(plan.standIns).map(([field, columns]) => [
      field,
      columns.map((column) => plan.columns[column]?.heading).join(' + '),
    ]),
  );
}

describe('who ordered stands in', () => {
  const phones = ['+998901846603', '+998937202518', '+998972450163'] as const;

  it.each([
    ['Покупатель', 'Телефон покупателя', 'Получатель (если другой)', 'Телефон получателя (если другой)'],
    ['Заказчик', 'Тел. заказчика', 'Получатель', 'Тел. получателя'],
    ['Buyurtmachi', 'Buyurtmachi telefoni', 'Qabul qiluvchi (agar boshqa boʻlsa)', 'Qabul qiluvchi telefoni'],
    ['Customer', 'Customer phone', 'Recipient', 'Recipient phone'],
  ])('where the recipient is blank: %s', (name, phone, other, otherPhone) => {
    expect(
      standIns(
        ['Номер заказа', name, phone, other, otherPhone],
        ['1', 'Азаматова Шахло', phones[0], '', ''],
        ['2', 'Вафоев Собир', phones[1], 'Вафоева Зухра', phones[2]],
      ),
    ).toEqual({ full_name: name, phone });
  });

  it('in parts, as shop exports have them', () => {
    expect(
      standIns(
        ['order_number', 'billing_first_name', 'billing_last_name', 'shipping_first_name', 'shipping_last_name'],
        ['1', 'Aziza', 'Karimova', '', ''],
        ['2', 'Sobir', 'Vafoyev', 'Zuhra', 'Vafoyeva'],
      ),
    ).toEqual({ full_name: 'billing_first_name + billing_last_name' });
  });

  it('but nobody else, and not where nothing is missed', () => {
    const rows = [
      ['1', 'Азаматова Шахло', phones[0], '', ''],
      ['2', 'Вафоев Собир', phones[1], 'Вафоева Зухра', phones[2]],
    ];
    const recipient = ['Получатель', 'Телефон получателя'];
    expect(standIns(['№ заказа', 'Менеджер', 'Телефон менеджера', ...recipient], ...rows)).toEqual({});
    expect(standIns(['№ заказа', 'Покупатель', 'Телефон покупателя', ...recipient], rows[1]!)).toEqual({});
  });
});
