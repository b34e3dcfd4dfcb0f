/** What commander says of itself, in the operator's language: the titles of the help, and what is wrong with a line. */
import type { Command, CommanderError } from 'commander';
import type { Translator } from '../../shared/messages/translator.ts';

/** Gives the program's help the operator's words; commands that are added later inherit them. */
export function withUsageWords(root: Command, translate: Translator): Command {
  const titles: Readonly<Record<string, string>> = {
    'Usage:': translate('cli.help.usage'),
    'Options:': translate('cli.help.options'),
    'Commands:': translate('cli.help.commands'),
  };
  return root.helpOption('-h, --help', translate('cli.help.help')).configureHelp({
    styleTitle: (title) => titles[title] ?? title,
    optionDescription: ({ description, argChoices }) =>
      argChoices === undefined ? description : `${description} (${argChoices.join(', ')})`,
  });
}

/** The sentence of a line that commander refuses; null where it only printed help or the version. */
export function usageSentence({ code, message }: CommanderError, translate: Translator): string | null {
  const key = code.replace('commander.', 'cli.usage.');
  if (!translate.knows(key)) return null;
  const [name = '', value = ''] = [...message.matchAll(/'([^']*)'/gu)].map(([, quoted]) => quoted);
  return translate(key, { name, value, choices: /choices are (.+)\.$/mu.exec(message)?.[1] ?? '' });
}
