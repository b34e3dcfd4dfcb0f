/** Fetching the setup of a version with the genuine updater for Windows, without Electron around it. */
import { HttpExecutor, type DownloadOptions } from 'builder-util-runtime';
import { NsisUpdater } from 'electron-updater';
import fs from 'node:fs';
import { request, type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import path from 'node:path';
import { expect, test } from 'vitest';
import { fetchSetup, type SetupUpdater } from '../../../main/updates/fetch-setup.ts';
import { temporaryHome } from '../store/home.ts';
import { digestOf, listOf, serveFolder } from './release-folder.ts';

/** Electron's executor does the same with Chromium's network. */
class PlainExecutor extends HttpExecutor<ClientRequest> {
  createRequest(options: RequestOptions, callback: (response: IncomingMessage) => void): ClientRequest {
    return request(options, callback);
  }

  async download(url: URL, destination: string, options: DownloadOptions): Promise<string> {
    return options.cancellationToken.createPromise<string>((resolve, reject, onCancel) => {
      const asked: RequestOptions = { headers: options.headers ?? {} };
      Object.assign(asked, { hostname: url.hostname, port: url.port, path: url.pathname });
      this.doDownload(
        asked,
        {
          destination,
          options,
          onCancel,
          responseHandler: null,
          callback: (e) => (e ? reject(e) : resolve(destination)),
        },
        0,
      );
    });
  }
}

const setup = Buffer.from('a setup');
const offer = { version: '0.3.0', sha512: [digestOf(setup)], isVerified: true };

/** The updater of an app 0.2.0, and where it puts what it fetched. */
function updaterOf(): { readonly updater: SetupUpdater; readonly fetched: () => readonly string[] } {
  const folder = temporaryHome();
  const config = path.join(folder, 'app-update.yml');
  fs.writeFileSync(
    config,
    'provider: generic\nurl: http://updates.invalid/\nupdaterCacheDirName: order-importer-updater\n',
  );
  const app = {
    version: '0.2.0',
    name: 'Order Importer',
    isPackaged: true,
    appUpdateConfigPath: config,
    userDataPath: folder,
    baseCachePath: folder,
    whenReady: () => Promise.resolve(),
    relaunch: () => undefined,
    quit: () => undefined,
    onQuit: () => undefined,
  };
  const updater = new NsisUpdater(null, app);
  Object.assign(updater, { httpExecutor: new PlainExecutor(), _testOnlyOptions: { platform: 'win32' }, logger: null });
  updater.on('error', () => undefined);
  const cache = path.join(folder, 'order-importer-updater/pending');
  return {
    updater,
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
