/** Finds the language of the terminal's words. */
import { languageOfLocale, languages, type Language } from '../../shared/messages/translator.ts';

/**
 * `chosen` (--lang) where it is one of ours, else the language of the POSIX variables, else, where none is set, the
 * system's own: Windows has no such variables. English where none of them is ours.
 * @param system the system's locale, as `ru-RU`
 */
export function terminalLanguage(
  chosen: string | undefined,
  environment: NodeJS.ProcessEnv,
  system: string = new Intl.DateTimeFormat().resolvedOptions().locale,
): Language {
  const wanted = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || system;
  return languages.find((language) => language === chosen) ?? languageOfLocale(wanted) ?? 'en';
}
