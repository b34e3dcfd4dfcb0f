/** Which names of a folder are spreadsheets, and which are what other programs lay beside them or have not finished. */
import { expect, it } from 'vitest';
import { isSpreadsheetName } from '../../../main/watch/file-names.ts';

it.each([
  'kun.xlsx',
  'KUN.XLSX',
  'orders (1).csv',
  'заказы 29.11.xls',
  'a.b.tsv',
  '~kun.ods',
  'bot.txt',
  'hammasi.zip',
])('%s is looked at', (name) => expect(isSpreadsheetName(name)).toBe(true));

it.each([
  ['Excel', '~$kun.xlsx'],
  ['Excel, while it saves', 'A1B2C3D4.tmp'],
  ['LibreOffice', '.~lock.kun.xlsx#'],
  ['Chrome', 'kun.xlsx.crdownload'],
  ['Chrome, before it has a name', 'Unconfirmed 811223.crdownload'],
  ['Firefox', 'a8Bc3d.xlsx.part'],
  ['Opera', 'kun.xlsx.opdownload'],
  ['Safari', 'kun.xlsx.download'],
  ['WinSCP', 'kun.xlsx.filepart'],
  ['a program of our own kind', 'kun.xlsx.partial'],
  ['rsync', '.kun.xlsx.Xy12Ab'],
  ['macOS on a stick', '._kun.xlsx'],
  ['Syncthing', '~syncthing~kun.xlsx'],
  ['a picture', 'chek.jpg'],
  ['no ending', 'kun'],
])('what %s leaves is not', (_, name) => expect(isSpreadsheetName(name)).toBe(false));
