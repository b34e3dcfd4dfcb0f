/** Whatever a command is and wherever `--home` stands: it works on the home that it was given, and touches no other. */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startPracticeServer } from '../../../main/practice/practice-server.ts';
import { TestTerminal, temporaryFolder } from '../../support/terminal.ts';

/** Everything in a folder, with its bytes: what a command that touched it would have changed. */
function contents(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => {
      const file = path.join(folder, name);
      return [name, statSync(file).isDirectory() ? '/' : readFileSync(file, 'base64')];
    }),
  );
}

describe('a home that is given', () => {
  it('is the only one that any command touches, wherever the option stands', async () => {
    const wms = await startPracticeServer();
    onTestFinished(() => wms.stop());
    const files = temporaryFolder();
    const file = (name: string, text = ''): string => {
      const at = path.join(files, name);
      if (text !== '') writeFileSync(at, text);
      return at;
    };
    const orders = file(
      'orders.csv',
      [
        'order_id;full_name;phone;address;region;scheduled_at;Mahsulot;quantity;price',
        '1001;Karimova Aziza;+998901234501;Chilonzor 5-12;Toshkent viloyati;25.11.2027 14:00;Choynak;1;150000',
      ].join('\n'),
    );
    const products = file('products.csv', 'Mahsulot nomi;ID\nChoynak;17');
    const usual = path.join(temporaryFolder(), 'usual');
    mkdirSync(usual);
    const given = path.join(temporaryFolder(), 'given');
    const terminal = new TestTerminal({ WMS_TOKEN: 'practice' }, usual);
    const untouched = contents(usual);
    const run = async (...words: string[]): Promise<string> => {
      const { output } = await terminal.run(...words, '--home', given);
      expect({ words, usual: contents(usual) }).toEqual({ words, usual: untouched });
      return output;
    };
    await run('products', 'import', products, '--url', wms.url);
    expect(await run('products', 'list', '--url', wms.url)).toContain('Choynak');
    // Before the subcommand, too.
    expect((await terminal.run('products', '--home', given, 'list', '--url', wms.url)).output).toContain('Choynak');
    expect((await terminal.run('products', 'list', '--url', wms.url)).output).not.toContain('Choynak');
    const profile = file(
      'p.json',
      JSON.stringify({ format: 'order-importer-profile', version: 1, name: 'Atlas', server: wms.url }),
    );
    await run('profiles', 'import', profile);
    expect(await run('profiles', 'list')).toContain('Atlas');
    await run('profiles', 'export', 'Atlas', '-o', file('out.json'));
    await run('read', orders, '--count');
    await run('check', orders);
    await run('send', orders, '--url', wms.url);
    const [batch] = JSON.parse(await run('batches', '--json')) as readonly { readonly batch: string }[];
    await run('resume', '--url', wms.url);
    await run('report', String(batch?.batch), '-o', file('report.xlsx'));
    await run('settle', String(batch?.batch), '--order', '1001', '--there');
    await run('products', 'export-unmapped', String(batch?.batch), '-o', file('unmapped.xlsx'), '--url', wms.url);
    await run('ledger', 'export', file('ledger.jsonl'));
    await run('ledger', 'merge', file('ledger.jsonl'));
    await run('ledger', 'changes');
    await run('template', '-o', file('template.xlsx'));
    await run('watch', temporaryFolder(), '--once');
    // What goes wrong is logged in the given home as well.
    await run('profiles', 'import', file('none.json'));
    await run('check', file('none.xlsx'));
  });
});
