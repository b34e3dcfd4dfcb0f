/** A product id that the WMS has never accepted, beside hundreds that it has, is said before anything goes out. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { migrate, migrations } from '../../../main/store/schema.ts';
import { Database } from '../../../main/store/database.ts';
import { TestTerminal } from '../../support/terminal.ts';
import { accessKey, startWms } from '../../support/wms.ts';

const headings = 'Buyurtma raqami;F.I.Sh.;Telefon;Viloyat;Manzil;Yetkazish sanasi;Mahsulot ID;Soni;Narxi';
const line = (order: number, product: number): string =>
  `${order};Karimova Aziza;+99890123450${order % 10};Buxoro viloyati;Navoiy ${order};25.11.2027 14:00;${product};1;5000`;

describe('products that a WMS has never accepted', () => {
  it('are a warning with rows and ids once it accepted two hundred others, and not any more once it accepted them', async () => {
    const wms = await startWms();
    onTestFinished(() => wms.stop());
    const terminal = new TestTerminal({ WMS_TOKEN: accessKey });
    const write = (name: string, lines: readonly string[]): string => {
      const file = path.join(terminal.home, name);
      writeFileSync(file, [headings, ...lines].join('\n'));
      return file;
    };
    const known = Array.from({ length: 200 }, (_, at) => line(1 + Math.floor(at / 100), 1000 + at));
    const next = write('next.csv', [line(11, 1005), line(12, 77), line(13, 1199)]);
    const send = (file: string) => terminal.run('send', file, '--url', wms.url, '--json');
    // A hundred are too few to say what is new.
    expect(await send(write('first.csv', known.slice(0, 100)))).toMatchObject({ status: 0 });
    const second = await send(write('second.csv', known.slice(100)));
    expect(second).toMatchObject({ status: 0 });
    expect(second.remarks).not.toContain('never accepted');
    const { remarks, status } = await send(next);
    expect(status).toBe(0);
    expect(remarks).toContain(
      '1 order has a product ID that this WMS has never accepted, beside hundreds that it has: 77 (rows 3)',
    );
    // What it has accepted now is not new any more.
    expect((await send(write('again.csv', [line(14, 77)]))).remarks).not.toContain('never accepted');
  });

  it('are known from the orders that were accepted before the app kept them', () => {
    const terminal = new TestTerminal();
    const file = path.join(terminal.home, 'archive.sqlite');
    const before = new Database(file);
    migrate(
      before,
      migrations.slice(
        0,
        migrations.findIndex((sql) => sql.includes('CREATE TABLE accepted_products')),
      ),
    );
    const body = JSON.stringify({ order_items: [{ client_product_id: 7 }, { client_product_id: 8 }] });
    before.run(`INSERT INTO batches (id, file_name, extension, file_hash, size, created_at, opened_at, choices)
      VALUES ('b', 'f', '', '', 0, 0, 0, '{}')`);
    const insert = (order: number, server: string, state: string, text: string | null): void =>
      void before.run(
        `INSERT INTO revisions (batch_id, server, order_id, number, latest, cause, order_key, rows, body, body_hash, state,
           attempts, ambiguous, taken, not_there, reasons, at) VALUES ('b', ?, ?, 1, 1, 'first', '', '[]', ?, '', ?, 1, 0, 0, 0, '[]', 0)`,
        server,
        order,
        text,
        state,
      );
    insert(1, 'https://wms.example', 'accepted', body);
    insert(2, 'https://wms.example', 'rejected', body.replace('7', '9'));
    insert(3, 'practice:x', 'accepted', body.replace('7', '5'));
    insert(4, 'https://wms.example', 'accepted', null);
    migrate(before);
    before.run(`UPDATE revisions SET state = 'accepted' WHERE order_id = 2`);
    before.run(`UPDATE revisions SET body = 'cut {', state = 'accepted' WHERE order_id = 4`);
    expect(before.all('SELECT product FROM accepted_products ORDER BY product').map((row) => row['product'])).toEqual([
      7, 8, 9,
    ]);
    before.close();
  });
});
