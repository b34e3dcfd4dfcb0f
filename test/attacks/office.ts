/** An office under attack: a terminal over its own home, files of invented orders, and what can be done to its records. */
import { cpSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { temporaryFolder, TestTerminal, type CommandResult } from '../support/terminal.ts';

const headings = 'Buyurtma raqami;Mijoz;Telefon;Manzil;Viloyat;Mahsulot ID;Soni;Narxi;Yetkazish sanasi';

/** Orders with the numbers of their shop, each of one customer. */
export function orderList(from: number, to: number, goods = '17;1;50000'): string {
  const rows = Array.from({ length: to - from }, (_, more) => from + more).map(
    (number) =>
      `${number};Mijoz ${number};90${String(1_000_000 + number)};Navoiy ${number};Buxoro viloyati;${goods};05.01.2030`,
  );
  return [headings, ...rows].join('\n');
}

/** The same orders without their numbers. */
export function unnumberedList(from: number, to: number): string {
  return orderList(from, to)
    .split('\n')
    .map((line) => line.slice(line.indexOf(';') + 1))
    .join('\n');
}

export interface SentFile extends CommandResult {
  readonly orders: Readonly<Record<string, number>>;
  /** Requests that this run made; null where none was started. */
  readonly attempts: number | null;
  readonly reason: { readonly code: string; readonly message: string } | null;
}

export class Office {
  readonly terminal: TestTerminal;
  readonly #folder = temporaryFolder();

  constructor(environment: NodeJS.ProcessEnv = {}, home?: string) {
    this.terminal = new TestTerminal({ WMS_TOKEN: 'practice-x', ...environment }, home);
  }

  /** The same office with another access key. */
  withKey(key: string): Office {
    return new Office({ WMS_TOKEN: key }, this.home);
  }

  get home(): string {
    return this.terminal.home;
  }

  file(name: string, content: string): string {
    const file = path.join(this.#folder, name);
    writeFileSync(file, content);
    return file;
  }

  /** Sends a file; look-ups are off unless asked for, so that whatever is not known stays unknown. */
  async send(url: string, name: string, content: string, ...options: readonly string[]): Promise<SentFile> {
    return parsed(
      await this.terminal.run(
        ...['send', this.file(name, content), '--url', url, '--json'],
        ...(options.includes('--lookup') ? [] : ['--lookup', 'off']),
        ...options,
      ),
    );
  }

  async resume(...options: readonly string[]): Promise<SentFile> {
    return parsed(await this.terminal.run('resume', '--json', '--lookup', 'off', ...options));
  }

  /** Copies the database (main file, log), or only the files whose names are given. */
  copyDatabase(names: readonly string[] = databaseFiles): string {
    const copy = temporaryFolder();
    for (const name of names)
      if (existsSync(path.join(this.home, name))) cpSync(path.join(this.home, name), path.join(copy, name));
    return copy;
  }

  /** Puts the database back as it was copied. */
  restoreDatabase(copy: string): void {
    this.loseDatabase();
    for (const name of readdirSync(copy)) cpSync(path.join(copy, name), path.join(this.home, name));
  }

  get hasDatabase(): boolean {
    return existsSync(path.join(this.home, 'order-importer.db'));
  }

  loseDatabase(): void {
    for (const name of [...databaseFiles, 'order-importer.db-shm']) rmSync(path.join(this.home, name), { force: true });
  }

  /** Does something, and gives a copy of the log as a process that is killed then would leave it. */
  async logOf(act: () => Promise<unknown>): Promise<string> {
    const held = new DatabaseSync(path.join(this.home, 'order-importer.db'));
    held.exec('SELECT 1 FROM sqlite_master');
    try {
      await act();
      return this.copyDatabase(['order-importer.db-wal']);
    } finally {
      held.close();
    }
  }
}

const databaseFiles = ['order-importer.db', 'order-importer.db-wal'];

function parsed(result: CommandResult): SentFile {
  if (!result.output.startsWith('{')) return { ...result, orders: {}, attempts: null, reason: null };
  return { ...result, ...(JSON.parse(result.output) as Pick<SentFile, 'orders' | 'attempts' | 'reason'>) };
}
