/** Words of a row of sums, and products whose names begin or end like them. */
import { describe, expect, it } from 'vitest';
import { isTotalProduct, isTotalText } from '../../../../shared/domain/rows/total-words.ts';

describe('a cell that sums up others', () => {
  it.each<[string, boolean]>([
    ['Jami', true],
    ['JAMI:', true],
    ['Жами сумма', true],
    ['Jami: 15 000 soʻm', true],
    ['Итого', true],
    ['Итого по заказам:', true],
    ['5001 Итог', true],
    ['Varaq boʻyicha jami', true],
    ['Hammasi', true],
    ['Ҳаммаси', true],
    ['Toʻlov uchun', true],
    ['К оплате:', true],
    ['Grand Total', true],
    ['', false],
    ['Jamila', false],
    ['Jamiyat koʻchasi 5', false],
    ['Karimova Jamila', false],
    ['4 ta zakaz', true],
    ['12 заказов', true],
    ['12 ta daftar', false],
    ['Итоговый экзамен', false],
    ['Totalov Botir', false],
    ['Общая улица', false],
    ['15000', false],
    [`Jami ${'x'.repeat(60)}`, false],
  ])('%j: %s', (text, expected) => expect(isTotalText(text)).toBe(expected));
});

describe('a product is none, though its name begins or ends so', () => {
  it.each<[string, boolean]>([
    ['Jami', true],
    ['Total', true],
    ['Total: 15 000', true],
    ['Total amount', true],
    ['Total Quartz 9000', false],
    ['TOTAL 5W-30 moy', false],
    ['Choynak total', false],
    ['Moy Quartz Total', false],
    ['Choynak', false],
  ])('%j is a sum: %s', (text, expected) => expect(isTotalProduct(text)).toBe(expected));
});
