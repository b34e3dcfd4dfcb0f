/** Finds the heading row under titles and banners. */

export interface HeadingRow {
  /** Index into the rows given. */
  readonly index: number;
  /** 2 where the headings stand in two rows (join with {@link joinHeadings}). */
  readonly span: 1 | 2;
}

/** `rows`: the texts of the sheet's first rows (about 30), blank cells as ''. Undefined where no row looks like headings. */
export function findHeadingRow(rows: readonly (readonly string[])[]): HeadingRow | undefined {
  const index = rows.findIndex((row) => row.filter((text) => text.trim() !== '').length > 1);
  return index < 0 ? undefined : { index, span: 1 };
}

/** Two heading rows as one, «Upper / Lower»; an upper heading holds for the blank cells to its right (merged cells). */
export function joinHeadings(upper: readonly string[], lower: readonly string[]): string[] {
  let group = '';
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, column) => {
    group = upper[column]?.trim() || group;
    const own = lower[column]?.trim() ?? '';
    return own === '' || group === '' || group === own ? own || (upper[column]?.trim() ?? '') : `${group} / ${own}`;
  });
}
