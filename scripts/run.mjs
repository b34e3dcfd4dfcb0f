// `node scripts/run.mjs SCRIPT …`: installs the packages where needed, then runs SCRIPT on a Node that they accept.
import { say } from './paths.mjs';
import { runNode } from './processes.mjs';
import { ensurePackages } from './setup.mjs';

const [script, ...args] = process.argv.slice(2);
try {
  await ensurePackages();
  process.exitCode = await runNode(script, args);
} catch (error) {
  say(error.message);
  process.exitCode = 1;
}
