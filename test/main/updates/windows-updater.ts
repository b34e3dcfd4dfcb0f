/** The genuine updater for Windows without Electron around it: for tests, and for the tests of the Windows setup. */
import { HttpExecutor, type DownloadOptions } from 'builder-util-runtime';
import { NsisUpdater } from 'electron-updater';
import { request, type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http';

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

/**
 * The updater of an installed app.
 * @param config its `resources/app-update.yml`
 * @param cache the folder in which a folder `order-importer-updater` gets what is fetched
 */
export function windowsUpdater(version: string, config: string, cache: string): NsisUpdater {
  const app = {
    version,
    name: 'Order Importer',
    isPackaged: true,
    appUpdateConfigPath: config,
    userDataPath: cache,
    baseCachePath: cache,
    whenReady: () => Promise.resolve(),
    relaunch: () => undefined,
    quit: () => undefined,
    onQuit: () => undefined,
  };
  const updater = new NsisUpdater(null, app);
  Object.assign(updater, { httpExecutor: new PlainExecutor(), _testOnlyOptions: { platform: 'win32' }, logger: null });
  updater.on('error', () => undefined);
  return updater;
}
