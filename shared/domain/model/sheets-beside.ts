/** The other sheets of a file that list orders, too: what stands on them is not sent with the batch. */
import type { Choices } from './choices.ts';

export interface SheetBeside {
  readonly name: string;
  /** Non-empty rows counted so far (`more`: there are more), headings included; null: they were not counted. */
  readonly rows: number | null;
  readonly more: boolean;
  /** It is a file of its own in the list, of which nothing was sent yet. */
  readonly isOwnFile: boolean;
}

/** The part of a file's sheets that was read, and what is seen of the others. */
interface SheetsOfFile {
  readonly sheet: string;
  /** The sheets that were read as one; none: `sheet` alone was read. */
  readonly together: readonly string[];
  readonly sheets: readonly {
    readonly name: string;
    readonly rows: number | null;
    readonly more: boolean;
    readonly alike: boolean;
    /** Its days have passed: nobody is to send them. */
    readonly earlier: boolean;
  }[];
}

/** Another batch of the same file. */
interface OtherPart {
  readonly choices: Pick<Choices, 'sheet' | 'together'>;
  /** Where something of it was sent; null: nothing was. */
  readonly server: { readonly practice: boolean } | null;
}

/**
 * The sheets with orders that are not in the batch, without those of which something was sent as a file of their own.
 * @param practice whether the batch goes to a practice WMS: what went only there was not sent for a real one
 */
export function sheetsBeside(file: SheetsOfFile, others: readonly OtherPart[], practice: boolean): SheetBeside[] {
  const holds = (
    { sheet, together }: Pick<SheetsOfFile, 'sheet' | 'together'> | OtherPart['choices'],
    name: string,
  ): boolean => sheet === name || together.includes(name);
  return file.sheets.flatMap(({ name, rows, more, alike, earlier }) => {
    if (!alike || earlier || holds(file, name)) return [];
    const own = others.filter(({ choices }) => holds(choices, name));
    if (own.some(({ server }) => server !== null && (practice || !server.practice))) return [];
    return [{ name, rows, more, isOwnFile: own.length > 0 }];
  });
}
