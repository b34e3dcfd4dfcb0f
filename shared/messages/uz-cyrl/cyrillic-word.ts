/**
 * Uzbek words from the Latin alphabet into the Cyrillic one, by the orthography of 1956 («Ўзбек орфографиясининг асосий
 * қоидалари») read against the Latin alphabet of 1995.
 */

/** Letters and pairs of letters that have one counterpart wherever they stand. */
const letters: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'б',
  ch: 'ч',
  d: 'д',
  f: 'ф',
  g: 'г',
  gʻ: 'ғ',
  h: 'ҳ',
  i: 'и',
  j: 'ж',
  k: 'к',
  l: 'л',
  m: 'м',
  n: 'н',
  o: 'о',
  oʻ: 'ў',
  p: 'п',
  q: 'қ',
  r: 'р',
  s: 'с',
  sh: 'ш',
  t: 'т',
  // «ts» of loan-words; where the two letters meet in an Uzbek word (aytsa) they are two.
  tsiya: 'ция',
  tsion: 'цион',
  u: 'у',
  v: 'в',
  x: 'х',
  y: 'й',
  ya: 'я',
  ye: 'е',
  yo: 'ё',
  yoʻ: 'йў',
  yu: 'ю',
  z: 'з',
  ʼ: 'ъ',
  // The sign that keeps s and h apart (Isʼhoq) is not written in Cyrillic, where they are two letters anyway.
  sʼh: 'сҳ',
};

const sounds = new RegExp(
  `${Object.keys(letters)
    .toSorted((a, b) => b.length - a.length)
    .join('|')}|e`,
  'giu',
);

/**
 * Stems whose Cyrillic spelling does not follow from the Latin one: loan-words that keep the letters ь, ц, ъ of their
 * language. A stem's ь at the end is dropped before an ending: «апрель», «апрелдан».
 */
const loanWords: Readonly<Record<string, string>> = {
  aksiya: 'акция',
  albom: 'альбом',
  aprel: 'апрель',
  avtomobil: 'автомобиль',
  byulleten: 'бюллетень',
  dekabr: 'декабрь',
  detal: 'деталь',
  fevral: 'февраль',
  filtr: 'фильтр',
  funksiya: 'функция',
  instruksiya: 'инструкция',
  iyul: 'июль',
  iyun: 'июнь',
  kabel: 'кабель',
  kalkulyator: 'калькулятор',
  kolleksiya: 'коллекция',
  kompyuter: 'компьютер',
  konferensiya: 'конференция',
  kuryer: 'курьер',
  litsenziya: 'лицензия',
  mobil: 'мобиль',
  model: 'модель',
  modul: 'модуль',
  noyabr: 'ноябрь',
  obyekt: 'объект',
  oktabr: 'октябрь',
  panel: 'панель',
  parol: 'пароль',
  protsent: 'процент',
  protsess: 'процесс',
  rayon: 'район',
  redaksiya: 'редакция',
  rol: 'роль',
  rubl: 'рубль',
  seksiya: 'секция',
  sentabr: 'сентябрь',
  subyekt: 'субъект',
  yanvar: 'январь',
};

const stems = new RegExp(
  `^(?:${Object.keys(loanWords)
    .toSorted((a, b) => b.length - a.length)
    .join('|')})`,
  'iu',
);

const isUpper = (text: string): boolean => text !== text.toLowerCase();

/** `model` in the case of `like`: KABEL → КАБЕЛЬ, Kabel → Кабель. */
function inCaseOf(like: string, model: string): string {
  const second = like.replaceAll(/[ʻʼ]/gu, '').charAt(1);
  if (isUpper(second)) return model.toUpperCase();
  return isUpper(like.charAt(0)) ? model.charAt(0).toUpperCase() + model.slice(1) : model;
}

function byRules(text: string, isWordStart: boolean): string {
  return text.replaceAll(sounds, (sound, offset: number) => {
    if (sound.toLowerCase() !== 'e') return inCaseOf(sound, letters[sound.toLowerCase()] ?? sound);
    // «э» begins a word, and stands behind a vowel: aeroport → аэропорт.
    const isOpen = offset === 0 ? isWordStart : /(?:[aeiou]|oʻ)$/iu.test(text.slice(0, offset));
    return inCaseOf(sound, isOpen ? 'э' : 'е');
  });
}

/**
 * One word of Latin letters, ʻ and ʼ in Cyrillic.
 * @param isWordStart false for an ending that stands behind something that is not respelled: «Excel» + «dan»
 */
export function cyrillicWord(word: string, isWordStart = true): string {
  const stem = isWordStart ? (stems.exec(word)?.[0] ?? '') : '';
  if (stem === '') return byRules(word, isWordStart);
  const ending = word.slice(stem.length);
  const loan = loanWords[stem.toLowerCase()] ?? stem;
  return inCaseOf(word, ending === '' ? loan : loan.replace(/ь$/u, '')) + byRules(ending, false);
}
