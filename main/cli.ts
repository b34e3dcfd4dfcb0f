/** Runs one command of the terminal: `order-importer <command>`. */
import { runCli } from './cli/program.ts';
import { processTerminal } from './cli/terminal.ts';
import { forkForeignReader } from './workers/foreign-reader.ts';

// An operator can do nothing about deprecation warnings of libraries (exceljs).
process.noDeprecation = true;
process.exitCode = await runCli(process.argv.slice(2), processTerminal(), forkForeignReader);
