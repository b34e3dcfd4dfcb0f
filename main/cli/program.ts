/** Defines the commands of the terminal, their options and help; `runCli` runs one and returns its exit status. */
import { Command, CommanderError } from 'commander';
import { sentence } from '../../shared/messages/translator.ts';
import { translatorFor } from '../../shared/messages/translators.ts';
import type { Translator } from '../../shared/messages/translator.ts';
import type { Failure } from '../../shared/result.ts';
import { toFailure } from '../platform/remote.ts';
import { terminalLanguage } from './language.ts';
import { terminalOperator } from './operator-option.ts';
import { createErrorLog } from '../platform/error-log.ts';
import { homeFolder } from '../platform/home.ts';
import { listBatches } from './commands/batches.ts';
import { checkFile } from './commands/check.ts';
import type { StartForeignReader } from '../ports.ts';
import {
  collect,
  withCommonOptions,
  withFileOptions,
  withOperator,
  withSendingOptions,
  withShopOption,
} from './command-options.ts';
import type { CommandContext } from './context.ts';
import type { FileOptions } from './open-file.ts';
import { runLedgerCommand } from './commands/ledger.ts';
import type { LedgerOptions } from './commands/ledger.ts';
import { showMonth, type MonthOptions } from './commands/month.ts';
import { runOfficeCommand, type OfficeOptions } from './commands/office.ts';
import { runPracticeServer } from './commands/practice.ts';
import type { PracticeCommandOptions } from './commands/practice.ts';
import { exportUnmapped, importProducts, listProducts, type ProductOptions } from './commands/products.ts';
import { exportProfile, importProfile, listProfiles } from './commands/profiles.ts';
import { readFileCells } from './commands/read.ts';
import type { ReadCommandOptions } from './commands/read.ts';
import { saveBatchReport } from './commands/report.ts';
import { resumeBatch, sendFiles } from './commands/send.ts';
import type { SendingOptions } from './commands/send.ts';
import { addShop, listShops, removeShop } from './commands/shops.ts';
import type { ShopOption } from './shop-option.ts';
import { settleOrder } from './commands/settle.ts';
import { runServersCommand } from './commands/servers.ts';
import { runTeamCommand, type TeamOptions } from './commands/team.ts';
import { withTeamOption, type TeamOption } from './team-option.ts';
import { watchFolder, type WatchCommandOptions } from './commands/watch.ts';
import { usageSentence, withUsageWords } from './usage-words.ts';
import { showWitness } from './commands/witness.ts';
import { exitStatus } from './exit-status.ts';
import { addSettledCommands } from './settled-commands.ts';
import { saveTemplate } from './commands/template.ts';
import type { Terminal } from './terminal.ts';
import type { OpenUnseal } from './context.ts';
import type { OpenStoredAccessKeys } from './terminal-access-key.ts';
import { version } from '../platform/version.ts';

type GlobalOptions = {
  readonly home?: string;
  readonly lang?: string;
  readonly json?: boolean;
  readonly operator?: string;
};

/** What `--name VALUE` or `--name=VALUE` gives, wherever it stands: for what is needed before, or without, the parsed options. */
function optionOf(argv: readonly string[], name: string): string | undefined {
  const at = argv.findLastIndex((word) => word === name || word.startsWith(`${name}=`));
  if (at < 0) return undefined;
  return argv[at] === name ? argv[at + 1] : argv[at]?.slice(name.length + 1);
}

