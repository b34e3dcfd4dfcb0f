/** Which encoding a text is taken for, and whether every letter comes out right. */
import { describe, expect, it } from 'vitest';
import { cellsOf, readBytes, readCells, refusalOf } from '../../../support/read-bytes.ts';
import { encodeText } from '../../../support/encode-text.ts';
import { goodNames } from '../../../support/good-names.ts';

const name = 'orders.csv';
const russian = ['Имя;Адрес', 'Каримова Азиза;г. Ташкент, ул. Навои, дом 5', 'Усманов Тимур;Самарканд, Регистан 1'];
const uzbek = ['Исм;Манзил', 'Каримова Азиза;Тошкент шаҳри, Навоий кўчаси', 'Тўхтаев Ғайрат;Бухоро, Қўрғон 3'];
const latin = ['Ism;Manzil', 'Oʻktam;Gʻijduvon'];

async function lines(bytes: Uint8Array, encoding?: string): Promise<{ encoding: string | null; lines: string[] }> {
  const file = await readBytes(bytes, { name, encoding });
  const read2 = cellsOf(file.table);
  const rows = Array.from(
    { length: file.table.rowCount },
    (_, index) => `${read2[`A${index + 1}`] ?? ''};${read2[`B${index + 1}`] ?? ''}`,
  );
  return { encoding: file.encoding, lines: rows };
}

describe('encodings', () => {
  const whole: readonly (readonly [string, readonly string[], string])[] = [
    ['utf-8', russian, 'utf-8'],
    ['utf-8', uzbek, 'utf-8'],
    ['utf-8', latin, 'utf-8'],
    ['utf-8 with a mark', uzbek, 'utf-8'],
    ['utf-16le with a mark', uzbek, 'utf-16le'],
    ['utf-16be with a mark', uzbek, 'utf-16be'],
    ['utf-16le', russian, 'utf-16le'],
    ['utf-16be', latin, 'utf-16be'],
    ['windows-1251', russian, 'windows-1251'],
    ['koi8-r', russian, 'koi8-r'],
    ['ibm866', russian, 'ibm866'],
    ['x-mac-cyrillic', russian, 'x-mac-cyrillic'],
    ['iso-8859-5', russian, 'iso-8859-5'],
    ['windows-1252', ['Nom;Adresse', 'Hélène Béranger;Château Thierry', 'Größe;Straße “A” – 5€'], 'windows-1252'],
  ];
  it.each(whole)('%s: %j', async (form, text, encoding) => {
    const bytes = encodeText(text.join('\r\n'), form.replace(' with a mark', ''), form.endsWith('mark'));
    expect(await lines(bytes)).toEqual({ encoding, lines: text });
  });

  it.each([
    ['windows-1251', 'Имя;Город\nАня;Уфа\n'],
    ['windows-1251', 'ИМЯ;ГОРОД\nКАРИМОВА АЗИЗА;ТАШКЕНТ\n'],
    ['koi8-r', 'Имя;Город\nКаримова;Ташкент\n'],
    ['koi8-r', 'ФИО;АДРЕС\nИВАНОВ ИВАН;ТАШКЕНТ\n'],
    ['ibm866', 'Имя;Город\nАня;Уфа\n'],
    ['x-mac-cyrillic', 'Имя;Город\nИванов Пётр;Ташкент\n'],
    ['iso-8859-5', 'Имя;Город\nИванов Пётр;Ташкент\n'],
    ['iso-8859-5', 'ФИО;АДРЕС\nИВАНОВ ИВАН;ТАШКЕНТ\n'],
    ['windows-1251', 'id;name\n1;Объект\n'],
    ['windows-1251', 'id;name\n1;Уфа\n'],
    ['koi8-r', 'id;name\n1;Цой\n'],
    ['windows-1251', '№;Название\n1;«Чайник»\n'],
  ])('short texts in %s: %j', async (encoding, text) => {
    const file = await readBytes(encodeText(text, encoding, false), { name });
    expect(file.encoding).toBe(encoding);
    expect(file.table.text(0, 1)).toBe(text.split('\n')[0]?.split(';')[1]);
  });

  it('the quotation marks of Uzbek Latin, which stand alike in windows-1251 and windows-1252', async () => {
    const bytes = Buffer.from('Ism;Manzil\nO\x91ktam;G\x91ijduvon\n', 'latin1');
    expect((await lines(bytes)).lines).toEqual(['Ism;Manzil', 'O‘ktam;G‘ijduvon']);
  });

  it('takes the encoding that it is told', async () => {
    const bytes = encodeText('Имя;Город\nАня;Уфа\n', 'windows-1251', false);
    expect((await lines(bytes, 'cp1251')).encoding).toBe('windows-1251');
    expect((await lines(bytes, 'koi8-r')).encoding).toBe('koi8-r');
    expect(await refusalOf(lines(bytes, 'nonsense'))).toBe('reading.unknownEncoding');
  });

  it('tells the encodings apart by three names of any habit', async () => {
    const names = [...(goodNames['russian'] ?? []), 'Каримова Азиза', 'Усманов Тимур', 'Рахимова Дилноза'];
    const missed: string[] = [];
    let files = 0;
    for (const encoding of ['windows-1251', 'koi8-r', 'ibm866', 'x-mac-cyrillic', 'iso-8859-5'])
      for (let first = 0; first + 3 <= names.length; first++) {
        const text = ['Получатель', ...names.slice(first, first + 3)]
          .map((line) => line.replaceAll(/[;"]/g, ''))
          .join('\n');
        const bytes = encodeText(text.replaceAll(/[^А-яЁё -~\n]/g, '-'), encoding, false);
        files++;
        const found = (await readBytes(bytes, { name })).encoding;
        if (found !== encoding) missed.push(`${encoding} as ${found}: ${text}`);
      }
    expect(files).toBeGreaterThan(100);
    expect(missed).toEqual([]);
  });

  it.each([
    ['mac-cyrillic', 'x-mac-cyrillic'],
    ['MacCyrillic', 'x-mac-cyrillic'],
    ['1251', 'windows-1251'],
    ['cp866', 'ibm866'],
    ['ISO-8859-5', 'iso-8859-5'],
  ])('knows %s', async (wanted, encoding) => {
    expect((await lines(encodeText('Имя;Город\nАня;Уфа\n', encoding, false), wanted)).encoding).toBe(encoding);
  });

  it('a mark is no part of the first heading', async () => {
    expect(await readCells('\ufeffid;x\n1;2\n', { name })).toMatchObject({ A1: 'id' });
  });

  it('a letter cut at the end is said, and the rest is read', async () => {
    const bytes = Buffer.from('Имя;Город\nАня;Уфа').subarray(0, -1);
    const file = await readBytes(bytes, { name });
    expect(file.encoding).toBe('utf-8');
    expect(file.table.text(1, 1)).toBe('Уф');
    expect(file.issues).toEqual([
      { code: 'reading.damagedCharacters', severity: 'warning', scope: 'file', params: { count: 1 } },
    ]);
  });

  it('a spoilt letter among many does not make it another encoding', async () => {
    const good = Buffer.from('Каримова Азиза;Ташкент\n'.repeat(50));
    const bytes = Buffer.concat([good, Buffer.from([0xff]), good]);
    const file = await readBytes(bytes, { name });
    expect(file.encoding).toBe('utf-8');
    expect(file.issues).toEqual([
      { code: 'reading.damagedCharacters', severity: 'warning', scope: 'file', params: { count: 1 } },
    ]);
  });
});
