/** A number as a cell holds it. */

/** As a JS number where that gives back the same digits, else as the text: no digit is lost. */
export function losslessNumber(digits: string): string | number {
  const number = Number(digits);
  return String(number) === digits ? number : digits;
}
