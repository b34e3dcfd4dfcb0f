/** The options that several commands of the terminal have. */
import { Option, type Command } from 'commander';
import { languages, type Translator } from '../../shared/messages/translator.ts';
import { withTeamOption } from './team-option.ts';

/** Gathers the values of an option that can be given several times. */
export const collect = (text: string, before: readonly string[]): readonly string[] => [...before, text];

/** The options of every command. */
export function withCommonOptions(command: Command, translate: Translator): Command {
  return command
    .option('--home <dir>', translate('cli.option.home'))
    .addOption(new Option('--lang <language>', translate('cli.option.lang')).choices([...languages]));
}

/** Whose orders the command is about. */
export function withShopOption(command: Command, translate: Translator): Command {
  return command.option('--shop <name>', translate('cli.option.shop'));
}

/** Who works at the terminal. */
export function withOperator(command: Command, translate: Translator): Command {
  return command.option('--operator <name>', translate('cli.option.operator'));
}

/** How a file is read and understood. */
export function withFileOptions(command: Command, translate: Translator): Command {
  return withShopOption(command, translate)
    .option('--sheet <name>', translate('cli.option.sheet'), collect, [])
    .option('--table <range>', translate('cli.option.table'))
    .option('--member <name>', translate('cli.option.member'))
    .option('--encoding <name>', translate('cli.option.encoding'))
    .option('--profile <name>', translate('cli.option.profile'))
    .option('--map <assignment>', translate('cli.option.map'), collect, [])
    .option('--set <assignment>', translate('cli.option.set'), collect, [])
    .option('--rule <assignment>', translate('cli.option.rule'), collect, [])
    .option('--own-numbers <start>', translate('cli.option.ownNumbers'))
    .option('--every-row <start>', translate('cli.option.everyRow'))
    .option('--products <file>', translate('cli.option.products'));
}

/** Where orders are sent, and how. */
export function withSendingOptions(command: Command, translate: Translator): Command {
  return withTeamOption(withOperator(command, translate), translate)
    .option('--alone', translate('cli.option.alone'))
    .option('--url <url>', translate('cli.option.url'))
    .option('--token-env <name>', translate('cli.option.tokenEnv'), collect, [])
    .option('--account <n>', translate('cli.option.account'))
    .option('--concurrency <n>', translate('cli.option.concurrency'))
    .addOption(new Option('--lookup <state>', translate('cli.option.lookup')).choices(['on', 'off']))
    .option('--quiet-time <seconds>', translate('cli.option.quietTime'))
    .option('--report <file>', translate('cli.option.report'));
}
