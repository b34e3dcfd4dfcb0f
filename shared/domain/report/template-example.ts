/** The example row of the template: it may be left in a file, and is never an order. */
import type { Language } from '../../messages/translator.ts';

/** Stands in the order number's cell of the example row, in the template's language. */
export const exampleMarks: Readonly<Record<Language, string>> = { uz: 'NAMUNA', ru: 'ПРИМЕР', en: 'EXAMPLE' };
