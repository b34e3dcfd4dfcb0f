/** Reads small numbers written as words: «uchta», «ikki dona», «два», «одну шт» (docs/domain.md, «Numbers»). */

const words: readonly (readonly [number, string])[] = [
  [1, 'bir|bitta|бир|битта|один|одна|одно|одну|one'],
  [2, 'ikki|ikkita|икки|иккита|два|две|two'],
  [3, 'uch|uchta|уч|учта|три|three'],
  [4, "to'rt|to'rtta|tort|tortta|тўрт|тўртта|турт|туртта|четыре|four"],
  [5, 'besh|beshta|беш|бешта|пять|five'],
  [6, 'olti|oltita|олти|олтита|шесть|six'],
  [7, 'yetti|yettita|етти|еттита|семь|seven'],
  [8, 'sakkiz|sakkizta|саккиз|саккизта|восемь|eight'],
  [9, "to'qqiz|to'qqizta|toqqiz|toqqizta|тўққиз|тўққизта|девять|nine"],
  [10, "o'n|o'nta|ўн|ўнта|десять|ten"],
];
const numberOf = new Map(words.flatMap(([number, all]) => all.split('|').map((word) => [word, number] as const)));
const pieces = /\s+(?:dona|дона|ta|та|шт(?:ук[аиу]?)?|pcs?|pieces?)\.?$/u;
const longest = 24;

/** The number from 1 to 10 that the text says in words, with or without «pieces»; undefined where it is anything else. */
export function numberInWords(text: string): number | undefined {
  if (text.length > longest) return undefined;
  return numberOf.get(
    text
      .trim()
      .toLowerCase()
      .replace(pieces, '')
      .replace(/[‘’ʻʼ`]/gu, "'"),
  );
}
