// npm run bench: measures, as docs/benchmarks.md says. The measurements are TypeScript, which Node runs as it stands.
import { inRoot } from './paths.mjs';
import { runNode } from './processes.mjs';
import { ensureBuild } from './setup.mjs';

await ensureBuild();
process.exitCode = await runNode('--expose-gc', ['--disable-warning=ExperimentalWarning', inRoot('bench/run.ts'), ...process.argv.slice(2)]);
