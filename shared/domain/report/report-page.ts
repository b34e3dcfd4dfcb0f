/** Renders the report's summary as a page to print: plain HTML with its own style, no scripts, nothing fetched. */
import type { Language } from '../../messages/translator.ts';
import type { SummaryLine } from './report-summary.ts';

const style = `
@page { size: A4; margin: 16mm }
body { margin: 0; color: #1a1b1e; font: 11pt/1.45 'Segoe UI', 'Noto Sans', sans-serif }
h1 { margin: 0 0 4mm; font-size: 18pt }
h2 { margin: 6mm 0 2mm; padding-bottom: 1mm; font-size: 12pt; border-bottom: 1px solid #c7ccd4 }
p.practice { margin: 0 0 4mm; padding: 2mm 3mm; font-weight: 600; color: #7a4b00; background: #ffe8bf }
table { width: 100%; border-collapse: collapse }
td { padding: 1mm 0; vertical-align: top; border-bottom: 1px solid #eef0f3 }
td:first-child { width: 38%; padding-right: 4mm }
tr { break-inside: avoid }
tr.done td { color: #14532d; font-weight: 600 }
tr.notDone td { color: #7f1d1d; font-weight: 600 }
tr.lookAtIt td { color: #6b4a00; font-weight: 600 }
tr.open td { color: #1e3a6e; font-weight: 600 }`;

function escaped(text: string): string {
  return text.replace(/[&<>"]/gu, (sign) => `&#${sign.charCodeAt(0)};`);
}

function rowOf(line: Extract<SummaryLine, { kind: 'value' }>): string {
  return `<tr class="${line.verdict ?? ''}"><td>${escaped(line.label)}</td><td>${escaped(line.text)}</td></tr>`;
}

/** The page's HTML. Colour only accompanies the words. */
export function reportPageHtml(lines: readonly SummaryLine[], language: Language): string {
  const title = lines.find(
    (line): line is Extract<SummaryLine, { kind: 'title' | 'practice' | 'section' }> => line.kind === 'title',
  );
  let body = '';
  let rows = '';
  const endTable = (): void => {
    if (rows !== '') body += `<table>${rows}</table>`;
    rows = '';
  };
  for (const line of lines) {
    if (line.kind === 'value') {
      rows += rowOf(line);
      continue;
    }
    endTable();
    if (line.kind === 'title') body += `<h1>${escaped(line.text)}</h1>`;
    if (line.kind === 'section') body += `<h2>${escaped(line.text)}</h2>`;
    if (line.kind === 'practice') body += `<p class="practice">${escaped(line.text)}</p>`;
  }
  endTable();
  const head = `<meta charset="utf-8"><title>${title ? escaped(title.text) : ''}</title><style>${style}</style>`;
  return `<!doctype html><html lang="${language}"><head>${head}</head><body>${body}</body></html>`;
}
