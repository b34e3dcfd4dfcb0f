// npm run torture: runs the long and rough tests in test/torture, which npm test leaves out.
import { binScript, runNode } from './processes.mjs';
import { ensureBuild } from './setup.mjs';

await ensureBuild();
process.exitCode = await runNode(binScript('vitest'), [
  'run',
  '--config',
  'vitest.torture.config.ts',
  ...process.argv.slice(2),
]);
