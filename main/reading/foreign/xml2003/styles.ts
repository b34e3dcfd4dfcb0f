/**
 * Keeps the styles of a workbook in the XML of Excel 2003: number formats (codes, and Excel's names for some of them), and
 * whether the text is struck through.
 */
import { generalFormat, numberFormatOf, type NumberFormat, type NumberKind } from '../../xlsx/number-formats.ts';

const namedKinds: Readonly<Record<string, NumberKind>> = {
  'General Number': 'number',
  'General Date': 'date',
  'Long Date': 'date',
  'Medium Date': 'date',
  'Short Date': 'date',
  'Long Time': 'date',
  'Medium Time': 'date',
  'Short Time': 'date',
  Currency: 'number',
  'Euro Currency': 'number',
  Fixed: 'number',
  Standard: 'number',
  Percent: 'percent',
  Scientific: 'number',
  'Yes/No': 'number',
  'True/False': 'number',
  'On/Off': 'number',
};

export class CellStyles {
  readonly #formats = new Map<string, NumberFormat>();
  readonly #struck = new Set<string>();
  #open = '';

  /** Begins a style; it has the format of its parent until one of its own comes. */
  start(id: string, parent: string | undefined): void {
    this.#open = id;
    const inherited = parent === undefined ? undefined : this.#formats.get(parent);
    if (inherited) this.#formats.set(id, inherited);
    if (parent !== undefined && this.#struck.has(parent)) this.#struck.add(id);
  }

  setStruck(isStruck: boolean): void {
    if (isStruck) this.#struck.add(this.#open);
    else this.#struck.delete(this.#open);
  }

  setFormat(format: string): void {
    const kind = namedKinds[format];
    this.#formats.set(this.#open, kind === undefined ? numberFormatOf(format) : { kind, leastDigits: 0 });
  }

  /** The format of a number under the first of these styles that is given. */
  format(...ids: readonly (string | undefined)[]): NumberFormat {
    const id = ids.find((one) => one !== undefined);
    return (id === undefined ? undefined : this.#formats.get(id)) ?? generalFormat;
  }

  /** Whether the first of these styles that is given is struck through. */
  isStruck(...ids: readonly (string | undefined)[]): boolean {
    return this.#struck.has(ids.find((one) => one !== undefined) ?? '');
  }
}
