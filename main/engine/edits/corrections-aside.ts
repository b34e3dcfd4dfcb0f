/** Says which corrections wait, because their cells are not read now. */
import type { Issue, QuestionAnswer } from '../../../shared/domain/model/issues.ts';
import { sheetsName } from '../../../shared/domain/model/file-part.ts';
import type { Table } from '../../../shared/domain/table/table.ts';
import type { StoredEdit } from '../../ports.ts';

/**
 * One issue for each list of sheets that corrections wait for: a warning where the table shows cells of these sheets, which
 * are now as the file has them.
 */
export function correctionsAside(edits: readonly StoredEdit[], table: Table): readonly Issue[] {
  const read = table.sheetNames.length > 0 ? table.sheetNames : [table.sheet];
  const counts = new Map<string, { readonly names: readonly string[]; count: number }>();
  for (const { undone, aside } of edits) {
    if (undone || aside === undefined) continue;
    const names = aside.sheets.map(({ name }) => name);
    const key = JSON.stringify(names);
    const known = counts.get(key);
    if (known) known.count++;
    else counts.set(key, { names, count: 1 });
  }
  return [...counts.values()].map(({ names, count }): Issue => {
    const sheets = sheetsName(names);
    const answer = JSON.stringify(names) === JSON.stringify(read) ? [] : [answerFor(names, sheets)];
    return {
      code: 'reading.correctionsAside',
      severity: names.some((name) => read.includes(name)) ? 'warning' : 'notice',
      scope: 'file',
      params: { count, sheets },
      ...(answer.length > 0 ? { answers: answer } : {}),
    };
  });
}

/** To read these sheets again, alone or together. */
function answerFor(names: readonly string[], sheets: string): QuestionAnswer {
  const [sheet = '', another] = names;
  return another === undefined
    ? { fix: { kind: 'setReading', answer: 'readSheet', params: { sheet }, reading: { sheet } } }
    : {
        fix: {
          kind: 'setReading',
          answer: 'sheetsTogether',
          params: { sheets, count: names.length },
          reading: { together: [...names] },
        },
      };
}
