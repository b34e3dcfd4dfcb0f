// npm run format: formats all code and settings with Prettier; `npm run check` reports what is not formatted.
import { binScript, runNode } from './processes.mjs';

process.exitCode = await runNode(binScript('prettier'), ['--write', '--log-level', 'warn', '.']);
