/** The corpus of strangers' sheets is well-formed: each sheet says of its own cells what is right. */
import { describe, expect, it } from 'vitest';
import { halves, readSheet, sheetPaths, type NamedSheet } from '../../support/understanding/sheet.ts';
import { sheetFile } from '../../support/understanding/sheet-file.ts';

const root = process.cwd();
const all = halves.flatMap((half) => sheetPaths(root, half).map((found) => ({ half, ...found })));
const sheets: NamedSheet[] = all.map(({ half, ...found }) => readSheet(half, found));

/** The texts of the file's rows; several sheets add theirs to the same row numbers. */
function rowTexts({ sheet: { file } }: NamedSheet): Map<number, string> {
  const tables = file.kind === 'csv' ? [file.rows] : file.sheets.map(({ rows }) => rows);
  const texts = new Map<number, string>();
  for (const rows of tables)
    rows.forEach((row, at) => {
      const text = (row ?? []).map((cell) => (cell !== null && typeof cell === 'object' ? cell.v : cell)).join(' ');
      if (text.trim() !== '') texts.set(at + 1, `${texts.get(at + 1) ?? ''} ${text}`);
    });
  return texts;
}

const digits = (text: string): string => text.replaceAll(/\D/gu, '');

describe('the corpus', () => {
  it('has two halves of one kind', () => {
    const names = sheets.map(({ name }) => name);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    expect(names.filter((name) => !/^[a-z0-9/-]+$/u.test(name))).toEqual([]);
    expect(names.length).toBeGreaterThanOrEqual(300);
    const perClass = new Map<string, number>();
    for (const { half, class: kind } of sheets)
      perClass.set(kind, (perClass.get(kind) ?? 0) + (half === 'open' ? 1 : -1));
    // Variants that were written while the code was mended stand in the open half alone.
    expect([...perClass].filter(([, difference]) => difference < -1)).toEqual([]);
  });

  it.each(sheets.map((sheet) => [`${sheet.half}/${sheet.name}`, sheet] as const))(
    '%s says what is right',
    (_, named) => {
      const { sheet } = named;
      const texts = rowTexts(named);
      const whole = [...texts.values()].join('\n');
      const rows = [...sheet.orders.flatMap((order) => order.rows), ...sheet.notSent];
      expect(rows.filter((row) => !texts.has(row))).toEqual([]);
      const sentRows = new Set(sheet.orders.flatMap((order) => order.rows));
      expect(sheet.notSent.filter((row) => sentRows.has(row))).toEqual([]);
      expect(sheet.orders.length + sheet.notSent.length).toBeGreaterThan(0);
      const ids = sheet.orders.flatMap(({ body }) => (typeof body.order_id === 'number' ? [body.order_id] : []));
      expect(new Set(ids).size).toBe(ids.length);
      const typed = sheet.asked.map(({ types }) => types ?? '').join(' ');
      for (const { body } of sheet.orders) {
        if (typeof body.order_id === 'number') expect(digits(whole)).toContain(String(body.order_id));
        // People type the letter O for a nought.
        const dialled = [`${whole} ${typed}`, whole.replaceAll(/[oо]/giu, '0')].map(digits).join('\n');
        if (typeof body.phone === 'string') expect(dialled).toContain(body.phone.slice(-9));
        for (const { price, discount, final_price: total, quantity } of body.order_items) {
          if (typeof price !== 'number' || typeof discount !== 'number' || typeof total !== 'number') continue;
          const lines = [price - discount, price * (typeof quantity === 'number' ? quantity : 1) - discount];
          expect(lines).toContain(total);
        }
      }
      expect(sheetFile(sheet).bytes.length).toBeGreaterThan(0);
    },
  );
});
