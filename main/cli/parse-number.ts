/** Parses the numbers of a command's options. */
import { FailureError } from '../../shared/result.ts';

/** The whole number in `text`, between `least` and `most`. @throws FailureError `cli.number` */
export function parseWholeNumber(option: string, text: string, least: number, most: number): number {
  const number = /^\d{1,15}$/u.test(text) ? Number(text) : Number.NaN;
  if (!(number >= least && number <= most)) throw new FailureError('cli.number', { option, text, least, most });
  return number;
}
