/** Looks up a product by a merchant's code or name: exactly, after folding. Similar names are only suggested. */
import { allowedMistakes, editDistance } from '../values/edit-distance.ts';
import { olderLatin } from '../values/older-latin.ts';
import { areOfTwoScripts, scriptKey } from '../values/script-key.ts';
import { latinLookAlikesOf as inLatin } from '../values/fold.ts';
import { nameDistance, wordsOfName, type NameWords } from './near-name.ts';
import { foldProductKey, type ProductKeyKind, type Product } from './product.ts';

interface Entry {
  readonly folded: string;
  readonly product: Product;
}

interface SaidByName {
  readonly product: Product;
  readonly said: NameWords;
}

const maxCachedKeys = 50_000;

export class ProductTable {
  readonly #entries: Readonly<Record<ProductKeyKind, Map<string, Entry>>> = { code: new Map(), name: new Map() };
  /** Look-ups by key as typed: a file repeats a few hundred. */
  readonly #cache: Readonly<Record<ProductKeyKind, Map<string, { readonly product: Product | undefined }>>> = {
    code: new Map(),
    name: new Map(),
  };
  /** The words of all names, and what unknown names were found to mean by them. */
  #words: readonly SaidByName[] | null = null;
  readonly #aliked = new Map<string, { readonly product: Product | undefined }>();
  /** Names by what they are in either script; null: two products share it. */
  readonly #byScript = new Map<string, Product | null>();
  /** Whether any product has a price. */
  readonly hasPrices: boolean;

  /** What the file itself says of codes and names: only offered. */
  readonly beside: ProductTable | null;

  /** Of keys that fold to the same form the last one wins. */
  constructor(products: Iterable<Product> = [], beside: ProductTable | null = null) {
    this.beside = beside;
    let hasPrices = false;
    for (const product of products) {
      const folded = foldProductKey(product.keyKind, product.key);
      if (folded === '') continue;
      this.#entries[product.keyKind].set(folded, { folded, product });
      if (product.keyKind === 'name') this.#addByScript(product);
      hasPrices ||= product.price !== null;
    }
    this.hasPrices = hasPrices;
  }

  get isEmpty(): boolean {
    return this.#entries.code.size + this.#entries.name.size === 0;
  }

  #addByScript(product: Product): void {
    const key = scriptKey(olderLatin(product.key));
    const known = this.#byScript.get(key);
    const isSame =
      known === undefined || (known?.productId === product.productId && known.variationId === product.variationId);
    this.#byScript.set(key, isSame ? product : null);
  }

  #findByScript(key: string): Product | undefined {
    const older = olderLatin(key);
    const product = this.#byScript.get(scriptKey(older)) ?? undefined;
    if (product === undefined) return undefined;
    const own = olderLatin(product.key);
    const isSame = areOfTwoScripts(key, product.key) || foldProductKey('name', older) === foldProductKey('name', own);
    return isSame ? product : undefined;
  }

  /** The product with this code or name; a name also in the other script or newer letters («Чойнак», «Çoynak»). */
  find(kind: ProductKeyKind, key: string): Product | undefined {
    if (this.#entries[kind].size === 0) return undefined;
    const known = this.#cache[kind].get(key);
    if (known !== undefined) return known.product;
    const exact = this.#entries[kind].get(foldProductKey(kind, key))?.product;
    const product = exact ?? (kind === 'name' ? this.#findByScript(key) : undefined);
    if (this.#cache[kind].size < maxCachedKeys) this.#cache[kind].set(key, { product });
    return product;
  }

  /** The one product whose code looks the same: «СН-01» in Cyrillic, «CH-01» in Latin letters. */
  #lookAlike(key: string): Product | undefined {
    const wanted = inLatin(foldProductKey('code', key));
    const found = [...this.#entries.code.values()].filter(({ folded }) => inLatin(folded) === wanted);
    return found.length === 1 ? found[0]?.product : undefined;
  }

  /**
   * The product that the file itself lists under an unknown key, else the one whose name is most similar, if any: typing mistakes, the same words in another order, a
   * translation, a shorter or longer name.
   * Of codes, which often differ by a single character, only one that looks the same in letters of the other script.
   */
  nearest(kind: ProductKeyKind, key: string): Product | undefined {
    const said = this.beside?.find(kind, key);
    if (said !== undefined) return said;
    if (kind === 'code') return this.#lookAlike(key);
    return this.#mistyped(kind, key) ?? this.#alike(key);
  }

  #saidByNames(): readonly SaidByName[] {
    const known = this.#words;
    if (known !== null) return known;
    const words = [...this.#entries.name.values()].map(({ product }) => ({ product, said: wordsOfName(product.key) }));
    this.#words = words;
    return words;
  }

  /** The one product whose name says the same by its words, in another language, shorter or longer. */
  #alike(key: string): Product | undefined {
    const known = this.#aliked.get(key);
    if (known !== undefined) return known.product;
    const said = wordsOfName(key);
    let least = Number.POSITIVE_INFINITY;
    let best: Product[] = [];
    for (const { product, said: own } of said.words.size === 0 ? [] : this.#saidByNames()) {
      const distance = nameDistance(said, own);
      if (distance === null || distance > least) continue;
      if (distance < least) best = [];
      least = distance;
      best.push(product);
    }
    const [first] = best;
    // The table may have one product under several names.
    const isOne = best.every((one) => one.productId === first?.productId && one.variationId === first.variationId);
    const product = isOne ? first : undefined;
    if (this.#aliked.size < maxCachedKeys) this.#aliked.set(key, { product });
    return product;
  }

  #mistyped(kind: ProductKeyKind, key: string): Product | undefined {
    const folded = foldProductKey(kind, key);
    const sorted = sortedWords(folded);
    let best: { readonly distance: number; readonly product: Product } | undefined;
    let limit = allowedMistakes(folded.length);
    for (const { folded: known, product } of this.#entries[kind].values()) {
      if (digitsOf(known) !== digitsOf(folded)) continue;
      const distance = sortedWords(known) === sorted ? 0 : limit === 0 ? 1 : editDistance(folded, known, limit);
      if (distance > limit || (best && distance >= best.distance)) continue;
      best = { distance, product };
      limit = distance;
    }
    return best?.product;
  }
}

function sortedWords(folded: string): string {
  return folded.split(' ').sort().join(' ');
}

/** «Kurtka 42» and «Kurtka 44» are no typing mistake of each other. */
function digitsOf(folded: string): string {
  return folded.replace(/\D+/gu, ' ').trim().split(' ').sort().join(' ');
}
