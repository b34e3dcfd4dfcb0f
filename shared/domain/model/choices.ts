/** Everything that the operator (or a profile) chose about a file: with the file's bytes and the edits it determines the batch. */
import { z } from 'zod';
import { columnFields, fields } from './fields.ts';
import { defaultRules, rulesSchema } from './rules.ts';
import { parseSheetRange, wholeSheet } from '../sheets/sheet-range.ts';

export const fieldSchema = z.enum(fields);
/** What a column can become: a field, or something that is looked up. */
export const columnFieldSchema = z.enum(columnFields);
export const constantsSchema = z.partialRecord(fieldSchema, z.string().max(255));

/** How the file is read: which part of it, and in which letters. */
const readingOptionSchemas = {
  /** Name of the sheet; null: found by the reader. */
  sheet: z.string().nullable(),
  encoding: z.string().nullable(),
  delimiter: z.string().length(1).nullable(),
  /** The table of the sheet, `A3:F20`; `all`: the sheet as one table; null: found. */
  range: z
    .string()
    .max(30)
    .refine((text) => text === wholeSheet || parseSheetRange(text) !== undefined)
    .nullable(),
  /** The heading row as Excel shows it; null: found. */
  headerRow: z.int().min(1).nullable(),
};

/** A change of how the file is read. It has no defaults: what is not named stays as it was chosen. */
export const readingOptionsChangeSchema = z.object(readingOptionSchemas).partial();

export const choicesSchema = z.object({
  sheet: readingOptionSchemas.sheet.default(null),
  encoding: readingOptionSchemas.encoding.default(null),
  delimiter: readingOptionSchemas.delimiter.default(null),
  range: readingOptionSchemas.range.default(null),
  headerRow: readingOptionSchemas.headerRow.default(null),
  /**
   * Columns that were decided, in joining order; every other column is guessed. A null field means «not sent».
   * A column may stand here once.
   */
  columns: z.array(z.object({ column: z.int().min(0).max(16383), field: columnFieldSchema.nullable() })).default([]),
  constants: constantsSchema.default({}),
  rules: rulesSchema.default(defaultRules),
});

export type Choices = z.infer<typeof choicesSchema>;

export const noChoices: Choices = choicesSchema.parse({});
