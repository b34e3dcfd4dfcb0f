/** Keeps the number formats of a workbook in the XML of Excel 2003: codes, and Excel's names for some of them. */
import { kindOfFormatCode, type NumberKind } from '../../xlsx/number-formats.ts';

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

export class NumberStyles {
  readonly #kinds = new Map<string, NumberKind>();
  #open = '';

  /** Begins a style; it has the format of its parent until one of its own comes. */
  start(id: string, parent: string | undefined): void {
    this.#open = id;
    const inherited = parent === undefined ? undefined : this.#kinds.get(parent);
    if (inherited) this.#kinds.set(id, inherited);
  }

  setFormat(format: string): void {
    this.#kinds.set(this.#open, namedKinds[format] ?? kindOfFormatCode(format));
  }

  /** The kind of a number under the first of these styles that is given. */
  kind(...ids: readonly (string | undefined)[]): NumberKind {
    const id = ids.find((one) => one !== undefined);
    return (id === undefined ? undefined : this.#kinds.get(id)) ?? 'number';
  }
}
