/** Virtual screens (Xvfb) for windows under test, where the machine has no screen. */
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

/** Whether windows open on a screen of the machine: always on Windows and macOS, on Linux if a display server is named. */
export const hasScreen =
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);

export interface VirtualScreen {
  /** What `DISPLAY` is for it, `:99`. */
  readonly display: string;
  stop(): Promise<void>;
}

// The shell ends Xvfb as soon as its standard input does: that is also when this process is killed.
const script = 'Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp 3>&1 >&2 & exec >&-; read -r _; kill $!; wait';

/** Starts a screen under a number that nobody uses. Rejects, with what Xvfb said, where there is none to be had. */
export async function startScreen(): Promise<VirtualScreen> {
  // In a group of its own: Ctrl+C is for those who use the screen, and it goes when they are gone.
  const shell = spawn('sh', ['-c', script], { detached: true, stdio: ['pipe', 'pipe', 'pipe'] });
  const ended = new Promise<void>((resolve) => shell.once('close', () => resolve()));
  const complaint = text(shell.stderr);
  const number = (await text(shell.stdout)).trim();
  if (number === '') {
    shell.stdin.end();
    throw new Error(`Xvfb did not start: ${await complaint}`);
  }
  return {
    display: `:${number}`,
    async stop() {
      shell.stdin.end();
      await ended;
    },
  };
}
