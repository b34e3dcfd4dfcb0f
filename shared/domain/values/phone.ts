/** Parses phone numbers (docs/domain.md, «Phones», decision 27). */
import { parsePhoneNumberFromString, type PhoneNumber } from 'libphonenumber-js/max';
import type { Cell } from '../table/table.ts';
import { excerpt, readCellContent } from './cell-text.ts';
import { cleanText } from './clean-text.ts';
import { integerDigits, readNumeral, significantDigits } from './numeral.ts';
import { refusedCell, parsedValue, parsedValueWith, warningRemark, type Parsed, type ValueRemark } from './parsed.ts';

const country = 'UZ';
const callingCode = '998';
const nationalLength = 9;
const internationalLength = callingCode.length + nationalLength;
/** Least digits of one of several numbers in a cell. */
const shortestNumber = 7;

/** Least digits of any phone number. */
const shortestDigits = 3;

/** Fast path for nearly all cells; other forms are left to the library. */
const usualForm = /^(?:\+?998[ -]?)?\(?(\d\d)\)?[ -]?(\d{3})[ -]?(\d\d)[ -]?(\d\d)$/;
/**
 * Digits that are too few for a national number, and begin with neither the code of a country, nor what dials abroad or over
 * a distance: the library would return them as they are.
 */
const fewDigits = /^(?!998)[1-79]\d{2,7}$/;
/** What several numbers need between them. */
const mayBeSeveral = /[^\d]/;
/**
 * A first word that is none of those which the library knows before an extension («ext», «x», «int», «доб», «anexo») or a
 * number («tel:»), or behind it («isub=»); «ー» is a dash for it.
 */
const otherWord = /^[^\p{L}]*(?!e?x|ｅ?ｘ|доб|anexo|int|ｉｎｔ|tel:|isub=|ー)\p{L}/iu;
/** No country's numbers are shorter, its calling code counted. */
const tooFewDigits = /^\P{Nd}*(?:\p{Nd}\P{Nd}*){0,5}$/u;
/** Operators' codes whose numbers are all valid, so that the slow library is not needed. */
const fullCode = /^(?:20|33|5[05]|6[69]|7[01678]|8[078]|9[0-57-9])/;
/** For other codes the first five digits of a national number decide whether it is valid. */
const decidingDigits = 5;
const plannedPrefixes = new Map<string, boolean>();

/**
 * Returns E.164, `+998XXXXXXXXX` for Uzbek numbers. Foreign numbers and Uzbek ones outside the numbering plan are kept
 * with a warning; a wrong length is refused, with a suggestion where possible. Of several numbers the first is taken.
 */
export function parsePhone(cell: Cell): Parsed<string> {
  const content = readCellContent(cell, ['number']);
  if (content.kind !== 'content') return content;
  const usual = usualForm.exec(content.text);
  if (usual) {
    const national = `${usual[1]}${usual[2]}${usual[3]}${usual[4]}`;
    if (isPlanned(national)) return parsedValueWith(`+${callingCode}${national}`, content.remarks);
    // A national number cannot begin with «00», which dials abroad.
    if (!national.startsWith('00'))
      return parsedValue(
        `+${callingCode}${national}`,
        ...content.remarks,
        warningRemark('values.phoneUnusual', { value: excerpt(content.text) }),
      );
  }
  const shown = { value: excerpt(content.text) };
  if (fewDigits.test(content.text))
    return refusedCell('values.phoneTooShort', { ...shown, digits: content.text.length });
  const text = unscientific(content.text.replace(/[.,]0+$/, '').replace(/^\(\s*(\+\d+)\s*\)/, '$1'));
  if (text === undefined) return refusedCell('values.phoneScientific', shown);
  const numbers = mayBeSeveral.test(cell.text) ? severalNumbers(cell.text) : [];
  const whole = (numbers.length > 1 ? firstOf(numbers, shown.value) : undefined) ?? parseOne(text, shown.value);
  const parsed = whole.kind === 'value' ? whole : (numberBeforeWords(text, shown.value) ?? whole);
  return parsed.kind === 'value' ? parsedValue(parsed.value, ...content.remarks, ...parsed.remarks) : parsed;
}

