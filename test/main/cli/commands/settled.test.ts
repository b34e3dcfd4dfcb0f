/** What was settled about a shop's files, from the terminal: it acts, is said, and is taken back. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startPracticeServer } from '../../../../main/practice/practice-server.ts';
import { TestTerminal } from '../../../support/terminal.ts';

const headings = 'Buyurtma raqami;F.I.Sh.;Telefon;Viloyat;Manzil;Yetkazish sanasi;Mahsulot ID;Soni;Narxi;Kuryer';
const line = (id: number, region: string, courier: string): string =>
  `${id};Karimova Aziza;+998901234567;${region};Navoiy 5;31.12.2099 10:00;12;1;5000;${courier}`;

function terminalWithFile(): { readonly terminal: TestTerminal; readonly file: string } {
  const terminal = new TestTerminal({ WMS_TOKEN: 'practice-x' });
  const file = path.join(terminal.home, 'orders.csv');
  const rows = [line(1, 'Sam-d', 'Sherzod'), line(2, 'Buxoro viloyati', 'samovyvoz'), line(3, 'sam-d', 'Sherzod')];
  writeFileSync(file, [headings, ...rows].join('\n'));
  return { terminal, file };
}

const parsed = (text: string) => JSON.parse(text) as Record<string, unknown>;

describe('what was settled, in the terminal', () => {
  it('is listed, said by check, and taken back', async () => {
    const { terminal, file } = terminalWithFile();
    expect((await terminal.run('settled', 'list')).output).toBe('Nothing was settled.');
    await terminal.run('settled', 'value', 'region', 'Sam-d', 'Samarqand viloyati');
    await terminal.run('settled', 'leave-out', 'Kuryer', 'samovyvoz');
    await terminal.run('settled', 'heading', 'Izoh', 'none');
    expect(parsed((await terminal.run('settled', 'list', '--json')).output)).toMatchObject({
      values: [{ field: 'region', value: 'Sam-d', text: 'Samarqand viloyati' }],
      rows: [{ heading: 'Kuryer', value: 'samovyvoz' }],
      headings: [{ heading: 'Izoh', field: null }],
    });
    const { orders, issues } = parsed((await terminal.run('check', file, '--json')).output);
    expect(orders).toMatchObject({ total: 3, ready: 2 });
    expect(issues).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ code: 'orders.settledRows', severity: 'notice' }),
        expect.objectContaining({ code: 'orders.settledValue', row: 2, column: 'D' }),
        expect.objectContaining({ code: 'orders.settledValue', row: 4, column: 'D' }),
      ]),
    );
    await terminal.run('settled', 'value', 'region', 'SAM-D', '--forget');
    await terminal.run('settled', 'leave-out', 'kuryer', 'Samovyvoz', '--forget');
    await terminal.run('settled', 'heading', 'izoh', '--forget');
    expect((await terminal.run('settled', 'list')).output).toBe('Nothing was settled.');
    expect(parsed((await terminal.run('check', file, '--json')).output)['orders']).toMatchObject({ ready: 3 });
    expect(await terminal.run('settled', 'heading', 'izoh', '--forget')).toMatchObject({ status: 1 });
  });

  it('says what cannot be settled', async () => {
    const { terminal } = terminalWithFile();
    const personal = await terminal.run('settled', 'value', 'phone', 'yoʻq', '901234567');
    expect(personal.status).toBe(1);
    expect(personal.remarks).toContain('«phone»');
    expect((await terminal.run('settled', 'value', 'region', 'Sam-d')).remarks).toContain('--forget');
  });

  it('holds in what is sent: the meaning in the body, the rows left out in the report', async () => {
    const server = await startPracticeServer();
    onTestFinished(() => server.stop());
    const { terminal, file } = terminalWithFile();
    await terminal.run('settled', 'value', 'region', 'Sam-d', 'Samarqand viloyati');
    await terminal.run('settled', 'leave-out', 'Kuryer', 'samovyvoz');
    const report = path.join(terminal.home, 'report.csv');
    const { status } = await terminal.run('send', file, '--url', server.url, '--report', report);
    expect(status).toBe(0);
    const regions = server.ledger().map(({ request }) => request.region);
    expect(regions).toEqual(['Samarqand viloyati', 'Samarqand viloyati']);
    expect(readFileSync(report, 'utf8')).toMatch(/left out/iu);
  });
});
