/** Formats the table that the bench prints: what was measured, and whether the goal is met. */

/** A bound for a figure, and whether it is met. */
export interface Goal {
  readonly text: string;
  readonly holds: boolean;
}

export interface FigureLine {
  readonly what: string;
  readonly ours: string;
  readonly peer: string;
  readonly ratio: string;
  readonly goal: Goal | null;
}

export const formatMilliseconds = (ms: number): string =>
  ms >= 10_000 ? `${(ms / 1000).toFixed(1)} s` : ms >= 20 ? `${Math.round(ms)} ms` : `${ms.toFixed(1)} ms`;
export const formatMegabytes = (mb: number): string => `${Math.round(mb)} MB`;
export const ratioText = (ratio: number): string =>
  Number.isFinite(ratio) ? `× ${ratio >= 10 ? ratio.toFixed(0) : ratio.toPrecision(2)}` : '–';

/** The goal that a value does not exceed a limit, with its text. */
export function atMost(value: number, limit: number, text: string): Goal {
  return { text: `≤ ${text}`, holds: value <= limit };
}

export function atLeast(value: number, limit: number, text: string): Goal {
  return { text: `≥ ${text}`, holds: value >= limit };
}

const heading = ['what', 'ours', 'peer or limit', 'ratio', 'figure', 'holds'];
const verdict = (goal: Goal | null): string => (goal === null ? '' : goal.holds ? 'yes' : '**no**');

/** The table as Markdown, with columns aligned for reading in a terminal. */
export function markdownTable(lines: readonly FigureLine[]): string {
  const rows = [
    heading,
    ...lines.map(({ what, ours, peer, ratio, goal }) => [what, ours, peer, ratio, goal?.text ?? '', verdict(goal)]),
  ];
  const widths = heading.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const [head = '', ...body] = rows.map(
    (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`,
  );
  return [head, `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...body].join('\n');
}
