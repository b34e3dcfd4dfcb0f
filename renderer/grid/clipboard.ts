/** Converts cells to clipboard text and back, in the form of Excel, LibreOffice and Google Sheets: tabs and line ends. */

/**
 * Lines and cells of a copied text. A cell that starts with a quotation mark runs to its closing one and may hold tabs and
 * line ends; doubled marks inside stand for one. A line end after the last line makes no further line.
 */
export function parseCells(text: string): readonly (readonly string[])[] {
  const lines: string[][] = [[]];
  let at = 0;
  while (at < text.length) {
    const cell = text[at] === '"' ? quoted(text, at) : null;
    const end = cell ? cell.end : plainEnd(text, at);
    lines.at(-1)?.push(cell ? cell.text : text.slice(at, end));
    at = end;
    if (text[at] === '\t') {
      at += 1;
      // A tab at the very end is followed by an empty cell.
      if (at === text.length) lines.at(-1)?.push('');
      continue;
    }
    if (text.startsWith('\r\n', at)) at += 2;
    else if (at < text.length) at += 1;
    else break;
    if (at < text.length) lines.push([]);
  }
  if (text === '') return [];
  return lines.map((line) => (line.length === 0 ? [''] : line));
}

export function formatCells(lines: readonly (readonly string[])[]): string {
  return lines
    .map((line) => line.map((cell) => (/["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t'))
    .join('\r\n');
}

function plainEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '\t' && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return at;
}

/** The quoted cell at `from`; null if no closing mark stands before a tab, a line end or the end: then it is plain text. */
function quoted(text: string, from: number): { readonly text: string; readonly end: number } | null {
  let held = '';
  let at = from + 1;
  while (at < text.length) {
    if (text[at] !== '"') {
      held += text[at];
      at += 1;
    } else if (text[at + 1] === '"') {
      held += '"';
      at += 2;
    } else {
      const behind = text[at + 1];
      return behind === undefined || behind === '\t' || behind === '\n' || behind === '\r'
        ? { text: held, end: at + 1 }
        : null;
    }
  }
  return null;
}
