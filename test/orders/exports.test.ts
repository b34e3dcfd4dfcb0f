/**
 * Every .json in test/fixtures/exports is a file of one kind of export, with what an operator answers to the app's
 * questions, and what must be sent: drop one in, gain a test. The file stands beside it, or as rows of a workbook here.
 * 24 November 2026, 09:00 in Tashkent.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Batch } from '../../main/engine/batch.ts';
import { openBatch } from '../../main/open-batch.ts';
import type { FileToRead } from '../../main/reading/read-file.ts';
import { constantsSchema, columnFieldSchema, noChoices } from '../../shared/domain/choices.ts';
import { keyKinds } from '../../shared/domain/products/product.ts';
import { rulesChangeSchema, withRules } from '../../shared/domain/rules.ts';
import { columnLetters } from '../../shared/domain/table.ts';
import { translatorFor } from '../../shared/messages/translator.ts';
import { orderRequestSchema } from '../../shared/wms/order-create.ts';
import { testNow } from '../support/batch.ts';
import { escapeXml, workbook } from '../support/xlsx-writer.ts';

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
  products: z.array(z.tuple([z.enum(keyKinds), z.string(), z.int(), z.int().nullable(), z.int().nullable()])).default([]),
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
type Export = z.output<typeof exportSchema>;
type ExportCell = z.infer<typeof cellSchema>;

/** Texts in the cells, dates under a date format, as a workbook has them. */
function cellXml(cell: ExportCell, address: string): string {
  if (typeof cell === 'number') return `<c r="${address}"><v>${cell}</v></c>`;
  if (typeof cell === 'object') return `<c r="${address}" s="1"><v>${cell.date}</v></c>`;
  return cell === '' ? '' : `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`;
}

function fileOf(name: string, { file, rows = [], merged }: Export): FileToRead & { readonly name: string } {
  if (file !== undefined) return { path: fileURLToPath(new URL(file, folder)), name: file };
  const xml = rows.map((row, at) => (row === null ? '' : `<row r="${at + 1}">${row.map((cell, column) => cellXml(cell, `${columnLetters(column)}${at + 1}`)).join('')}</row>`)).join('');
  const afterRows = merged.length === 0 ? '' : `<mergeCells count="${merged.length}">${merged.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`;
  return { bytes: workbook({ rows: xml, afterRows, formats: { 164: 'dd.mm.yyyy hh:mm' }, cellFormats: [0, 164] }), name: name.replace(/json$/, 'xlsx') };
}

function accept(batch: Batch, code: string): void {
  const fix = batch.summary().fileIssues.find((issue) => issue.code === code)?.fix;
  const change = fix === undefined ? null : batch.proposals.forFix(fix);
  if (change?.kind === 'choices') batch.setChoices(change.choices);
  else if (change?.kind === 'edit') batch.applyEdit(change.edit);
  else throw new Error(`${code} was not asked`);
}

/** Opens the file and answers as the operator does; numbers of our own are given from the rule's start. */
async function opened(name: string, golden: Export): Promise<Batch> {
  const file = fileOf(name, golden);
  const products = golden.products.map(([keyKind, key, productId, variationId, price]) => ({ keyKind, key, productId, variationId, price }));
  const batch = await openBatch({ batchId: 'golden', fileName: file.name, file, choices: noChoices, isNew: true, server: null, products }, null, testNow);
  const { columns, constants, rules, accept: accepted } = golden.answers;
  const headings = batch.headings();
  const chosen = columns.map(([heading, field]) => {
    const column = headings.indexOf(heading);
    if (column < 0) throw new Error(`no column ${heading}`);
    return { column, field };
  });
  batch.setChoices({ ...batch.choices, columns: chosen, constants, rules: withRules(batch.choices.rules, rules) });
  for (const code of accepted) {
    accept(batch, code);
    const { orderNumbers } = batch.choices.rules;
    if (orderNumbers.kind === 'own') batch.setOrderNumbers(new Map(batch.unnumbered.map((id, at) => [id, orderNumbers.start + at])));
  }
  return batch;
}

describe.each(readdirSync(folder).filter((name) => name.endsWith('.json')))('%s', (name) => {
  const golden = exportSchema.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8')));

  it('gives what an operator sends after answering', async () => {
    const batch = await opened(name, golden);
    const check = batch.checkJson(translatorFor('en'));
    const payloads = [...batch.payloads()].map((body) => JSON.parse(body) as unknown);
    const issues = check.issues.map(({ row, column, code }) => `${row === null ? 'file' : `${column ?? ''}${row}`} ${code}`);
    expect({ payloads, issues: issues.toSorted() }).toEqual({ payloads: golden.payloads, issues: golden.issues.toSorted() });
    for (const body of batch.payloads()) expect(JSON.stringify(orderRequestSchema.parse(JSON.parse(body)))).toBe(body);
  });
});
