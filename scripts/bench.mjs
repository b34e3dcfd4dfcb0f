// npm run bench: runs the measurements of docs/benchmarks.md. They are TypeScript, which Node runs directly.
import { hasDisplay, inRoot } from './paths.mjs';
import { goodNode, onScreen, run } from './processes.mjs';
import { ensureWindow } from './setup.mjs';

const given = process.argv.slice(2);
const args = ['--disable-warning=ExperimentalWarning', inRoot('bench/run.ts'), ...given];
/** Only the window figure needs the app's build and a screen; the bench bundles the rest itself. */
const wantsWindow = given.some((word) => /\bwindow\b/.test(word));
if (wantsWindow) await ensureWindow();
process.exitCode = wantsWindow ? await run(...onScreen(goodNode(), args, hasDisplay)) : await run(goodNode(), args);
