/** Adds the group of `settled` commands to the terminal's program. */
import type { Command } from 'commander';
import type { Translator } from '../../shared/messages/translator.ts';
import { withCommonOptions, withShopOption } from './command-options.ts';
import { listSettled, settleHeading, settleRows, settleValue, type SettledOptions } from './commands/settled.ts';
import type { CommandContext } from './context.ts';

/** Adds a command to its group; see program.ts. */
type AddCommand = <O extends SettledOptions>(
  name: string,
  usage: string,
  decorate: (command: Command) => Command,
  run: (context: CommandContext, options: O, ...args: string[]) => Promise<number>,
  parent: Command,
) => void;

export function addSettledCommands(root: Command, add: AddCommand, translate: Translator): void {
  const settled = withCommonOptions(
    root.command('settled').description(translate('cli.always')).helpCommand(false).copyInheritedSettings(root),
    translate,
  );
  const withForget = (c: Command): Command =>
    withShopOption(c, translate).option('--forget', translate('cli.option.forget'));
  add<SettledOptions>(
    'list',
    '',
    (c) =>
      withShopOption(c.description(translate('cli.always.list')), translate).option(
        '--json',
        translate('cli.option.json'),
      ),
    (context, options) => listSettled(context, options),
    settled,
  );
  add<SettledOptions>(
    'value',
    '<field> <text> [meaning]',
    (c) => withForget(c.description(translate('cli.always.value'))),
    (context, options, field, text, meaning) => settleValue(context, options, String(field), String(text), meaning),
    settled,
  );
  add<SettledOptions>(
    'leave-out',
    '<heading> <text>',
    (c) => withForget(c.description(translate('cli.always.leaveOut'))),
    (context, options, heading, text) => settleRows(context, options, String(heading), String(text)),
    settled,
  );
  add<SettledOptions>(
    'heading',
    '<heading> [field]',
    (c) => withForget(c.description(translate('cli.always.heading'))),
    (context, options, heading, field) => settleHeading(context, options, String(heading), field),
    settled,
  );
}
