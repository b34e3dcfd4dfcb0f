/** Formats a parser's result as one short line, so that a table of cases can be read at a glance. */
import type { Parsed } from '../../../../shared/domain/values/parsed.ts';
import type { Cell, CellKind } from '../../../../shared/domain/table/table.ts';

export function textCell(text: string): Cell {
  return { kind: 'text', text };
}

export function cellOf(kind: CellKind, text: string): Cell {
  return { kind, text };
}

/** `5000`, `5000 !negative`, `blank`, `✕ fraction`, `✕ phoneLeading8 → +998901234567` (codes without `values.`). */
export function outcome<T>(parsed: Parsed<T>, show: (value: T) => string = String): string {
  if (parsed.kind === 'blank') return 'blank';
  if (parsed.kind === 'refusal')
    return `✕ ${short(parsed.remark.code)}${parsed.remark.suggestion === undefined ? '' : ` → ${parsed.remark.suggestion}`}`;
  return [
    show(parsed.value),
    ...parsed.remarks.map(({ code, severity }) => `${severity === 'warning' ? '!' : '·'}${short(code)}`),
  ].join(' ');
}

function short(code: string): string {
  return code.replace(/^values\./, '');
}
