/** Writes the template: an empty order sheet whose headings this app knows, with notes, lists to choose from and one example. */
import type { Writable } from 'node:stream';
import type { DataValidation, Workbook, Worksheet } from 'exceljs';
import type { Field } from '../../shared/domain/model/fields.ts';
import { regionName, regions } from '../../shared/domain/regions/regions.ts';
import { exampleMarks } from '../../shared/domain/report/template-example.ts';
import { localMidnight } from '../../shared/domain/values/dates/tashkent-time.ts';
import type { Language, Translator } from '../../shared/messages/translator.ts';
import { translatorFor } from '../../shared/messages/translators.ts';
import { loadExcelJs } from './load-exceljs.ts';
import { replaceFile } from './file-replacement.ts';
import { exampleStyle, headingStyle, sectionStyle, titleStyle, wrappedStyle } from './report-styles.ts';

/** In the order in which a person fills them in. */
const columns: readonly Field[] = [
  'order_id',
  'full_name',
  'phone',
  'region',
  'city',
  'address',
  'zip',
  'country',
  'scheduled_at',
  'fulfillment_status',
  'client_product_id',
  'client_product_variation_id',
  'quantity',
  'price',
  'discount',
  'final_price',
];

const widths: Partial<Readonly<Record<Field, number>>> = {
  full_name: 26,
  phone: 18,
  region: 24,
  city: 20,
  address: 36,
  scheduled_at: 20,
  fulfillment_status: 16,
  country: 14,
};
/** Ids, phones and zips are text, so that no digit is lost; only true numbers are numbers. */
const formats: Partial<Readonly<Record<Field, string>>> = {
  scheduled_at: 'dd.mm.yyyy hh:mm',
  quantity: '0',
  price: '#,##0',
  discount: '#,##0',
  final_price: '#,##0',
};
/** The last row that has lists to choose from. */
const lastListRow = 10_000;
const dayMs = 86_400_000;

/** exceljs supports validations of a range, but not in its types. */
interface WithValidations {
  readonly dataValidations: { add(range: string, validation: DataValidation): void };
}

function exampleOf(
  language: Language,
  translate: Translator,
  now: number,
): Readonly<Record<Field, string | number | Date>> {
  // Excel has no time zones: a date cell holds local time, which exceljs takes from UTC.
  const tomorrow = new Date(localMidnight(now + dayMs) + 14 * 3_600_000);
  const [capital] = regions;
  return {
    order_id: exampleMarks[language],
    full_name: translate('template.example.name'),
    phone: '+998901234567',
    region: capital ? regionName(capital, language) : '',
    city: '',
    address: translate('template.example.address'),
    zip: '100200',
    country: 'Uzbekistan',
    scheduled_at: tomorrow,
    fulfillment_status: translate('template.status.5'),
    client_product_id: '1',
    client_product_variation_id: '1',
    quantity: 1,
    price: 100_000,
    discount: 5000,
    final_price: 95_000,
  };
}

interface ListRanges {
  readonly regions: string;
  readonly statuses: string;
}

function writeNotes(sheet: Worksheet, language: Language, translate: Translator): ListRanges {
  sheet.columns = [{ width: 28 }, { width: 80 }, { width: 4 }, { width: 28 }, { width: 20 }];
  sheet.addRow([translate('template.notes.title')]).getCell(1).style = titleStyle;
  for (const text of [
    translate('template.notes.rows'),
    translate('template.notes.example', { mark: exampleMarks[language] }),
  ]) {
    const row = sheet.addRow([text]);
    sheet.mergeCells(row.number, 1, row.number, 2);
    row.getCell(1).style = wrappedStyle;
    row.height = 36;
  }
  sheet.addRow([]);
  const heads = sheet.addRow([
    translate('template.notes.field'),
    translate('template.notes.text'),
    null,
    translate('template.notes.regions'),
    translate('template.notes.statuses'),
  ]);
  for (const column of [1, 2, 4, 5]) heads.getCell(column).style = sectionStyle;
  const first = heads.number + 1;
  for (const [index, field] of columns.entries()) {
    const row = sheet.getRow(first + index);
    row.getCell(1).value = translate(`field.${field}`);
    row.getCell(2).value = translate(`template.note.${field}`);
    row.getCell(2).style = wrappedStyle;
  }
  for (const [index, region] of regions.entries()) sheet.getCell(first + index, 4).value = regionName(region, language);
  const statuses = [translate('template.status.1'), translate('template.status.5')];
  for (const [index, status] of statuses.entries()) sheet.getCell(first + index, 5).value = status;
  const range = (letter: string, count: number) =>
    `'${sheet.name}'!$${letter}$${first}:$${letter}$${first + count - 1}`;
  return { regions: range('D', regions.length), statuses: range('E', statuses.length) };
}

function listOf(range: string, title: string, error: string): DataValidation {
  // Only a warning: other spellings may be entered, too.
  return {
    type: 'list',
    allowBlank: true,
    formulae: [range],
    showErrorMessage: true,
    errorStyle: 'warning',
    errorTitle: title,
    error,
  };
}

function writeOrders(
  sheet: Worksheet,
  lists: ListRanges,
  language: Language,
  translate: Translator,
  now: number,
): void {
  sheet.columns = columns.map((field) => ({ width: widths[field] ?? 15, style: { numFmt: formats[field] ?? '@' } }));
  const head = sheet.addRow(columns.map((field) => translate(`field.${field}`)));
  const example = exampleOf(language, translate, now);
  const row = sheet.addRow(columns.map((field) => (example[field] === '' ? null : example[field])));
  for (const [index, field] of columns.entries()) {
    const cell = head.getCell(index + 1);
    cell.style = headingStyle;
    cell.note = { texts: [{ text: translate(`template.note.${field}`) }] };
    row.getCell(index + 1).style = { ...exampleStyle, numFmt: formats[field] ?? '@' };
  }
  const { dataValidations } = sheet as unknown as WithValidations;
  const offer = (field: Field, list: DataValidation) => {
    const letter = sheet.getColumn(columns.indexOf(field) + 1).letter;
    dataValidations.add(`${letter}2:${letter}${lastListRow}`, list);
  };
  offer('region', listOf(lists.regions, translate('template.list.title'), translate('template.list.region')));
  offer(
    'fulfillment_status',
    listOf(lists.statuses, translate('template.list.title'), translate('template.list.status')),
  );
}

async function templateOf(language: Language, now: number): Promise<Workbook> {
  const translate = translatorFor(language);
  const excel = await loadExcelJs();
  const workbook = new excel.Workbook();
  workbook.creator = 'Order Importer';
  workbook.created = new Date(now);
  const orders = workbook.addWorksheet(translate('template.sheet.orders'), { views: [{ state: 'frozen', ySplit: 1 }] });
  const lists = writeNotes(workbook.addWorksheet(translate('template.sheet.notes')), language, translate);
  writeOrders(orders, lists, language, translate, now);
  return workbook;
}

/**
 * Writes the template in a language. Its example row carries a mark in the order number's cell and is never an order.
 * @param now milliseconds since 1970-01-01Z; the example is to be delivered the day after
 * @throws FailureError those of {@link replaceFile}
 */
export async function writeTemplate(path: string, language: Language, now: number): Promise<void> {
  const workbook = await templateOf(language, now);
  await replaceFile(path, (target: Writable) => workbook.xlsx.write(target));
}
