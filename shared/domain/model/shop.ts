/**
 * Schema of a shop: whose orders a file holds (docs/domain.md, «Shops»). Where there is only one, nobody named it and nothing
 * of shops is seen.
 */
import { z } from 'zod';

/** Id of the shop that everything belonged to before there were several. */
export const firstShop = '';

/** The values of what can be changed about a shop. */
const changeableSchemas = {
  name: z.string().trim().max(60),
  /** Where the shop's numbers of our own begin (decision 11); null: at the number of the day and the computer. */
  numberStart: z.int().min(1).max(2_147_483_647).nullable(),
  /** The `supplier_buyer_id` that answers to its orders must have (decision 21); null: any. */
  account: z.int().nullable(),
};

export const shopSchema = z.object({
  /** The name that it was added under, folded: the same on every computer, whatever the shop is called later. */
  id: z.string().max(100),
  name: changeableSchemas.name,
  numberStart: changeableSchemas.numberStart.default(null),
  account: changeableSchemas.account.default(null),
});
export type Shop = z.infer<typeof shopSchema>;

export const shopNameSchema = z.string().trim().min(1).max(60);

/** A partial change, without defaults: what is absent stays as it is. */
export const shopChangeSchema = z.object({ ...changeableSchemas, name: shopNameSchema }).partial();
export type ShopChange = z.infer<typeof shopChangeSchema>;

/** A shop where orders of another are spoken of. */
export type ShopName = Pick<Shop, 'id' | 'name'>;

/** Whom an access key belongs to: a server, or a shop's account on it. It is stored under this name. */
export function accessKeyOwner(server: string, shop: string): string {
  return shop === firstShop ? server : `${server}#${shop}`;
}
