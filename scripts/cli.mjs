// `npm run cli -- …`: runs the command line of the working copy, built again if its sources have changed.
import { inRoot, say } from './paths.mjs';
import { runNode } from './processes.mjs';
import { ensureBuild, ensurePackages } from './setup.mjs';

try {
  await ensurePackages();
  await ensureBuild();
  // In the caller's folder, as the file names on the command line are relative to it.
  process.exitCode = await runNode(inRoot('out/main/cli.js'), process.argv.slice(2), {
    env: process.env,
    cwd: process.env.INIT_CWD ?? process.cwd(),
  });
} catch (error) {
  say(error.message);
  process.exitCode = 1;
}
