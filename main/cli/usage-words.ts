/** What commander says of itself, in the operator's language: the titles of the help, and what is wrong with a line. */
import type { Command, CommanderError } from 'commander';
import type { Translator } from '../../shared/messages/translator.ts';
import type { Terminal } from './terminal.ts';

/** Gives the program's help the operator's words, and the terminal to print it on; commands that are added later inherit both. */
export function withUsageWords(root: Command, translate: Translator, terminal: Terminal): Command {
  const titles: Readonly<Record<string, string>> = {
    'Usage:': translate('cli.help.usage'),
    'Options:': translate('cli.help.options'),
    'Commands:': translate('cli.help.commands'),
  };
  return root
    .helpOption('-h, --help', translate('cli.help.help'))
    .configureHelp({
      styleTitle: (title) => titles[title] ?? title,
      optionDescription: ({ description, argChoices }) =>
        argChoices === undefined ? description : `${description} (${argChoices.join(', ')})`,
    })
    .configureOutput({
      writeOut: (text) => terminal.print(text.trimEnd()),
      writeErr: (text) => terminal.printNotice(text.trimEnd()),
      // usageSentence says it where the error is caught.
      outputError: () => undefined,
    });
}

/** The sentence of a line that commander refuses; null where it only printed help or the version. */
export function usageSentence({ code, message }: CommanderError, translate: Translator): string | null {
  const key = code.replace('commander.', 'cli.usage.');
  if (!translate.knows(key)) return null;
  const [name = '', value = ''] = [...message.matchAll(/'([^']*)'/gu)].map(([, quoted]) => quoted);
  return translate(key, { name, value, choices: /choices are (.+)\.$/mu.exec(message)?.[1] ?? '' });
}
