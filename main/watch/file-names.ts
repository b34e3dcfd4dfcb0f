/** Tells by their names which files of a folder are spreadsheets that are complete or will be. */

/** What orders come as. Whatever else lies in a folder is none of the app's business. */
const spreadsheet = /\.(xlsx|xlsm|xlsb|xls|ods|csv|tsv|txt|zip)$/iu;
/** What Excel and LibreOffice, synchronising programs and file systems lay beside a file, under an ending like its own. */
const mark = /^(?:~\$|~syncthing~|\.)/u;

/**
 * Whether the name is one of a spreadsheet. Browsers and messengers give what they still write another ending (`.tmp`,
 * `.part`, `.crdownload`) and rename it in the end.
 */
export function isSpreadsheetName(name: string): boolean {
  return spreadsheet.test(name) && !mark.test(name);
}
