/** Words of headings in which a hyphen stands for the letters between: «Пок-ль», «Ск-ка/шт», «Ад-с». */
import { once } from '../../once.ts';
import { fold } from '../values/fold.ts';
import { fieldNames } from './heading-names.ts';

/** Words of known headings by their first letter. */
const vocabulary = once((): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  for (const word of new Set(
    Object.values(fieldNames).flatMap((names) => names.flatMap((name) => fold(name).split(' '))),
  ))
    if (/^\p{L}{5,}$/u.test(word)) found.set(word[0] ?? '', [...(found.get(word[0] ?? '') ?? []), word]);
  return found;
});

/** Headings that are known as they stand: «Кол-во». */
const known = once(
  (): ReadonlySet<string> =>
    new Set(Object.values(fieldNames).flatMap((names) => names.map((name) => fold(name).replaceAll(' ', '')))),
);

const shortWord = /(?<![\p{L}-])(\p{L}{2,4})-(\p{L}{1,3})(?![\p{L}-])/gu;
/** Letters that words of one meaning have in common at least. */
const common = 4;

/** The heading with such words written out, where they can be one known word alone. */
export function withHyphensWrittenOut(heading: string): string {
  return heading.includes('-')
    ? heading.replace(shortWord, (short, from: string, to: string) => wordOf(from, to) ?? short)
    : heading;
}

function wordOf(from: string, to: string): string | null {
  const [start, end] = [fold(from), fold(to)];
  if (known().has(start + end)) return null;
  const fits = (vocabulary().get(start[0] ?? '') ?? []).filter(
    (word) => word.length > start.length + end.length && word.startsWith(start) && word.endsWith(end),
  );
  const [first] = fits;
  return first !== undefined && fits.every((word) => word.slice(0, common) === first.slice(0, common)) ? first : null;
}
