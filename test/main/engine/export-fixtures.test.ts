/**
 * Every .json in test/fixtures/exports is a file of one kind of export, with what an operator answers to the app's
 * questions, and what must be sent: drop one in, gain a test. The file stands beside it, or as rows of a workbook in it.
 * 24 November 2026, 09:00 in Tashkent.
 */
import { runToCompletion } from '../../../shared/cooperative.ts';
import { describe, expect, it } from 'vitest';
import type { Batch } from '../../../main/engine/batch.ts';
import { openBatch } from '../../../main/services/open-batch.ts';
import { noChoices } from '../../../shared/domain/model/choices.ts';
import { withRules } from '../../../shared/domain/model/rules.ts';
import { orderRequestSchema } from '../../../shared/wms/order-create.ts';
import { checkOf, giveRowNumbers, testNow } from '../../support/batch.ts';
import {
  exportFixtureNames,
  fileOfExport,
  productsOf,
  readExportFixture,
  type ExportFixture,
} from '../../support/export-fixtures.ts';

function accept(batch: Batch, code: string): void {
  const fix = batch.summary().fileIssues.find((issue) => issue.code === code)?.fix;
  const change = fix === undefined ? null : batch.proposals.forFix(fix);
  if (change?.kind === 'choices') batch.setChoices(change.choices);
  else if (change?.kind === 'edit') batch.applyEdit(change.edit);
  else throw new Error(`${code} was not asked`);
}

/** Opens the file and answers as the operator does; numbers of our own are given from the rule's start. */
async function opened(name: string, golden: ExportFixture): Promise<Batch> {
  const file = fileOfExport(name, golden);
  const products = productsOf(golden);
  const batch = await openBatch(
    { batchId: 'golden', fileName: file.name, file, choices: noChoices, isNew: true, server: null, products },
    null,
    testNow,
  );
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
    giveRowNumbers(batch);
    const { orderNumbers } = batch.choices.rules;
    if (orderNumbers.kind === 'own')
      runToCompletion(
        batch.setOrderNumbersCooperatively(new Map(batch.unnumberedIds.map((id, at) => [id, orderNumbers.start + at]))),
      );
  }
  return batch;
}

describe.each(exportFixtureNames)('%s', (name) => {
  const golden = readExportFixture(name);

  it('gives what an operator sends after answering', async () => {
    const batch = await opened(name, golden);
    const check = checkOf(batch);
    const payloads = [...batch.payloads()].map((body) => JSON.parse(body) as unknown);
    const issues = check.issues.map(
      ({ row, column, code }) => `${row === null ? 'file' : `${column ?? ''}${row}`} ${code}`,
    );
    expect({ payloads, issues: issues.toSorted() }).toEqual({
      payloads: golden.payloads,
      issues: golden.issues.toSorted(),
    });
    for (const body of batch.payloads()) expect(JSON.stringify(orderRequestSchema.parse(JSON.parse(body)))).toBe(body);
  });
});
