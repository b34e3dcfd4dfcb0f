/** Schema of all choices about a file; together with its bytes and the edits they determine the batch. */
import { z } from 'zod';
import { columnFields, fields } from './fields.ts';
import { defaultRules, rulesSchema } from './rules.ts';
import { mostSheetsTogether } from './sheet-rows.ts';
import { parseSheetRange, tablesTogether, wholeSheet } from '../sheets/sheet-range.ts';

export const fieldSchema = z.enum(fields);
/** What a column can be mapped to: a field, or a key that is looked up. */
export const columnFieldSchema = z.enum(columnFields);
export const constantsSchema = z.partialRecord(fieldSchema, z.string().max(255));

/** How the file is read: sheet or sheets, range, heading row, encoding, delimiter. */
const readingOptionSchemas = {
  /** Name of the sheet; null: found by the reader. */
  sheet: z.string().nullable(),
  /**
   * Names of the sheets that are read as one table, in the workbook's order; `sheet` is then the first. None: one sheet is
   * read.
   */
  together: z.array(z.string()).max(mostSheetsTogether),
  encoding: z.string().nullable(),
  delimiter: z.string().length(1).nullable(),
  /** The table of the sheet, `A3:F20`; `all`: the sheet as one table; null: found. */
  range: z
    .string()
    .max(30)
    .refine((text) => text === wholeSheet || text === tablesTogether || parseSheetRange(text) !== undefined)
    .nullable(),
  /** The heading row as Excel shows it; null: found. */
  headerRow: z.int().min(1).nullable(),
};

/** A partial change of how the file is read, without defaults: what is absent stays as chosen. */
export const readingOptionsChangeSchema = z.object(readingOptionSchemas).partial();

export const choicesSchema = z.object({
  sheet: readingOptionSchemas.sheet.default(null),
  together: readingOptionSchemas.together.default([]),
  /** Name of the sheet of earlier orders that `sheet` was read instead of; null: a person chose it, or nobody did. */
  insteadOf: z.string().nullable().default(null),
  encoding: readingOptionSchemas.encoding.default(null),
  delimiter: readingOptionSchemas.delimiter.default(null),
  range: readingOptionSchemas.range.default(null),
  headerRow: readingOptionSchemas.headerRow.default(null),
  /**
   * Decided columns, in joining order; every other column is guessed. A null field means «not sent». Each column occurs
   * at most once.
   */
  columns: z
    .array(
      z.object({
        column: z.int().min(0).max(16383),
        field: columnFieldSchema.nullable(),
        /** Who decided, where it was no person: the values of the product table. */
        by: z.literal('productTable').optional(),
      }),
    )
    .default([]),
  constants: constantsSchema.default({}),
  rules: rulesSchema.default(defaultRules),
});

export type Choices = z.infer<typeof choicesSchema>;

export const noChoices: Choices = choicesSchema.parse({});
