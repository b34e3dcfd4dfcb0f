/** Fetching the setup of a version with the genuine updater for Windows, without Electron around it. */
import type { NsisUpdater } from 'electron-updater';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { fetchSetup } from '../../../main/updates/fetch-setup.ts';
import { temporaryHome } from '../store/home.ts';
import { digestOf, listOf, serveFolder } from './release-folder.ts';
import { windowsUpdater } from './windows-updater.ts';

const setup = Buffer.from('a setup');
const offer = { version: '0.3.0', sha512: [digestOf(setup)], isVerified: true };

/** The updater of an app 0.2.0, and where it puts what it fetched. */
function updaterOf(publisher?: string): { readonly updater: NsisUpdater; readonly fetched: () => readonly string[] } {
  const folder = temporaryHome();
  const config = path.join(folder, 'app-update.yml');
  const signed = publisher === undefined ? '' : `publisherName:\n  - ${publisher}\n`;
  fs.writeFileSync(
    config,
    `provider: generic\nurl: http://updates.invalid/\nupdaterCacheDirName: order-importer-updater\n${signed}`,
  );
  const cache = path.join(folder, 'order-importer-updater/pending');
  return {
    updater: windowsUpdater('0.2.0', config, folder),
    fetched: () => (fs.existsSync(cache) ? fs.readdirSync(cache).filter((n) => n.endsWith('.exe')) : []),
  };
}

test('the setup of the version that was found is fetched', async () => {
  const { address } = await serveFolder(
    new Map<string, string | Uint8Array>([
      ['latest.yml', listOf('0.3.0', setup)],
      ['Setup 0.3.0.exe', setup],
    ]),
  );
  const { updater, fetched } = updaterOf();
  await fetchSetup(updater, address, offer);
  expect(fetched()).toEqual(['Setup 0.3.0.exe']);
});

test('a list that names another version or another file by now is not followed', async () => {
  for (const list of [listOf('0.3.1', setup), listOf('0.3.0', Buffer.from('another setup'))]) {
    const { address, asked } = await serveFolder(new Map([['latest.yml', list]]));
    const { updater, fetched } = updaterOf();
    await expect(fetchSetup(updater, address, offer)).rejects.toMatchObject({ failure: { code: 'updates.changed' } });
    expect(fetched()).toEqual([]);
    expect(asked.every((name) => name === 'latest.yml')).toBe(true);
  }
});

test('a setup whose bytes are not those of the list is thrown away', async () => {
  const { address } = await serveFolder(
    new Map<string, string | Uint8Array>([
      ['latest.yml', listOf('0.3.0', setup)],
      ['Setup 0.3.0.exe', Buffer.from('other bytes')],
    ]),
  );
  const { updater, fetched } = updaterOf();
  await expect(fetchSetup(updater, address, offer)).rejects.toMatchObject({ failure: { code: 'updates.notFetched' } });
  expect(fetched()).toEqual([]);
});

test('what Windows finds signed by another publisher than the installed app’s is thrown away', async () => {
  const { address } = await serveFolder(
    new Map<string, string | Uint8Array>([
      ['latest.yml', listOf('0.3.0', setup)],
      ['Setup 0.3.0.exe', setup],
    ]),
  );
  // Stands for PowerShell's Get-AuthenticodeSignature, which the updater asks.
  const signedBy = (publisher: string) => {
    const { updater, fetched } = updaterOf('Order Importer');
    updater.verifyUpdateCodeSignature = (names) =>
      Promise.resolve(names.includes(publisher) ? null : `signed by ${publisher}`);
    return { updater, fetched };
  };
  const ours = signedBy('Order Importer');
  await fetchSetup(ours.updater, address, offer);
  expect(ours.fetched()).toEqual(['Setup 0.3.0.exe']);
  const theirs = signedBy('Somebody Else');
  await expect(fetchSetup(theirs.updater, address, offer)).rejects.toMatchObject({
    failure: { code: 'updates.notFetched' },
  });
  expect(theirs.fetched()).toEqual([]);
  expect(theirs.updater.install(true)).toBe(false);
});