/** Builds the program; `done` gets the exit status of the command that ran. */
function program(
  contextOf: (options: GlobalOptions) => CommandContext,
  translate: Translator,
  terminal: Terminal,
  done: (status: number) => void,
): Command {
  const root = withUsageWords(new Command('order-importer'), translate, terminal)
    .description(translate('cli.description'))
    .version(version, '-V, --version', translate('cli.help.version'))
    .helpCommand(false);
  root.exitOverride();
  const add = <O extends GlobalOptions>(
    name: string,
    usage: string,
    decorate: (command: Command) => Command,
    run: (context: CommandContext, options: O, ...args: string[]) => Promise<number>,
    parent = root,
  ): void => {
    const command = decorate(parent.command(`${name}${usage ? ` ${usage}` : ''}`))
      .version(version, '-V, --version', translate('cli.help.version'))
      .copyInheritedSettings(root);
    command.action(async (...given: unknown[]) => {
      // What stands behind a subcommand may have been taken by its group: `products list --home X`.
      const options = command.optsWithGlobals<O>();
      const args = given
        .slice(0, -2)
        .flat()
        .filter((one): one is string => typeof one === 'string');
      done(await run(contextOf(options), options, ...args));
    });
    withCommonOptions(command, translate);
  };
  add<ReadCommandOptions & GlobalOptions>(
    'read',
    '<file>',
    (c) =>
      c
        .description(translate('cli.read'))
        .option('--sheet <name>', translate('cli.option.sheetOrAll'), collect, [])
        .option('--member <name>', translate('cli.option.member'))
        .option('--encoding <name>', translate('cli.option.encoding'))
        .option('--json', translate('cli.option.cellsJson'))
        .option('--count', translate('cli.option.count')),
    (context, options, file) => readFileCells(context, String(file), options),
  );
  add<FileOptions & TeamOption & { payloads?: string; json?: boolean }>(
    'check',
    '<file>',
    (c) =>
      withTeamOption(withFileOptions(c.description(translate('cli.check')), translate), translate)
        .option('--json', translate('cli.option.json'))
        .option('--payloads <file>', translate('cli.option.payloads')),
    (context, options, file) => checkFile(context, String(file), options),
  );
  add<FileOptions & SendingOptions>(
    'send',
    '<file...>',
    (c) =>
      withSendingOptions(withFileOptions(c.description(translate('cli.send')), translate), translate)
        .option('--carry-over', translate('cli.option.carryOver'))
        .option('--shop-reports <folder>', translate('cli.option.shopReports'))
        .option('--json', translate('cli.option.json')),
    (context, options, ...files) => sendFiles(context, files, options),
  );
  add<SendingOptions>(
    'resume',
    '[batch]',
    (c) =>
      withSendingOptions(c.description(translate('cli.resume')), translate)
        .option('--refused', translate('cli.option.refused'))
        .option('--json', translate('cli.option.json')),
    (context, options, batch) => resumeBatch(context, batch, options),
  );
  add<GlobalOptions & { json?: boolean; removeExpired?: boolean }>(
    'batches',
    '',
    (c) =>
      c
        .description(translate('cli.batches'))
        .option('--json', translate('cli.option.json'))
        .option('--remove-expired', translate('cli.option.removeExpired')),
    (context, options) => listBatches(context, options),
  );
  add<GlobalOptions & { output: string }>(
    'report',
    '<batch>',
    (c) => c.description(translate('cli.report')).requiredOption('-o, --output <file>', translate('cli.option.output')),
    (context, options, batch) => saveBatchReport(context, String(batch), options),
  );
  add<GlobalOptions & { order: string; there?: boolean; wmsId?: string; sendAgain?: boolean }>(
    'settle',
    '<batch>',
    (c) =>
      withOperator(c, translate)
        .description(translate('cli.settle'))
        .requiredOption('--order <n>', translate('cli.option.order'))
        .option('--there', translate('cli.option.there'))
        .option('--wms-id <n>', translate('cli.option.wmsId'))
        .option('--send-again', translate('cli.option.sendAgain')),
    (context, options, batch) => settleOrder(context, String(batch), options),
  );
  add<GlobalOptions>(
    'servers',
    '[act] [address] [other]',
    (c) => c.description(translate('cli.servers')),
    (context, _options, act, address, other) => runServersCommand(context, act ?? 'list', address, other),
  );
  add<GlobalOptions & { seen?: boolean }>(
    'witness',
    '',
    (c) => c.description(translate('cli.witness')).option('--seen', translate('cli.option.seen')),
    (context, options) => showWitness(context, options),
  );
  add<GlobalOptions & LedgerOptions>(
    'ledger',
    '<act> [file]',
    (c) =>
      withShopOption(c, translate)
        .description(translate('cli.ledger'))
        .option('--url <url>', translate('cli.option.ledgerUrl'))
        .option('-o, --output <file>', translate('cli.option.changesOutput'))
        .option('--json', translate('cli.option.json')),
    (context, options, act, file) => runLedgerCommand(context, String(act), file, options),
  );
  add<GlobalOptions & TeamOptions>(
    'team',
    '<act> [target] [answer]',
    (c) =>
      c
        .description(translate('cli.team'))
        .option('-o, --output <file>', translate('cli.option.teamOutput'))
        .option('--ca <file>', translate('cli.option.ca'))
        .option('--json', translate('cli.option.json')),
    (context, options, act, target, answer) => runTeamCommand(context, String(act), target, answer, options),
  );
  add<GlobalOptions & OfficeOptions>(
    'office',
    '<act> [folder-or-file]',
    (c) =>
      c
        .description(translate('cli.office'))
        .option('--theirs', translate('cli.option.theirs'))
        .option('--json', translate('cli.option.json')),
    (context, options, act, file) => runOfficeCommand(context, String(act), file, options),
  );
  add<GlobalOptions & { output: string }>(
    'template',
    '',
    (c) =>
      c.description(translate('cli.template')).requiredOption('-o, --output <file>', translate('cli.option.output')),
    (context, options) => saveTemplate(context, options),
  );
  const products = withCommonOptions(
    root.command('products').description(translate('cli.products')).helpCommand(false).copyInheritedSettings(root),
    translate,
  );
  const withServer = (c: Command): Command =>
    c.option('--url <url>', translate('cli.option.url')).option('--json', translate('cli.option.json'));
  const withServerAndShop = (c: Command): Command => withShopOption(withServer(c), translate);
  add<ProductOptions>(
    'import',
    '<file>',
    (c) => withServerAndShop(c.description(translate('cli.products.import'))),
    (context, options, file) => importProducts(context, String(file), options),
    products,
  );
  add<FileOptions & ProductOptions & { output: string }>(
    'export-unmapped',
    '<batch-or-file>',
    (c) =>
      withServer(withFileOptions(c.description(translate('cli.products.exportUnmapped')), translate)).requiredOption(
        '-o, --output <file>',
        translate('cli.option.output'),
      ),
    (context, options, name) => exportUnmapped(context, String(name), options),
    products,
  );
  add<ProductOptions>(
    'list',
    '',
    (c) => withServerAndShop(c.description(translate('cli.products.list'))),
    (context, options) => listProducts(context, options),
    products,
  );
  const profiles = withCommonOptions(
    root.command('profiles').description(translate('cli.profiles')).helpCommand(false).copyInheritedSettings(root),
    translate,
  );
  add<GlobalOptions & ShopOption>(
    'list',
    '',
    (c) =>
      withShopOption(c.description(translate('cli.profiles.list')), translate).option(
        '--json',
        translate('cli.option.json'),
      ),
    (context, options) => listProfiles(context, options),
    profiles,
  );
  add<GlobalOptions & ShopOption & { output: string }>(
    'export',
    '<name>',
    (c) =>
      withShopOption(c, translate)
        .description(translate('cli.profiles.export'))
        .requiredOption('-o, --output <file>', translate('cli.option.output')),
    (context, options, name) => exportProfile(context, String(name), options),
    profiles,
  );
  add<GlobalOptions & ShopOption>(
    'import',
    '<file>',
    (c) => withShopOption(c.description(translate('cli.profiles.import')), translate),
    (context, options, file) => importProfile(context, String(file), options),
    profiles,
  );
  const shops = withCommonOptions(
    root.command('shops').description(translate('cli.shops')).helpCommand(false).copyInheritedSettings(root),
    translate,
  );
  add<GlobalOptions>(
    'list',
    '',
    (c) => c.description(translate('cli.shops.list')).option('--json', translate('cli.option.json')),
    (context, options) => listShops(context, options),
    shops,
  );
  add<GlobalOptions>(
    'add',
    '<name>',
    (c) => c.description(translate('cli.shops.add')),
    (context, _options, name) => addShop(context, String(name)),
    shops,
  );
  add<GlobalOptions>(
    'remove',
    '<name>',
    (c) => c.description(translate('cli.shops.remove')),
    (context, _options, name) => removeShop(context, String(name)),
    shops,
  );
  addSettledCommands(root, add, translate);
  add<GlobalOptions & MonthOptions>(
    'month',
    '',
    (c) =>
      withShopOption(c.description(translate('cli.month')), translate)
        .option('--from <date>', translate('cli.option.from'))
        .option('--to <date>', translate('cli.option.to'))
        .option('--who <name>', translate('cli.option.who'))
        .option('--bill <file>', translate('cli.option.bill'))
        .option('-o, --output <file>', translate('cli.option.monthOutput'))
        .option('--json', translate('cli.option.json')),
    (context, options) => showMonth(context, options),
  );
  add<WatchCommandOptions>(
    'watch',
    '<folder>',
    (c) =>
      withTeamOption(withShopOption(c.description(translate('cli.watch')), translate), translate)
        .option('--once', translate('cli.option.once'))
        .option('--poll <seconds>', translate('cli.option.poll'))
        .option('--json', translate('cli.option.json')),
    (context, options, folder) => watchFolder(context, String(folder), options),
  );
  add<PracticeCommandOptions>(
    'practice',
    '',
    (c) =>
      c
        .description(translate('cli.practice'))
        .option('--port <n>', translate('cli.option.port'))
        .option('--fault <chance>', translate('cli.option.fault'), collect, [])
        .option('--latency <ms>', translate('cli.option.latency'))
        .option('--seed <n>', translate('cli.option.seed'))
        .option('--limit <n/s>', translate('cli.option.limit')),
    (context, options) => runPracticeServer(context, options),
  );
  return root;
}

