/**
 * Every file in test/fixtures/orders is a sheet with what must come of it: drop one in, gain a test.
 * Rows as texts (null: a blank row); `merged` as [firstRow, lastRow, column]; `issues` as «place code».
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { constantsSchema, fieldSchema } from '../../../shared/domain/model/choices.ts';
import { rulesSchema } from '../../../shared/domain/model/rules.ts';
import { checkOf, openRows } from '../../support/batch.ts';

const folder = new URL('../../fixtures/orders/', import.meta.url);

const goldenSchema = z.strictObject({
  about: z.string(),
  rows: z.array(z.array(z.union([z.string(), z.number()])).nullable()),
  merged: z.array(z.tuple([z.int(), z.int(), z.int()])).default([]),
  columns: z.array(z.object({ column: z.int(), field: fieldSchema.nullable() })).default([]),
  constants: constantsSchema.default({}),
  rules: rulesSchema.partial().default({}),
  /** Column letters and fields. */
  mapping: z.record(z.string(), fieldSchema).optional(),
  requests: z.array(z.unknown()),
  issues: z.array(z.string()),
});

describe.each(readdirSync(folder).filter((name) => name.endsWith('.json')))('%s', (name) => {
  const golden = goldenSchema.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
  const merged = golden.merged.map(([firstRow, lastRow, column]) => ({
    firstRow,
    lastRow,
    firstColumn: column,
    lastColumn: column,
  }));
  const batch = openRows(golden.rows, {
    choices: { columns: golden.columns, constants: golden.constants },
    rules: rulesSchema.parse(golden.rules),
    facts: { merged },
  });
  const check = checkOf(batch);

  it('is mapped as expected', () => {
    if (golden.mapping === undefined) return;
    expect(
      Object.fromEntries(check.mapping.flatMap(({ column, field }) => (field === null ? [] : [[column, field]]))),
    ).toEqual(golden.mapping);
  });

  it('becomes these requests', () => {
    expect([...batch.payloads()].map((body) => JSON.parse(body) as unknown)).toEqual(golden.requests);
  });

  it('raises these issues', () => {
    expect(
      check.issues.map(({ row, column, code }) => `${row === null ? 'file' : `${column ?? ''}${row}`} ${code}`).sort(),
    ).toEqual([...golden.issues].sort());
  });
});
