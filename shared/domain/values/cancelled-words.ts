/** Finds words of cancelling and returning in a status or a note (docs/domain.md, «Statuses», decision 39). */

/** Beginnings of words, in Uzbek (both scripts, as typed), Russian and English. Our own compilation. */
const stems = [
  'bekor',
  'otkaz',
  'atkaz',
  'otmen',
  'vozvra',
  'vazvra',
  'qaytdi',
  'kaytdi',
  'qaytgan',
  'kaytgan',
  'qaytar',
  'kaytar',
  'qaytib kel',
  'rad et',
  'rad qil',
  'cancel',
  'return',
  'refus',
  'refund',
  'reject',
  'void',
  'бекор',
  'отказ',
  'атказ',
  // Not «отменный».
  'отмен(?!н)',
  'возвра',
  'вазвра',
  'вернул',
  'вернут',
  'вернет',
  'верните',
  'аннулир',
  'отклон',
  'кайтди',
  'кайтган',
  'кайтар',
  'кайтиб кел',
  'рад эт',
  'рад кил',
  // Turkish, Karakalpak, Kazakh, Kyrgyz, Tajik and Turkmen.
  'iptal',
  'İptal',
  'iade',
  'redded',
  'biykar',
  'бийкар',
  'бас тарт',
  'bas tart',
  'жойыл',
  'баш тарт',
  'жокко чыг',
  'баргардон',
  'yatyryl',
  'ýatyryl',
  'gaytaryl',
  'gaýtaryl',
];

/** Letters that look alike in the two scripts, or are typed for one another. */
const alikeLetters = ['aа', 'bв', 'cс', 'eеё', 'hн', 'kкқ', 'mм', 'oо', 'pр', 'tт', 'xхҳ', 'yуў'];

/** The stem as a pattern that also finds it with a letter of the other script in it. */
function patternOf(stem: string): string {
  return [...stem]
    .map((letter) => {
      const alike = alikeLetters.find((letters) => letters.includes(letter));
      return alike !== undefined ? `[${alike}]` : letter === ' ' ? String.raw`\s+` : letter;
    })
    .join('');
}

/** The same pattern for small and capital letters, without a flag that makes it slow. */
function inBothCases(pattern: string): string {
  return pattern.replace(/\[([^\]]*)\]|(?<!\\)\p{L}/gu, (letters, several?: string) =>
    several === undefined ? `[${letters}${letters.toUpperCase()}]` : `[${several}${several.toUpperCase()}]`,
  );
}

/** Alternatives that begin with the same letter as one, so that a letter decides which are tried at all. */
function* byFirstLetter(patterns: readonly string[]): Generator<string> {
  const rests = new Map<string, string[]>();
  for (const pattern of patterns) {
    const first = /^(?:\[[^\]]*\]|.)/u.exec(pattern)?.[0] ?? '';
    rests.set(first, [...(rests.get(first) ?? []), pattern.slice(first.length)]);
  }
  for (const [first, alternatives] of rests) yield `${first}(?:${alternatives.join('|')})`;
}

const words = String.raw`(?<![\p{L}\p{M}\p{N}])(?:${stems.map(patternOf).join('|')})`;
const mention = new RegExp(words, 'iu');
/** Finds the same, and more, many times as fast: almost no cell has any of it. */
const quickMention = new RegExp([...byFirstLetter(stems.map(patternOf).map(inBothCases))].join('|'));
const mentionedWords = new RegExp(`${words}[\\p{L}\\p{M}'ʻʼ‘’]*`, 'giu');

const negatedBefore =
  /(?:^|[^\p{L}])(?:не|без|ne|bez|not|no|never|частич\p{L}*|част|qisman|қисман|partial|partially)[\s.-]*$/iu;
const negatedWithin = /(?:ar|il|in|dir|ар|ил|ин|дир)(?:ma|ма)(?:[ydgsnйдгсн]|$)/iu;
const negatedAfter =
  /^[\s,.:-]*(?:(?:\p{L}+\s+)?(?:emas|эмас|yo.?q|йўқ|йук|нет|net|не\s+было)(?![\p{L}])|(?:qil|kil|қил|кил|bo.?l|бўл|бул|et|эт)\p{L}*(?:ma|ма)[ydgsnйдгсн])/iu;

/** Whether the text has a word of cancelling or returning, whatever it says about it: «без возврата», «agar yoqmasa qaytaradi». */
export function mentionsCancelling(text: string): boolean {
  return quickMention.test(text) && mention.test(text);
}

/** Whether a status says that the order is cancelled, refused or returned; «не отменён» and a partial refund do not. */
export function saysCancelled(status: string): boolean {
  if (!mentionsCancelling(status)) return false;
  for (const { 0: word, index } of status.matchAll(mentionedWords)) {
    const isNegated =
      negatedBefore.test(status.slice(0, index)) ||
      negatedWithin.test(word) ||
      negatedAfter.test(status.slice(index + word.length));
    if (!isNegated) return true;
  }
  return false;
}
