/**
 * A sheet of the corpus of test/fixtures/understanding/: a stranger's small order file, the day on which it is opened, and
 * what a careful clerk of that shop would send of it. The README beside the corpus says how one is written.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { fields } from '../../../shared/domain/model/fields.ts';
import { columnFieldSchema, constantsSchema } from '../../../shared/domain/model/choices.ts';
import { rulesChangeSchema } from '../../../shared/domain/model/rules.ts';
import { productKeyKinds, type Product } from '../../../shared/domain/products/product.ts';

export const halves = ['open', 'aside'] as const;
export type Half = (typeof halves)[number];

/** The kinds of difficulty, as folders. */
export const sheetClasses = [
  'whose',
  'contradictions',
  'dates',
  'places',
  'items',
  'numbers',
  'headings',
  'mixed-cells',
  'scripts',
  'not-sent',
  'settled',
  'plain',
  'exports',
] as const;
export type SheetClass = (typeof sheetClasses)[number];

/** What a question can be about: a field, whether an order is to be sent at all, or which part of the file is read. */
export const topics = [...fields, 'orders', 'reading'] as const;
export type Topic = (typeof topics)[number];

/** A cell: text, number, blank; or a number under a number format (dates are serials). */
const cellSchema = z.union([
  z.string(),
  z.number(),
  z.null(),
  z.strictObject({ v: z.number(), format: z.string().min(1) }),
]);
export type SheetCell = z.infer<typeof cellSchema>;

const range = z.string().regex(/^[A-Z]+\d+:[A-Z]+\d+$/u);

const fileSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('csv'),
    delimiter: z.enum([';', ',', '\t', '|']),
    encoding: z.enum(['utf-8', 'utf-8-bom', 'windows-1251', 'utf-16le']),
    rows: z.array(z.array(z.string())).min(1),
  }),
  z.strictObject({
    kind: z.literal('xlsx'),
    sheets: z
      .array(
        z.strictObject({
          name: z.string().min(1).max(31),
          /** null: a blank row. */
          rows: z.array(z.array(cellSchema).nullable()),
          merged: z.array(range).default([]),
          hidden: z.boolean().default(false),
        }),
      )
      .min(1),
  }),
]);

/** The right value of a field; null: the key must not be sent. */
function right<T extends z.ZodType>(value: T) {
  return z.union([value, z.null(), z.strictObject({ oneOf: z.array(value).min(2) })]).optional();
}

const text = z.string().min(1).max(255);
/** A text with all of these in it, however they are joined. */
const containing = z.strictObject({ contains: z.array(text).min(1) });
/** A region by whatever name of it. */
const place = z.strictObject({ place: text });

const itemSchema = z.strictObject({
  client_product_id: right(z.int().min(1)),
  client_product_variation_id: right(z.int().min(1)),
  quantity: right(z.int().min(1)),
  price: right(z.int().min(0)),
  discount: right(z.int().min(0)),
  final_price: right(z.int().min(0)),
});

/** What must be so; fields that are not named are not compared (an order without a number gets one of ours). */
const bodySchema = z.strictObject({
  order_id: right(z.int().min(1)),
  scheduled_at: right(z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/u)),
  fulfillment_status: right(z.int().min(1).max(7)),
  full_name: right(text),
  phone: right(z.string().regex(/^\+\d{9,15}$/u)),
  address: z.union([text, containing, z.null(), z.strictObject({ oneOf: z.array(text).min(2) })]).optional(),
  region: z.union([text, place, z.null(), z.strictObject({ oneOf: z.array(text).min(2) })]).optional(),
  country: right(text),
  city: right(text),
  zip: right(text),
  order_items: z.array(itemSchema).min(1),
});
export type RightBody = z.infer<typeof bodySchema>;
export type RightItem = z.infer<typeof itemSchema>;

/** The local time (Tashkent) at which a file is opened. */
const localTime = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/u);

/** A file that was opened earlier on the same computer, and what a person settled about it. */
const earlierSchema = z.strictObject({
  today: localTime,
  file: fileSchema,
  settles: z.strictObject({
    /** [heading, field] */
    columns: z.array(z.tuple([z.string(), columnFieldSchema.nullable()])).default([]),
    constants: constantsSchema.default({}),
    rules: rulesChangeSchema.default({}),
    /** What texts mean in the shop's files: [field, text, meaning]. */
    values: z.array(z.tuple([columnFieldSchema, z.string().min(1), z.string().min(1)])).default([]),
    /** Rows that are left out in the shop's files: [heading, value]. */
    rows: z.array(z.tuple([z.string().min(1), z.string().min(1)])).default([]),
  }),
});
export type EarlierFile = z.output<typeof earlierSchema>;

export const sheetSchema = z.strictObject({
  /** Whose file it is, and what is hard about it, in a line. */
  about: z.string().min(10).max(240),
  /** What was opened and settled before, in order. */
  before: z.array(earlierSchema).default([]),
  today: localTime,
  file: fileSchema,
  /** The shop's product table: [kind of key, key, product id, variation id, price]. */
  products: z
    .array(z.tuple([z.enum(productKeyKinds), z.string().min(1), z.int(), z.int().nullable(), z.int().nullable()]))
    .default([]),
  /** The orders that are to be sent, each with the rows (as Excel shows them) that it is made of, its own first. */
  orders: z.array(z.strictObject({ rows: z.array(z.int().min(1)).min(1), body: bodySchema })),
  /** Rows that look like an order and must not be sent. */
  notSent: z.array(z.int().min(1)).default([]),
  /**
   * What a clerk would have to ask (`must`; else it may be asked), by what it is about: any of these topics. Nothing else
   * may be asked. What is right once it is answered stands in `orders` and `notSent`. `types`: what the clerk types where
   * the file cannot say it.
   */
  asked: z
    .array(
      z.strictObject({
        about: z.array(z.enum(topics)).min(1),
        must: z.boolean(),
        why: z.string().min(5),
        types: z.string().min(1).optional(),
        /** Rows of the orders that it concerns; absent: all. */
        rows: z.array(z.int().min(1)).optional(),
      }),
    )
    .default([]),
});
export type Sheet = z.output<typeof sheetSchema>;

export interface NamedSheet {
  readonly half: Half;
  readonly class: SheetClass;
  /** `class/name`, unique in both halves. */
  readonly name: string;
  readonly sheet: Sheet;
}

export const corpusFolder = 'test/fixtures/understanding';

/** Where each sheet of a half lies, sorted by name. @param root the project's folder */
export function sheetPaths(root: string, half: Half): { readonly name: string; readonly file: string }[] {
  const folder = path.join(root, corpusFolder, half);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .map((file) => ({ name: file.split(path.sep).join('/').slice(0, -5), file: path.join(folder, file) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

const classSchema = z.enum(sheetClasses);

/** Reads a sheet. @throws ZodError, SyntaxError where it is not well-formed */
export function readSheet(half: Half, { name, file }: { readonly name: string; readonly file: string }): NamedSheet {
  return {
    half,
    class: classSchema.parse(name.split('/')[0]),
    name,
    sheet: sheetSchema.parse(JSON.parse(readFileSync(file, 'utf8'))),
  };
}

export function productsOf({ products }: Sheet): Product[] {
  return products.map(([keyKind, key, productId, variationId, price]) => ({
    keyKind,
    key,
    productId,
    variationId,
    price,
  }));
}
