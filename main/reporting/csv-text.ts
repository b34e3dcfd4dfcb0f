/** Escapes fields of a csv file so that Excel opens it without running formulas in it. */

/** What a program may skip before it looks whether a cell is a formula: spaces, tabs, line ends, invisible signs. */
const skipped = '[\\s\\u0000-\\u001f\\u007f-\\u009f\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u2064\\ufeff]*';
const formulaStart = new RegExp(`^${skipped}[=+@＝＋＠\\-－−]`, 'u');
const leadingControl = /^[\t\r\n]/u;
/** A formula behind a comma or a tab starts a cell of its own where the file is opened with that separator. */
const hiddenFormula = /([,\t]\s*)(?=[=＝]|[@＠]\p{L}+\(|[+\-＋－−](?:\p{L}+\(|[=@]))/gu;

/**
 * The text with an apostrophe before it where a program might take it for a formula. An apostrophe of its own gets a
 * second one, so that taking one off always gives the text back (but for a formula hidden behind a comma or a tab).
 */
export function escapeFormula(text: string): string {
  const inner = text.replace(hiddenFormula, "$1'");
  return formulaStart.test(inner) || leadingControl.test(inner) || inner.startsWith("'") ? `'${inner}` : inner;
}

/** A field of a line with `;` between the fields. */
export function csvField(text: string): string {
  const safe = escapeFormula(text);
  return /[";,\r\n\t]|^\s|\s$/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function csvLine(fields: readonly string[]): string {
  return `${fields.map(csvField).join(';')}\r\n`;
}
