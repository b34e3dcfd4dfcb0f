/** Defines what is kept for each shop: its name and account, its profiles, its products, what was settled about its files. */
import type { Product, ProductKey } from '../../shared/domain/products/product.ts';
import type { Profile } from '../../shared/domain/model/profile.ts';
import type { Settled, SettledThing } from '../../shared/domain/model/settled.ts';
import type { Shop, ShopChange } from '../../shared/domain/model/shop.ts';

export interface UnnamedShop {
  readonly name: string;
  readonly orders: number;
  readonly products: number;
  readonly others: readonly string[];
}

/** The shops: whose orders files hold (docs/domain.md, «Shops»). */
export interface ShopStore {
  /** By name; at least one. Where there is a single one that nobody named, its name is blank. */
  list(): readonly Shop[];
  /** Those that were removed from the list. */
  removed(): readonly Shop[];
  /** A shop that is listed or was removed; null: none with this id. */
  get(id: string): Shop | null;
  /**
   * Adds a shop, or brings back the one that was removed under this name. What the home holds so far belongs to the shop that
   * it had, which is called `nameOfFirst` from then on; a home that holds nothing had none.
   * @throws FailureError `shop.nameTaken`
   */
  add(name: string, nameOfFirst: string): Shop;
  /** @throws FailureError `shop.nameTaken`, `shop.gone` */
  change(id: string, change: ShopChange): Shop;
  /**
   * The shop of another computer as it is here: under its id, or its name. Where it is not here it is added (or not, where
   * `keep` is false: null); account and start of numbers are filled in where there are none here.
   */
  adopt(shop: Shop, nameOfFirst: string, keep: boolean): Shop | null;
  /**
   * The shop that this home had before it knew of others, where no person ever named it, with how many orders and products it
   * has, and the names of the others; null: it has a name, or there are no others.
   */
  unnamed(): UnnamedShop | null;
  /** Its files, products, profiles and orders stay as they are. @throws FailureError `shop.last`: there must be one */
  remove(id: string): void;
}

/** The profiles of each shop. */
export interface ProfileStore {
  list(shop: string): readonly Profile[];
  get(shop: string, name: string): Profile | null;
  save(shop: string, profile: Profile): void;
  remove(shop: string, name: string): void;
  /** Gives the profile another name, for its headings and batches too. False where the name is taken or there is no such profile. */
  rename(shop: string, name: string, to: string): boolean;
  /** The profile used last for a file with these headings. */
  findByHeadings(shop: string, headings: readonly string[]): Profile | null;
  /** Remembers that this profile goes with these headings. */
  remember(shop: string, headings: readonly string[], name: string): void;
  /** Which profile goes with which headings, known by their fingerprints. */
  headings(shop: string): readonly { readonly fingerprint: string; readonly name: string }[];
  /** As {@link remember}; what is remembered already stays, unless `anew`. Nothing where there is no such profile. */
  rememberFingerprint(shop: string, fingerprint: string, name: string, anew: boolean): void;
}

/** The product table of each server and shop; practice servers share one (decision 22). */
export interface ProductStore {
  /** Every table, by server and shop. */
  all(): readonly { readonly server: string; readonly shop: string; readonly products: readonly Product[] }[];
  list(server: string, shop: string): readonly Product[];
  /** The product ids of the orders that the server has accepted from this computer, of whichever shop; none of a practice WMS. */
  accepted(server: string): readonly number[];
  /** Adds the products; a key that is known (after folding) gets the new ids. All or none. */
  save(server: string, shop: string, products: readonly Product[]): void;
  remove(server: string, shop: string, keys: readonly ProductKey[]): void;
}

/** What was settled about the files of each shop. */
export interface SettledStore {
  /** The latest first. */
  get(shop: string): Settled;
  /** What is settled about the same text, rows or heading already is replaced. All or none. */
  settle(shop: string, things: readonly SettledThing[]): void;
  /** Whether there was such a thing. */
  takeBack(shop: string, thing: SettledThing): boolean;
}
