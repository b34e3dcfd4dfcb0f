/** Says which cells were taken apart, and asks whether that is right. */
import type { Issue } from '../model/issues.ts';
import type { OrderBook } from '../orders/order-book.ts';
import type { PartColumns } from '../table/table.ts';
import { excerpt } from '../values/cell-text.ts';
import { answerByRules, fileIssue } from './file-issue-builders.ts';

/** For each column whose cells were taken apart: a question; a notice where nothing is in doubt, or once it is settled that they are. */
export function mixedCellsQuestions(book: OrderBook): Issue[] {
  const { rules, table } = book.input;
  if (rules.mixedCells === 'asIs') return [];
  const answers = [
    answerByRules('cellsApart', { mixedCells: 'apart' }),
    answerByRules('cellsAsIs', { mixedCells: 'asIs' }),
  ];
  const isOpen = rules.mixedCells === 'ask';
  return table.file.parts.flatMap((part) => {
    const example = exampleOf(book, part);
    if (example === null) return [];
    const isAsked = isOpen && !part.isSure;
    return [
      fileIssue(
        isAsked ? 'warning' : 'notice',
        isAsked ? 'orders.cellsTakenApart' : isOpen ? 'orders.cellsCameApart' : 'orders.cellsApart',
        {
          heading: book.input.plan.columns[part.source]?.called ?? '',
          parts: part.headings.join(', '),
          ...example,
        },
        { ...(answers[0] ? { fix: answers[0].fix } : {}), answers },
      ),
    ];
  });
}

/** The first cell that was taken apart, and its parts. */
function exampleOf(
  { input, firstDataIndex }: OrderBook,
  { source, firstColumn, headings }: PartColumns,
): { readonly example: string; readonly read: string } | null {
  const { file } = input.table;
  for (let index = firstDataIndex; index < file.rowCount; index++) {
    const read = headings.flatMap((heading, at) => {
      const text = file.text(index, firstColumn + at);
      return text === '' ? [] : [`${heading}: ${text.replace(/\s+/gu, ' ')}`];
    });
    if (read.length > 0)
      return { example: excerpt(file.text(index, source).replace(/\s+/gu, ' ')), read: read.map(excerpt).join('; ') };
  }
  return null;
}
