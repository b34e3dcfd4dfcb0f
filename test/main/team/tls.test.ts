/** The way to the database: a certificate that an office signed itself, checked to the name. */
import fs from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTeam, parseDatabaseUrl } from '../../../main/team/set-up.ts';
import { temporaryFolder, TestTerminal } from '../../support/terminal.ts';
import { hasPostgres, startPostgres, type Postgres } from './postgres.ts';

const certificate = (name: string): string => `test/fixtures/tls/${name}.pem`;
const [ca, stranger] = ['office-ca.cert', 'localhost.cert'].map(certificate) as [string, string];

describe.skipIf(!hasPostgres)('a database whose certificate an office signed', () => {
  let postgres: Postgres;
  beforeAll(async () => {
    postgres = await startPostgres({ cert: certificate('office.cert'), key: certificate('office.key') });
  }, 60_000);
  afterAll(() => postgres.close(), 60_000);

  it('is spoken to by TLS alone, with the signer and the name checked; each refusal is a sentence', async () => {
    const plain = new URL(await postgres.createDatabase());
    plain.hostname = 'localhost';
    const terminal = new TestTerminal({});
    const file = `${temporaryFolder()}/office.team`;
    const create = (url: string, signer: string) => terminal.run('team', 'create', url, '-o', file, '--ca', signer);
    const refused = async (url: string, signer: string) => {
      const { status, remarks } = await create(url, signer);
      expect([status, fs.existsSync(file)]).toEqual([1, false]);
      return remarks;
    };
    expect(await refused(plain.href.replace('localhost', '127.0.0.1'), ca)).toContain(
      'certificate is for another name than 127.0.0.1',
    );
    expect(await refused(plain.href, stranger)).toContain('not signed by');
    expect(await create(plain.href, ca)).toMatchObject({ status: 0 });
    expect(await terminal.run('team', 'join', file)).toMatchObject({ status: 0 });
    expect((await terminal.run('team', 'status')).output).toContain('Connected');
    // The team file names who signed it: a computer that is let to another name sends nothing, and says why.
    const text = fs.readFileSync(file, 'utf8');
    fs.writeFileSync(file, text.replace('"localhost"', '"127.0.0.1"'));
    const elsewhere = await new TestTerminal({}).run('team', 'join', file);
    expect(elsewhere).toMatchObject({ status: 1 });
    expect(elsewhere.remarks).toContain('another name than 127.0.0.1');
  });

  it('a database without TLS is not spoken to where a signer is named', async () => {
    const without = await startPostgres();
    try {
      const url = new URL(await without.createDatabase());
      const address = parseDatabaseUrl(url.href, fs.readFileSync(ca, 'utf8'));
      await expect(createTeam(address)).rejects.toThrow('team.noTls');
    } finally {
      await without.close();
    }
  });
});
