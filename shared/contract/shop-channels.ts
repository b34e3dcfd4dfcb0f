/** The calls about what is kept for a shop: profiles, products, what was settled. */
import { z } from 'zod';
import { constantsSchema } from '../domain/model/choices.ts';
import { productKeySchema, productSchema } from '../domain/products/product.ts';
import { shopChangeSchema, shopNameSchema, shopSchema } from '../domain/model/shop.ts';
import { profileSchema } from '../domain/model/profile.ts';
import { rulesSchema } from '../domain/model/rules.ts';
import { settledSchema, settledThingSchema } from '../domain/model/settled.ts';
import { productImportSchema, productTableSchema } from './products.ts';
import { channel, noArgument, batchId, ofShop, batchArgument } from './channel.ts';

export const shopChannels = {
  /** Saves the batch's choices as the profile for files with these headings. */
  'profile.save': channel(
    z.object({ batchId, name: z.string().trim().min(1).max(100) }),
    z.object({ name: z.string() }),
  ),
  'profile.list': channel(
    ofShop,
    z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        columns: profileSchema.shape.columns,
        constants: constantsSchema,
        rules: rulesSchema,
      }),
    ),
  ),
  /** Changes the profile's rules for future files; open files keep theirs. */
  'profile.setRules': channel(ofShop.extend({ id: z.string(), rules: rulesSchema }), noArgument),
  'profile.remove': channel(ofShop.extend({ id: z.string() }), noArgument),
  'profile.rename': channel(
    ofShop.extend({ id: z.string(), name: z.string().trim().min(1).max(100) }),
    z.object({ name: z.string() }),
  ),
  /** Shows the save dialog; null: it was cancelled. */
  'profile.export': channel(ofShop.extend({ id: z.string() }), z.object({ fileName: z.string().nullable() })),
  /** Shows the open dialog; null: it was cancelled. Replaces a profile of the same name. */
  'profile.import': channel(ofShop, z.object({ name: z.string().nullable(), replaced: z.boolean() })),
  /** The shops, by name; at least one. A single one that nobody named has a blank name. */
  'shop.list': channel(noArgument, z.array(shopSchema)),
  'shop.add': channel(z.object({ name: shopNameSchema }), z.array(shopSchema)),
  'shop.change': channel(z.object({ id: z.string().max(100), change: shopChangeSchema }), z.array(shopSchema)),
  'shop.remove': channel(z.object({ id: z.string().max(100) }), z.array(shopSchema)),
  /** What was settled about the shop's files; taking it back applies to its open files at once. */
  'settled.get': channel(ofShop, settledSchema),
  'settled.takeBack': channel(ofShop.extend({ thing: settledThingSchema }), settledSchema),
  /** The product table of a shop on the server in use; a change applies to all of their batches at once. */
  'product.list': channel(ofShop, productTableSchema),
  /** Adds products, or changes the ids of known keys. */
  'product.save': channel(ofShop.extend({ products: z.array(productSchema).min(1).max(100_000) }), productTableSchema),
  'product.remove': channel(ofShop.extend({ keys: z.array(productKeySchema).min(1).max(100_000) }), productTableSchema),
  /** What other shops' tables on the server in use say of a key: only to be offered, with the shop's name. */
  'product.listOffers': channel(
    z.object({ batchId, ...productKeySchema.shape }),
    z.array(z.object({ shop: z.string(), product: productSchema })),
  ),
  /** Copies the practice WMS's table; keys that the server in use has already are kept. */
  'product.copyFromPractice': channel(ofShop, productTableSchema),
  /** Shows the open dialog, and answers what importing the products of the sheet would do. Changes nothing. */
  'product.readSheet': channel(ofShop, productImportSchema),
  /** Shows the save dialog and writes the batch's unmapped products as a sheet to fill in; null: it was cancelled. */
  'product.exportUnmapped': channel(batchArgument, z.object({ fileName: z.string().nullable(), count: z.int() })),
} as const;
