/** The characters with which a spreadsheet program takes a cell for a formula, also as East Asian input writes them. */
export const formulaStarts: ReadonlySet<string> = new Set([...'=+-@＝＋－＠−']);
