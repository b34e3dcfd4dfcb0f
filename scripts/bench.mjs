// npm run bench: measures, as docs/benchmarks.md says. The measurements are TypeScript, which Node runs as it stands.
import { hasDisplay, inRoot } from './paths.mjs';
import { goodNode, onScreen, run } from './processes.mjs';
import { ensureWindow } from './setup.mjs';

const given = process.argv.slice(2);
const args = ['--disable-warning=ExperimentalWarning', inRoot('bench/run.ts'), ...given];
/** Only the window is measured as it is built, and on a screen; the rest is bundled by the bench itself. */
const wantsWindow = given.some((word) => /\bwindow\b/.test(word));
if (wantsWindow) await ensureWindow();
process.exitCode = wantsWindow ? await run(...onScreen(goodNode(), args, hasDisplay)) : await run(goodNode(), args);
