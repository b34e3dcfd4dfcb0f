import { describe, expect, it } from 'vitest';
import { interpretColumns } from '../../../../shared/domain/columns/column-plan.ts';
import { noChoices } from '../../../../shared/domain/model/choices.ts';
import { takeApart } from '../../../../shared/domain/mixed-cells/take-apart.ts';
import { tableOf } from '../../../support/table.ts';
import { areOrdersAndWares, readOrderOrWare } from '../../../../shared/domain/mixed-cells/order-or-ware.ts';

describe('orders with their wares below them in one column', () => {
  it('are told by their numbers', () => {
    expect(readOrderOrWare('Заказ № 812').parts).toMatchObject([{ meaning: 'order_id', text: '812' }]);
    expect(readOrderOrWare('  Чай зелёный 250 г').parts).toMatchObject([
      { meaning: 'product_name', text: 'Чай зелёный 250 г' },
    ]);
    expect(readOrderOrWare('12').parts).toEqual([]);
    expect(areOrdersAndWares(['Заказ № 812', 'Чай', 'Заказ № 813', 'Чай'])).toBe(true);
    expect(areOrdersAndWares(['Чай', 'Заказ № 812', 'Чай', 'Заказ № 813'])).toBe(false);
    expect(areOrdersAndWares(['Заказ № 812', 'Заказ № 813'])).toBe(false);
  });

  it('get a column of numbers; the wares beside their ids stay where they are', () => {
    const table = tableOf([
      ['Заказ / Номенклатура', 'ID товара', 'Кол-во', 'Цена', 'Получатель', 'Телефон'],
      ['Заказ № 812', '', '5', '', 'Юнусова Барно', '90 415 72 86'],
      ['    Чай зелёный 250 г', '45', '2', '60000'],
      ['    Сахар 1 кг', '46', '3', '30000'],
      ['Заказ № 813', '', '2', '', 'Хван Сергей', '93 268 04 51'],
      ['    Чай зелёный 250 г', '45', '2', '60000'],
    ]);
    const taken = takeApart(table, (one) => {
      const { headerIndex, firstDataIndex, mapping } = interpretColumns(one, noChoices);
      return { headerIndex, firstDataIndex, columns: mapping.columns };
    });
    if (taken === null) throw new Error('not taken apart');
    const made = Array.from({ length: 6 }, (_, index) => taken.table.text(index, 6));
    expect([made, taken.table.columnCount, taken.issues]).toEqual([['Номер заказа', '812', '', '', '813', ''], 7, []]);
  });
});
