/** The name that a report is offered under. */
import { formatTashkentTime } from '../../shared/domain/values/dates/tashkent-time.ts';
import type { Language } from '../../shared/messages/translator.ts';
import { translatorFor } from '../../shared/messages/translators.ts';

export type ReportFormat = 'xlsx' | 'csv' | 'pdf';

/** Signs that some file system refuses, and names' ends that Windows drops. */
function fileNamePart(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replace(/[<>:"/\\|?*\u0000-\u001f]/gu, '-').replace(/[. ]+$/u, '');
}

/** The file's name without its ending, what it is, and when; practice in capitals. @param now milliseconds since 1970-01-01Z */
export function defaultReportName(
  fileName: string,
  practice: boolean,
  language: Language,
  now: number,
  format: ReportFormat = 'xlsx',
): string {
  const stem = fileNamePart(fileName.replace(/\.[A-Za-z\d]{1,5}$/u, '')).slice(0, 100);
  const time = formatTashkentTime(now).replace(':', '-');
  return `${fileNamePart(translatorFor(language)(practice ? 'reportFile.name.practice' : 'reportFile.name', { file: stem, time }))}.${format}`;
}
