/**
 * Spells the letters of newer Uzbek Latin alphabets (ş, ç, ğ, ō of 1993, 2019 and 2021) as the older one does, so that
 * «Farğona» is «Fargʻona» and «Çoynak» «Choynak». Only for comparing.
 */
const older: Readonly<Record<string, string>> = {
  ş: 'sh',
  Ş: 'Sh',
  ç: 'ch',
  Ç: 'Ch',
  ğ: 'gʻ',
  Ğ: 'Gʻ',
  ǵ: 'gʻ',
  Ǵ: 'Gʻ',
  ō: 'oʻ',
  Ō: 'Oʻ',
  õ: 'oʻ',
  Õ: 'Oʻ',
  ŏ: 'oʻ',
  Ŏ: 'Oʻ',
  ñ: 'ng',
  Ñ: 'Ng',
};
const newer = new RegExp(`[${Object.keys(older).join('')}]`, 'gu');
/** Letters that have a mark of their own are above ASCII: most texts have none. */
const plain = /^[\x20-\x7E]*$/;

/** The text in the older letters; a text without newer ones stays as it is. */
export function olderLatin(text: string): string {
  return plain.test(text) ? text : text.normalize('NFC').replace(newer, (letter) => older[letter] ?? letter);
}
