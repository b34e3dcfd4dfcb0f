/** A copied column (or block) of ids, pasted into the list of products: it fills this line and those below it. */
import { emptyTypedProduct, type TypedProduct } from './product-entry.ts';

export const productFields = ['productId', 'variationId', 'price'] as const;
export type ProductField = (typeof productFields)[number];

interface PastedProducts {
  readonly lines: readonly TypedProduct[];
  /** Pasted rows that found no line below. */
  readonly left: number;
}

/**
 * The lines with the pasted cells; null where the text is a single cell, which the field itself takes.
 * @param at index of the line, and its field, that the text was pasted into
 */
export function pasteProducts(
  lines: readonly (TypedProduct | undefined)[],
  at: number,
  field: ProductField,
  text: string,
): PastedProducts | null {
  const rows = text.replace(/[\r\n]+$/u, '').split(/\r\n|\r|\n/u);
  const cells = rows.map((row) => row.split('\t'));
  if (cells.length === 1 && cells[0]?.length === 1) return null;
  const first = productFields.indexOf(field);
  const filled = lines.map((line = emptyTypedProduct, index) => {
    const pasted = cells[index - at] ?? [];
    const typed = Object.fromEntries(
      pasted.flatMap((cell, column) => {
        const name = productFields[first + column];
        return name === undefined ? [] : [[name, cell.trim()]];
      }),
    );
    return { ...line, ...typed };
  });
  return { lines: filled, left: Math.max(0, at + cells.length - lines.length) };
}
