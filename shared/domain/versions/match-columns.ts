/** Matches the columns of a changed file to those of its earlier version. */
import type { ColumnPlan } from '../columns/column-plan.ts';

/** Columns by heading and its count among equal ones: headings may repeat or be blank. */
function columnByNumberedHeading({ columns }: ColumnPlan): Map<string, number> {
  const counts = new Map<string, number>();
  const places = new Map<string, number>();
  for (const { column, heading } of columns) {
    const text = heading.trim();
    const count = counts.get(text) ?? 0;
    counts.set(text, count + 1);
    places.set(`${count} ${text}`, column);
  }
  return places;
}

/** The later column by the earlier one, -1 where removed: matched by heading; a renamed column by its field. */
export function matchColumns(earlier: ColumnPlan, later: ColumnPlan): number[] {
  const columnOf = earlier.columns.map(() => -1);
  const places = columnByNumberedHeading(later);
  for (const [heading, column] of columnByNumberedHeading(earlier)) columnOf[column] = places.get(heading) ?? -1;
  const taken = new Set(columnOf);
  for (const { column, field } of earlier.columns) {
    if (field === null || columnOf[column] !== -1) continue;
    const renamed = later.columns.find((one) => one.field === field && !taken.has(one.column));
    if (renamed === undefined) continue;
    columnOf[column] = renamed.column;
    taken.add(renamed.column);
  }
  return columnOf;
}
