/** What a person gave with the app's start: a command of the terminal, a home, files. Windows' Explorer gives files so, too. */
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { isCommand } from '../cli/command-names.ts';

/** The home that a window is to be opened on, where one was named: `--home FOLDER`, as in a terminal. */
export function givenHome(given: readonly string[]): string | undefined {
  const option = '--home';
  const at = given.findIndex((word) => word === option || word.startsWith(`${option}=`));
  const word = given[at];
  if (word === undefined) return undefined;
  return word === option ? given[at + 1] : word.slice(option.length + 1);
}

/**
 * The words of a command, or null where a window is wanted. The launchers of the .deb and of Windows mark them by `--cli --`;
 * else a file that has a command's name is a file.
 */
export function commandWords(given: readonly string[]): readonly string[] | null {
  const marked = given.indexOf('--cli');
  if (marked >= 0) return given.slice(given.indexOf('--', marked) + 1);
  const [first] = given.filter((word) => !word.startsWith('--') || isCommand(word));
  return first !== undefined && isCommand(first) && !existsSync(first) ? given.slice(given.indexOf(first)) : null;
}

/** The files among the words, as whole paths: a window that is open already may have been started in another folder. */
export function givenFiles(given: readonly string[]): readonly string[] {
  return given
    .filter((word) => !word.startsWith('-') && statSync(word, { throwIfNoEntry: false })?.isFile() === true)
    .map((word) => path.resolve(word));
}
