/**
 * Defines the messages between the app and the process that reads a foreign format for it. One process reads one file: it
 * is asked to open it, then for one sheet after another. Its answers are not trusted, and are checked.
 */
import { z } from 'zod';
import { paramsSchema } from '../../../shared/domain/model/issues.ts';

/** Formats that are read in a process of their own; `xlsx`: a workbook that our own reader did not understand. */
export type ForeignFormat = 'xls' | 'xlsb' | 'xlsx';

/** A file by its path, so that its bytes need not cross, or bytes out of a zip. */
export type ForeignFile = { readonly path: string } | { readonly bytes: Uint8Array };

export type ForeignRequest =
  | {
      readonly kind: 'open';
      readonly file: ForeignFile;
      readonly format: ForeignFormat;
      /** Resident bytes at which the process ends itself. */
      readonly memoryBytes: number;
    }
  | { readonly kind: 'sheet'; readonly index: number; readonly firstRows: number | undefined };

const count = z.int().min(0);

const workbookAnswer = z.object({
  kind: z.literal('workbook'),
  /** `rows`: those that hold something. */
  sheets: z.array(z.object({ name: z.string(), hidden: z.boolean(), rows: count })),
});

const sheetEndAnswer = z.object({
  kind: z.literal('sheetEnd'),
  date1904: z.boolean(),
  /** Rows as Excel shows them, columns from 0. */
  merged: z.array(z.object({ firstRow: count, lastRow: count, firstColumn: count, lastColumn: count })),
  hiddenRows: z.array(count),
  hiddenColumns: z.array(count),
  struckRows: z.array(count),
});

const foreignAnswerSchema = z.discriminatedUnion('kind', [
  /** The process runs: if it ends from now on, the file is the cause. */
  z.object({ kind: z.literal('ready') }),
  workbookAnswer,
  /** JSON of a part of the cells: see {@link packCells}. */
  z.object({ kind: z.literal('cells'), cells: z.string() }),
  sheetEndAnswer,
  /** Code and parameters of a failure. */
  z.object({
    kind: z.literal('failure'),
    code: z.string(),
    params: paramsSchema,
  }),
]);

export type ForeignAnswer = z.output<typeof foreignAnswerSchema>;
export type SheetEndAnswer = z.output<typeof sheetEndAnswer>;

/** @throws ZodError where the message is no answer */
export function parseForeignAnswer(message: unknown): ForeignAnswer {
  return foreignAnswerSchema.parse(message);
}
