/** Texts in the cells of a workbook, such that they come back exactly as they went in. */
import type { CellRichTextValue } from 'exceljs';

/** Excel's limit for one cell. */
const maxCharacters = 32_767;

/**
 * Characters that XML cannot hold or would change, and texts that would be taken for their escapes, as the format writes
 * them: `_x000D_` (ECMA-376, ST_Xstring).
 */
function escapeControls(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replace(/_(?=x[\dA-Fa-f]{4}_)|[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]/gu, (sign) => {
    return `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
  });
}

/**
 * The value of a text cell. Space at its ends is kept only in rich text, which marks it as meant; a text that no cell can
 * hold ends in «…».
 */
export function textCell(text: string): string | CellRichTextValue {
  const fitting = text.length > maxCharacters ? `${text.slice(0, maxCharacters - 1)}…` : text;
  const escaped = escapeControls(fitting);
  return /^\s|\s$/u.test(escaped) ? { richText: [{ text: escaped }] } : escaped;
}
