/** Reads the fixtures of exports: a file each, with an operator's answers to the app's questions, and what must be sent. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { constantsSchema, columnFieldSchema } from '../../shared/domain/model/choices.ts';
import { productKeyKinds, type Product } from '../../shared/domain/products/product.ts';
import { rulesChangeSchema } from '../../shared/domain/model/rules.ts';
import { columnLetters } from '../../shared/domain/table/table.ts';
import { escapeXml, workbook } from './xlsx-writer.ts';

const folder = new URL('../fixtures/exports/', import.meta.url);

const cellSchema = z.union([z.string(), z.number(), z.object({ date: z.number() })]);
const exportSchema = z.strictObject({
  about: z.string(),
  /** A file beside this one … */
  file: z.string().optional(),
  /** … or the rows of a workbook; null: a blank row. */
  rows: z.array(z.array(cellSchema).nullable()).optional(),
  merged: z.array(z.string()).default([]),
  /** [kind of key, key, product id, variation id, price] */
  products: z
    .array(z.tuple([z.enum(productKeyKinds), z.string(), z.int(), z.int().nullable(), z.int().nullable()]))
    .default([]),
  answers: z
    .strictObject({
      /** [heading, field], in joining order. */
      columns: z.array(z.tuple([z.string(), columnFieldSchema.nullable()])).default([]),
      constants: constantsSchema.default({}),
      rules: rulesChangeSchema.default({}),
      /** Questions whose proposed answer is taken. */
      accept: z.array(z.string()).default([]),
    })
    .default({ columns: [], constants: {}, rules: {}, accept: [] }),
  payloads: z.array(z.unknown()),
  issues: z.array(z.string()),
});
export type ExportFixture = z.output<typeof exportSchema>;
type ExportCell = z.infer<typeof cellSchema>;

/** A cell's XML: texts inline, dates as numbers with a date format. */
function cellXml(cell: ExportCell, address: string): string {
  if (typeof cell === 'number') return `<c r="${address}"><v>${cell}</v></c>`;
  if (typeof cell === 'object') return `<c r="${address}" s="1"><v>${cell.date}</v></c>`;
  return cell === ''
    ? ''
    : `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`;
}

/** The fixture's file: a path, or the bytes of a workbook. */
export function fileOfExport(
  name: string,
  { file, rows = [], merged }: ExportFixture,
): { readonly name: string } & ({ readonly path: string } | { readonly bytes: Uint8Array }) {
  if (file !== undefined) return { path: fileURLToPath(new URL(file, folder)), name: file };
  const xml = rows
    .map((row, at) =>
      row === null
        ? ''
        : `<row r="${at + 1}">${row.map((cell, column) => cellXml(cell, `${columnLetters(column)}${at + 1}`)).join('')}</row>`,
    )
    .join('');
  const afterRows =
    merged.length === 0
      ? ''
      : `<mergeCells count="${merged.length}">${merged.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`;
  return {
    bytes: workbook({ rows: xml, afterRows, formats: { 164: 'dd.mm.yyyy hh:mm' }, cellFormats: [0, 164] }),
    name: name.replace(/json$/, 'xlsx'),
  };
}

/** The names of the fixtures, `….json`. */
export const exportFixtureNames: readonly string[] = readdirSync(folder).filter((name) => name.endsWith('.json'));

export function readExportFixture(name: string): ExportFixture {
  return exportSchema.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
}

export function productsOf({ products }: ExportFixture): Product[] {
  return products.map(([keyKind, key, productId, variationId, price]) => ({
    keyKind,
    key,
    productId,
    variationId,
    price,
  }));
}
