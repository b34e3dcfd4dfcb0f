/** The terminal's entry: `order-importer <command>`. */
import { runCli } from './cli/program.ts';
import { processTerminal } from './cli/terminal.ts';
import { forkForeignReader } from './workers/foreign-reader.ts';

// Warnings about the insides of libraries (exceljs) are no words for an operator.
process.noDeprecation = true;
process.exitCode = await runCli(process.argv.slice(2), processTerminal(), forkForeignReader);