/** The failure's sentence; where an option resolves it, the option is named. */
function failureMessage({ code, params }: Failure, translate: Translator): string {
  const message = sentence(translate, 'error', code, params);
  const option = `option.${code}`;
  return translate.knows(option) ? `${message} ${translate(option, params)}` : message;
}

/** Runs the command that `argv` names (without node and script) and returns the exit status. Never throws. */
export async function runCli(
  argv: readonly string[],
  terminal: Terminal,
  foreign: StartForeignReader,
  openStoredAccessKeys: OpenStoredAccessKeys | null = null,
  openUnseal: OpenUnseal | null = null,
): Promise<number> {
  const language = terminalLanguage(optionOf(argv, '--lang'), terminal.environment);
  const translate = translatorFor(language);
  let status: number = exitStatus.success;
  const contextOf = (options: GlobalOptions): CommandContext => ({
    home: homeFolder(options.home, terminal.environment),
    language,
    translate,
    operator: terminalOperator(options.operator, terminal.environment),
    terminal,
    foreign,
    openStoredAccessKeys,
    openUnseal,
  });
  try {
    await program(contextOf, translate, terminal, (ended) => (status = ended)).parseAsync([...argv], { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) {
      const refused = usageSentence(error, translate);
      if (refused !== null) terminal.printNotice(refused);
      return error.exitCode === 0 ? exitStatus.success : exitStatus.failed;
    }
    const failure = toFailure(error, createErrorLog(homeFolder(optionOf(argv, '--home'), terminal.environment)));
    const message = failureMessage(failure, translate);
    // `read` prints one JSON line per row: a failure does not belong among them.
    if (argv[0] !== 'read' && argv.includes('--json'))
      terminal.print(JSON.stringify({ error: { code: failure.code, message } }));
    else terminal.printNotice(message);
    return failure.code === 'reading.cancelled' ? exitStatus.stopped : exitStatus.failed;
  }
}
