/** Tells how deep a JSON text is nested before it is parsed: what walks over it afterwards is recursive. */

/** An order's answer has five levels. */
const mostLevels = 64;

/** Whether lists and objects are nested more deeply than any answer of a WMS. Pure and total, also for text that is no JSON. */
export function isTooDeep(text: string): boolean {
  let level = 0;
  let isInText = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (isInText) {
      if (char === '\\') at++;
      else if (char === '"') isInText = false;
    } else if (char === '"') isInText = true;
    else if (char === '[' || char === '{') {
      if (++level > mostLevels) return true;
    } else if (char === ']' || char === '}') level--;
  }
  return false;
}
