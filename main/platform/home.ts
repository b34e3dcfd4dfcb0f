/** Finds the home: the local folder in which the app keeps everything; the window and the terminal use the same one. */
import os from 'node:os';
import path from 'node:path';

/**
 * The home's path: `chosen` (--home), else ORDER_IMPORTER_HOME, else the system's place for local data. Never a
 * roaming profile: a journal that is copied between computers could send an order twice.
 */
export function homeFolder(
  chosen: string | undefined,
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  const named = chosen ?? environment['ORDER_IMPORTER_HOME'];
  if (named) return path.resolve(named);
  const user = os.homedir();
  switch (platform) {
    case 'win32':
      return path.join(environment['LOCALAPPDATA'] ?? path.join(user, 'AppData', 'Local'), 'Order Importer');
    case 'darwin':
      return path.join(user, 'Library', 'Application Support', 'Order Importer');
    default:
      return path.join(environment['XDG_DATA_HOME'] ?? path.join(user, '.local', 'share'), 'order-importer');
  }
}
