// npm run format: lays out all code and settings as Prettier has it; `npm run check` says where it is not so.
import { binScript, runNode } from './processes.mjs';

process.exitCode = await runNode(binScript('prettier'), ['--write', '--log-level', 'warn', '.']);
