/** Converts the digits of a cell to a JS number where that gives back the same digits, else keeps the text: no digit is lost. */
export function losslessNumber(digits: string): string | number {
  const number = Number(digits);
  return String(number) === digits ? number : digits;
}