function isPlanned(national: string): boolean {
  if (fullCode.test(national)) return true;
  const prefix = national.slice(0, decidingDigits);
  let planned = plannedPrefixes.get(prefix);
  if (planned === undefined) {
    planned = parsePhoneNumberFromString(`+${callingCode}${national}`)?.isValid() ?? false;
    plannedPrefixes.set(prefix, planned);
  }
  return planned;
}

/** A number of the right length with words behind it, in which no further number stands: «99 731 45 08, звонить после 18:00». */
const beforeWords = /^(\+?\d[\d\s().-]*\d)\s*[,;–—-]?\s*(?=[(\p{L}])([^]*)$/u;

function numberBeforeWords(text: string, shown: string): Parsed<string> | undefined {
  const [, number = '', words = ''] = beforeWords.exec(text) ?? [];
  const count = digitsOf(number).length;
  if ((count !== nationalLength && count !== internationalLength) || digitsOf(words).length >= shortestNumber)
    return undefined;
  const parsed = parseOne(number, shown);
  return parsed.kind !== 'value'
    ? undefined
    : parsedValue(
        parsed.value,
        ...parsed.remarks,
        warningRemark('values.phoneExtracted', { value: shown, taken: parsed.value }),
      );
}

/** What is said of a number that nobody answers any more: «эски 90 …», «90 … (oʻchgan)». */
const outdated =
  /(?<!\p{L})(?:эски|eski|старый|old(?!\p{L})|ishlama|ишлама|o.?ch(?:gan|irilgan|iq)|[ўу]ч(?:ган|ирилган|и[қк])|не\s+работает|недоступ|отключ|выключ)/iu;

/** The first readable one of several numbers, before all one that is not called old, with a warning that lists the others. */
function firstOf(numbers: readonly string[], shown: string): Parsed<string> | undefined {
  const isOutdated = (number: string): boolean => outdated.test(number);
  for (const number of [...numbers.filter((one) => !isOutdated(one)), ...numbers.filter(isOutdated)]) {
    const parsed = parseOne(number, shown);
    if (parsed.kind !== 'value') continue;
    const others = numbers.filter((other) => other !== number).join(', ');
    return parsedValue(
      parsed.value,
      warningRemark('values.phoneSeveral', { value: shown, taken: parsed.value, others: excerpt(others) }),
      ...parsed.remarks,
    );
  }
  return undefined;
}

/** `9.98901234567E+11` still holds all twelve digits; `9.98901E+11` does not: undefined. */
function unscientific(text: string): string | undefined {
  if (!/^\d+(?:[.,]\d+)?e\+?\d+$/i.test(text)) return text;
  const numeral = readNumeral(text, 'numberCell');
  const digits = numeral && integerDigits(numeral);
  return numeral && digits !== undefined && significantDigits(numeral) >= internationalLength - 1 ? digits : undefined;
}

/** Whose a second number behind the first is: «90 812 33 41 (opasi 91 700 11 22)», «… aka 91 700 11 22». */
const whoseSecond =
  /(?<=\d)\s*(?:[([]\s*(?:\p{L}[\p{L}ʻʼ‘’'`.]*[\s:.]*){0,3}|\s(?:\p{L}[\p{L}ʻʼ‘’'`.]*[\s:.]*){1,3})(?=\+?\d(?:[\s()-]*\d){6})/gu;

function severalNumbers(text: string): string[] {
  // Too few digits for two.
  if (digitsOf(text).length < 2 * shortestNumber) return [];
  return text
    .replace(whoseSecond, ', ')
    .split(/[,;/\n\r|]+|\s(?:и|или|yoki|va|ёки|ва|or)\s|(?<=\d[^+]*)(?=\+\d)|(?<=\d{7})\s+(?=\d{9})/u)
    .map((part) => cleanText(part).text)
    .filter((part) => digitsOf(part).length >= shortestNumber);
}

function parseOne(text: string, shown: string): Parsed<string> {
  const digits = digitsOf(text);
  // Soviet exchanges dialled 8, then 10, for calls abroad.
  if (digits.startsWith(`810${callingCode}`)) return parseOne(`+${digits.slice(3)}`, shown);
  if (hasNoNumber(text)) return refuse(text, shown, digits);
  const strict = parsePhoneNumberFromString(text, { defaultCountry: country, extract: false });
  if (strict) return checkNumber(strict, text, shown, []);
  const bare = text.replace(/[,;.:/]/g, ' ').trim();
  const loose =
    bare === text ? undefined : parsePhoneNumberFromString(bare, { defaultCountry: country, extract: false });
  if (loose) return checkNumber(loose, text, shown, []);
  const found = parsePhoneNumberFromString(text, country);
  // More digits than the number found: the rest would be lost silently.
  if (!found?.isValid() || !digits.endsWith(found.nationalNumber)) return refuse(text, shown, digits);
  return checkNumber(found, text, shown, [
    warningRemark('values.phoneExtracted', { value: shown, taken: found.number }),
  ]);
}

/**
 * Whether the library would find no number in a text, with or without the words: it makes an error with its stack for each,
 * which takes longer than everything else that is asked of such a cell.
 */
export function hasNoNumber(text: string): boolean {
  return otherWord.test(text) && tooFewDigits.test(text) && !text.includes(';phone-context=');
}

function checkNumber(
  number: PhoneNumber,
  text: string,
  shown: string,
  remarks: readonly ValueRemark[],
): Parsed<string> {
  const said =
    number.ext === undefined
      ? [...remarks]
      : [...remarks, warningRemark('values.phoneExtension', { value: shown, extension: number.ext })];
  if (number.countryCallingCode === callingCode) {
    const national = number.nationalNumber;
    if (national.length !== nationalLength) return refuse(text, shown, national);
    return number.isValid()
      ? parsedValue(number.number, ...said)
      : parsedValue(number.number, ...said, warningRemark('values.phoneUnusual', { value: shown }));
  }
  return number.isPossible()
    ? parsedValue(number.number, ...said, warningRemark('values.phoneForeign', { value: shown }))
    : refuse(text, shown, digitsOf(text));
}

function refuse(text: string, shown: string, digits: string): Parsed<string> {
  const all = digitsOf(text);
  const suggestion = likelyNumber(text, all);
  if (all.length === nationalLength + 1 && all.startsWith('8') && suggestion !== undefined)
    return refusedCell('values.phoneLeading8', { value: shown }, suggestion);
  if (digits.length < shortestDigits || /\p{L}/u.test(text))
    return refusedCell('values.phoneUnreadable', { value: shown }, suggestion);
  const national =
    digits.startsWith(callingCode) && digits.length > nationalLength ? digits.slice(callingCode.length) : digits;
  if (national.length === nationalLength) return refusedCell('values.phoneUnreadable', { value: shown }, suggestion);
  return refusedCell(
    national.length < nationalLength ? 'values.phoneTooShort' : 'values.phoneTooLong',
    { value: shown, digits: national.length },
    suggestion,
  );
}

/** The probably intended number; only suggested, never used by itself. */
function likelyNumber(text: string, digits: string): string | undefined {
  const candidates = [
    digits.length === nationalLength + 1 && /^[08]/.test(digits) ? digits.slice(1) : '',
    digits.startsWith(callingCode + callingCode) ? digits.slice(callingCode.length) : '',
    digits.length === 11 && /^[78]9/.test(digits) ? `+7${digits.slice(1)}` : '',
    digitsOf(
      text
        .replace(/[OoОо]/g, '0')
        .replace(/[lIІ|]/g, '1')
        .replace(/[ЗзZz]/g, '3'),
    ),
  ];
  for (const candidate of candidates) {
    // Fewer digits than a national number has are no number here, nor one abroad with the prefix for dialling there.
    if (candidate.length < nationalLength) continue;
    const number = parsePhoneNumberFromString(candidate, { defaultCountry: country, extract: false });
    if (number?.isValid()) return number.number;
  }
  return undefined;
}

function digitsOf(text: string): string {
  return text.normalize('NFKC').replace(/\D/g, '');
}
