/** Measures from outside how long an Electron app takes from its start until it can be used. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import readline from 'node:readline';
import { chromium } from '@playwright/test';

/** The path of Electron's binary, loaded only when needed: the other measurements run without the package. */
const electronProgram = (): string => createRequire(import.meta.url)('electron') as string;

/** Milliseconds from the start of the process until the page shows its first screen. @param folder the app's folder */
export async function measureStartTime(folder: string, environment: NodeJS.ProcessEnv): Promise<number> {
  const start = performance.now();
  // Chromium's sandbox refuses root.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = spawn(electronProgram(), [...sandbox, '--remote-debugging-port=0', folder], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const exited = once(app, 'exit');
  try {
    const browser = await chromium.connectOverCDP(await debuggerAddress(app.stderr));
    const [context] = browser.contexts();
    const page = context?.pages()[0] ?? (await context?.waitForEvent('page'));
    if (!page) throw new Error('The app opened no window.');
    await page.getByTestId('start-screen').waitFor({ state: 'attached' });
    const ms = performance.now() - start;
    await browser.close();
    return ms;
  } finally {
    app.kill();
    await exited;
  }
}

async function debuggerAddress(complaints: NodeJS.ReadableStream): Promise<string> {
  for await (const line of readline.createInterface({ input: complaints })) {
    const address = /DevTools listening on (ws:\S+)/u.exec(line)?.[1];
    if (address !== undefined) {
      complaints.resume();
      return address;
    }
  }
  throw new Error('The app ended before it opened a window.');
}
