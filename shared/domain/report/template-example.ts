/** Marks of the template's example row: it may be left in a file and is never an order. */
import type { Language } from '../../messages/translator.ts';

/** Content of the example row's order number cell, by the template's language. */
export const exampleMarks: Readonly<Record<Language, string>> = {
  uz: 'NAMUNA',
  'uz-Cyrl': 'НАМУНА',
  ru: 'ПРИМЕР',
  en: 'EXAMPLE',
};
