/** `check` and the other commands that send nothing, through their words and what they print. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { languages } from '../../../../shared/messages/translator.ts';
import { orderRequestSchema } from '../../../../shared/wms/order-create.ts';
import { TestTerminal } from '../../../support/terminal.ts';

const samples = path.resolve(import.meta.dirname, '../../../../samples');
const sample = (name: string): string => path.join(samples, name);

interface Checked {
  file: {
    name: string;
    format: string;
    encoding: string | null;
    delimiter: string | null;
    sheet: string;
    headerRow: number;
  };
  rows: number;
  mapping: { column: string; heading: string; field: string | null; confidence: number; reason: string }[];
  orders: { total: number; ready: number; withErrors: number };
  issues: {
    code: string;
    severity: string;
    scope: string;
    row: number | null;
    column: string | null;
    field: string | null;
    message: string;
    fix: unknown;
  }[];
}

function written(file: string, lines: readonly string[]): string {
  writeFileSync(file, lines.join('\n'));
  return file;
}

describe('check', () => {
  it('understands the Uzbek sample without a question', async () => {
    const { status, output } = await new TestTerminal().run('check', sample('orders-uz.xlsx'), '--json');
    const checked = JSON.parse(output) as Checked;
    expect(status).toBe(0);
    expect(checked.file).toMatchObject({
      name: 'orders-uz.xlsx',
      format: 'xlsx',
      encoding: null,
      sheet: 'Buyurtmalar',
      headerRow: 1,
    });
    expect(checked.orders).toMatchObject({ total: 120, ready: 120, withErrors: 0 });
    expect(checked.mapping.filter(({ field }) => field === null).map(({ heading }) => heading)).toEqual(['Izoh']);
  });

  it('reads the Russian sample in windows-1251 with semicolons', async () => {
    const { status, output } = await new TestTerminal().run('check', sample('orders-ru.csv'), '--json');
    const checked = JSON.parse(output) as Checked;
    expect(status).toBe(0);
    expect(checked.file).toMatchObject({ format: 'csv', encoding: 'windows-1251', delimiter: ';', headerRow: 1 });
    expect(checked.orders).toMatchObject({ total: 60, ready: 60 });
  });

  it('prints the issues of a file of errors by row, some at a time', async () => {
    const rows = Array.from({ length: 1500 }, (_, at) => `${1500 - at};90${at};Narnia ${at};many`);
    const terminal = new TestTerminal();
    const file = written(path.join(terminal.home, 'errors.csv'), ['order_id;phone;region;quantity', ...rows]);
    const { output } = await terminal.run('check', file, '--json');
    const { issues } = JSON.parse(output) as Checked;
    const places = issues.flatMap(({ row }) => row ?? []);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(new Set(places).size).toBeGreaterThanOrEqual(1500);
    expect(issues.filter(({ column, severity }) => column === 'B' && severity === 'error')).toHaveLength(1500);
    expect(terminal.pieces.length).toBeGreaterThan(5);
    expect(Math.max(...terminal.pieces.map((piece) => piece.length))).toBeLessThan(100_000);
  });

  it('finds a dozen mistakes, each in its cell', async () => {
    const { status, output } = await new TestTerminal().run(
      'check',
      sample('orders-mistakes.xlsx'),
      '--json',
      '--lang',
      'uz',
    );
    const checked = JSON.parse(output) as Checked;
    expect(status).toBe(2);
    expect(checked.file.headerRow).toBe(3);
    const places = checked.issues
      .filter(({ severity }) => severity === 'error')
      .map(({ row, column }) => `${column ?? ''}${row ?? ''}`);
    expect(places).toEqual(
      expect.arrayContaining(['D5', 'L8', 'K9', 'B10', 'C11', 'I12', 'A13', 'D14', 'B15', 'E16', 'L19', '21']),
    );
    const region = checked.issues.find(({ row, field }) => row === 6 && field === 'region');
    expect(region).toMatchObject({ severity: 'warning', fix: { kind: 'setCell', text: 'Toshkent shahri' } });
    for (const { message } of checked.issues) expect(message).toMatch(/[.!?)]$/u);
  });

  it('says once what is so in many rows, and which', async () => {
    const commands = new TestTerminal();
    const rows = Array.from(
      { length: 12 },
      (_, at) =>
        `${7000 + at};Test Testov;+99890111000${at % 10};${at === 5 ? 'Kosa' : 'Choynak'};1;50000;Navoiy 5;` +
        'Toshkent shahri;25.12.2027 14:00',
    );
    const file = written(path.join(commands.home, 'shop.csv'), [
      'Buyurtma raqami;F.I.Sh.;Telefon;Mahsulot nomi;Soni;Narxi;Manzil;Viloyat;Yetkazish sanasi',
      ...rows,
    ]);
    const { output } = await commands.run('check', file, '--lang', 'en');
    const lines = output.split('\n').filter((line) => line.includes('product table'));
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(
      /^Error · 11 rows \(2, 3, 4, 5, 6, 8, 9, 10, 11, 12 …\), column D · .*«Choynak».*\(--products FILE/u,
    );
    expect(lines[1]).toMatch(/^Error · Row 7, column D · .*«Kosa»/u);
  });

  it('takes what is only pointed out as the rules say', async () => {
    const checked = async (...rules: readonly string[]) =>
      JSON.parse(
        (
          await new TestTerminal().run(
            'check',
            sample('orders-mistakes.xlsx'),
            '--json',
            ...rules.flatMap((rule) => ['--rule', rule]),
          )
        ).output,
      ) as Checked;
    const regions = ({ issues }: Checked) =>
      issues.filter(({ code }) => code.startsWith('orders.regionUnknown')).map(({ severity }) => severity);
    expect(new Set(regions(await checked()))).toEqual(new Set(['warning']));
    expect(regions(await checked('regionUnknown=off'))).toEqual([]);
    const strict = await checked('regionUnknown=error', 'clock=localWithZ');
    expect(new Set(regions(strict))).toEqual(new Set(['error']));
    expect(strict.orders.ready).toBeLessThan((await checked()).orders.ready);
    expect(
      (await new TestTerminal().run('check', sample('orders-mistakes.xlsx'), '--rule', 'regionUnknown=loud')).status,
    ).not.toBe(0);
  });

  it('asks what it cannot know, and names the option that answers', async () => {
    const commands = new TestTerminal();
    const asked = await commands.run('check', sample('orders-shopify.csv'), '--json');
    expect(asked.status).toBe(2);
    const questions = (JSON.parse(asked.output) as Checked).issues.filter(
      ({ scope, severity }) => scope === 'file' && severity === 'error',
    );
    expect(questions.map(({ message }) => message).join(' ')).toMatch(/--set scheduled_at=/u);
    const answered = await commands.run(
      'check',
      sample('orders-shopify.csv'),
      '--json',
      '--map',
      'Lineitem sku=client_product_id',
      '--set',
      'scheduled_at=tomorrow 14:00',
    );
    expect(answered.status).toBe(0);
    expect((JSON.parse(answered.output) as Checked).orders).toMatchObject({ total: 30, ready: 30 });
  });

  it('writes the exact bodies, one a line, keys in the document’s order', async () => {
    const commands = new TestTerminal();
    const payloads = path.join(commands.home, 'payloads.ndjson');
    await commands.run('check', sample('orders-uz.xlsx'), '--payloads', payloads);
    const lines = readFileSync(payloads, 'utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(120);
    for (const line of lines) expect(JSON.stringify(orderRequestSchema.parse(JSON.parse(line)))).toBe(line);
    expect(Object.keys(JSON.parse(lines[0] ?? '{}') as object)).toEqual([
      'order_id',
      'scheduled_at',
      'fulfillment_status',
      'full_name',
      'phone',
      'address',
      'region',
      'country',
      'city',
      'zip',
      'order_items',
    ]);
  });

  it('writes nothing else: no home is made', async () => {
    const commands = new TestTerminal();
    await commands.run('check', sample('orders-uz.xlsx'));
    expect(readdirSync(commands.home)).toEqual([]);
  });

  it('maps by heading and by letter, leaves a column out, joins two', async () => {
    const commands = new TestTerminal();
    const file = written(path.join(commands.home, 'a.csv'), [
      'Nomer;Ism;Familiya;Tel;Manzil;Viloyat;Kod;Dona;Narx;Sana',
      '1;Anora;Karimova;901234567;Navoiy 1;Buxoro viloyati;5;2;1000;14.06.2027 10:00',
    ]);
    const { output } = await commands.run(
      'check',
      file,
      '--json',
      '--map',
      'Nomer=order_id',
      '--map',
      'C=full_name',
      '--map',
      'Ism=full_name',
      '--map',
      'Tel=phone',
      '--map',
      'Kod=client_product_id',
      '--map',
      'Sana=scheduled_at',
      '--payloads',
      path.join(commands.home, 'p'),
    );
    expect((JSON.parse(output) as Checked).orders).toMatchObject({ ready: 1 });
    expect(JSON.parse(readFileSync(path.join(commands.home, 'p'), 'utf8'))).toMatchObject({
      order_id: 1,
      full_name: 'Karimova Anora',
      phone: '+998901234567',
      scheduled_at: '2027-06-14T05:00:00Z',
    });
    const without = await commands.run('check', file, '--json', '--map', 'Tel=', '--map', 'Nomer=order_id');
    expect((JSON.parse(without.output) as Checked).mapping.find(({ heading }) => heading === 'Tel')?.field).toBeNull();
  });

  it.each([
    [['--map', 'Yoʻq ustun=phone'], 'cli.heading'],
    [['--map', 'Telefon=fone'], 'cli.field'],
    [['--set', 'telefon'], 'cli.assignment'],
    [['--sheet', 'Mavjud emas'], 'reading.noSuchSheet'],
    [['--profile', 'nothing'], 'profile.none'],
  ])('refuses %j with a sentence', async (options, code) => {
    const { status, output } = await new TestTerminal().run('check', sample('orders-uz.xlsx'), '--json', ...options);
    expect(status).toBe(1);
    const { error } = JSON.parse(output) as { error: { code: string; message: string } };
    expect(error.code).toBe(code);
    expect(error.message).toMatch(/[.)]$|: .+$/u);
  });

  it('says in one sentence that a file cannot be read', async () => {
    const commands = new TestTerminal();
    const { status, output, remarks } = await commands.run('check', path.join(commands.home, 'none.xlsx'));
    expect(status).toBe(1);
    expect(output).toBe('');
    expect(remarks).toContain('none.xlsx');
    expect(remarks).not.toMatch(/ENOENT|Error:|at /u);
  });
});

describe('the terminal', () => {
  it('tells its version and its commands, in four languages', async () => {
    const commands = new TestTerminal();
    expect((await commands.run('--version')).output).toMatch(/^\d+\.\d+\.\d+$/u);
    expect((await commands.run('--help', '--lang', 'ru')).output).toContain('заказ');
    expect((await commands.run('--help', '--lang', 'uz-Cyrl')).output).toContain('буюртма');
    for (const command of ['check', 'send', 'resume', 'settle', 'batches', 'report', 'template', 'practice']) {
      const help = await commands.run(command, '--help');
      expect(help.status).toBe(0);
      expect(help.output).toContain('--home');
    }
  });

  it('speaks Uzbek in Cyrillic, and leaves what the file holds as it is', async () => {
    const { output } = await new TestTerminal().run('check', sample('orders-mistakes.xlsx'), '--lang', 'uz-Cyrl');
    expect(output).toContain('D  Telefon → Телефон\n');
    expect(output).toContain(
      'Хато · 13-қатор, A устуни · «A-17» буюртма рақами эмас: у бутун сон бўлиши керак. Рақамни ёзинг ёки буюртмаларга ўз рақамларингизни беринг.',
    );
    expect(output).toContain('«Buxorro viloyati» вилояти топилмади. Buxoro viloyati эмасми?');
    expect(output).toMatch(/Буюртмалар: 23\. Тайёр 11, хатоси бор 12/u);
  });

  it.each([
    [['--help'], /^Ёзилиши: order-importer[\s\S]*Параметрлар:[\s\S]*--help +шу ёрдамни кўрсатиш[\s\S]*Буйруқлар:/u, 0],
    [['check', '--help'], /Параметрлар:[\s\S]*\(uz, uz-Cyrl, ru,\s+en\)/u, 0],
    [['nonsense'], /^«nonsense» буйруғи йўқ\./u, 1],
    [['check'], /^file етишмайди\./u, 1],
    [['check', 'a.csv', '--nonsense'], /^Бу ерда --nonsense параметри йўқ\./u, 1],
    [['check', 'a.csv', '--sheet'], /^--sheet <name> дан кейин қиймат керак\./u, 1],
    [['check', 'a.csv', 'b.csv'], /^«check» учун сўзлар кўп\./u, 1],
    [['send', 'a.csv', '--lookup', 'x'], /^--lookup <state> «x» бўла олмайди\. Мумкин: on, off\.$/u, 1],
  ] as const)('says in the operator’s language how %j is to be written', async (words, said, status) => {
    const {
      status: ended,
      output,
      remarks,
    } = await new TestTerminal().run(words[0], '--lang=uz-Cyrl', ...words.slice(1));
    expect([`${output}${remarks}`.trim(), ended]).toEqual([expect.stringMatching(said), status]);
    expect(`${output}${remarks}`).not.toMatch(/error:|display|output the/u);
  });

  it.each(languages)('saves a template in %s that it understands itself', async (language) => {
    const commands = new TestTerminal();
    const file = path.join(commands.home, 'template.xlsx');
    expect((await commands.run('template', '-o', file, '--lang', language)).status).toBe(0);
    expect(existsSync(file)).toBe(true);
    const { output } = await commands.run('check', file, '--json');
    const checked = JSON.parse(output) as Checked;
    expect(checked.mapping.filter(({ field }) => field === null)).toEqual([]);
    expect(checked.orders.total).toBe(0);
  });

  it('lists nothing where nothing was done', async () => {
    expect((await new TestTerminal().run('batches', '--json')).output).toBe('[]');
  });
});
