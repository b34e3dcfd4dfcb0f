/** Makes the file name that a report is offered under. */
import { formatTashkentTime } from '../../shared/domain/values/dates/tashkent-time.ts';
import type { Language } from '../../shared/messages/translator.ts';
import { translatorFor } from '../../shared/messages/translators.ts';

export type ReportFormat = 'xlsx' | 'csv' | 'pdf' | 'jsonl';

/** The text without characters that some file system refuses, and without ends that Windows drops. */
export function fileNamePart(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replace(/[<>:"/\\|?*\u0000-\u001f]/gu, '-').replace(/[. ]+$/u, '');
}

/** The order file's name, the word for report, and the time; practice in capitals. @param now milliseconds since 1970-01-01Z */
export function defaultReportName(
  fileName: string,
  practice: boolean,
  language: Language,
  now: number,
  format: ReportFormat = 'xlsx',
): string {
  const stem = fileNamePart(fileName.replace(/\.[A-Za-z\d]{1,5}$/u, '')).slice(0, 100);
  const time = formatTashkentTime(now).replace(':', '-');
  const key = practice ? 'reportFile.name.practice' : 'reportFile.name';
  return `${fileNamePart(translatorFor(language)(key, { file: stem, time }))}.${format}`;
}
