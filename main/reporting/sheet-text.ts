/** Writes texts into the cells of a workbook so that they are read back unchanged. */
import type { CellRichTextValue } from 'exceljs';

/** Excel's limit for one cell. */
const maxCharacters = 32_767;

/**
 * Escapes characters that XML cannot hold or would change, and texts that look like such escapes: `_x000D_` (ECMA-376, ST_Xstring).
 */
function escapeControls(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replace(/_(?=x[\dA-Fa-f]{4}_)|[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]/gu, (sign) => {
    return `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
  });
}

/**
 * The value of a text cell. Spaces at its ends are kept only in rich text; a text too long for a cell is cut and ends in «…».
 */
export function textCell(text: string): string | CellRichTextValue {
  const fitting = text.length > maxCharacters ? `${text.slice(0, maxCharacters - 1)}…` : text;
  const escaped = escapeControls(fitting);
  return /^\s|\s$/u.test(escaped) ? { richText: [{ text: escaped }] } : escaped;
}
