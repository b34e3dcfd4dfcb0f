/** A word of a screen (a state, a verdict) within a line: without its capital, unless that belongs to a name: «WMSda bor». */
export function inSentence(word: string): string {
  return /^\p{Lu}\p{Lu}/u.test(word) ? word : word.charAt(0).toLowerCase() + word.slice(1);
}
