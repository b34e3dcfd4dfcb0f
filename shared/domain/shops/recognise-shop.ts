/**
 * Recognises whose orders a file holds (docs/domain.md, «Shops»). A shop that is named in the file or its path decides, where
 * nothing speaks for another one; headings decide where every other shop is known to have headings of its own. What is not
 * sure is asked: orders under the wrong shop would go out with its products and its key, and nobody would notice.
 */
import type { ShopName } from '../model/shop.ts';
import { fold } from '../values/fold.ts';

export interface ShopSigns {
  readonly shops: readonly ShopName[];
  /** Shops that were removed from the list: a file of theirs is nobody else's. */
  readonly removed: readonly ShopName[];
  /** What may name the shop: file and folders, sheets, what stands above the headings, a column of shops. */
  readonly texts: readonly string[];
  /** Ids of the shops that had a file with exactly these headings. */
  readonly sameHeadings: readonly string[];
  /** Ids of the shops that had any file with headings. */
  readonly anyHeadings: readonly string[];
  /** Ids of the shops that had a file of this name (but for dates and numbers), and one from this folder. */
  readonly sameName: readonly string[];
  readonly sameFolder: readonly string[];
}

/** What a person is asked with. */
export interface ShopHints {
  /** All shops' ids, the likeliest first. */
  readonly likeliest: readonly string[];
  /** Name of the removed shop that the file tells of; null: of none. */
  readonly removedShop: string | null;
}

export interface RecognisedShop extends ShopHints {
  /** Id of the shop; null where a person must say. */
  readonly shop: string | null;
}

/** Names with fewer letters name a shop only where they stand alone. */
const shortName = 3;
/** Endings that an Uzbek name takes in a file's name: «Atlasdan», «Atlasning». */
const endings = '(?:ning|dan|ga|da|ni|niki|lar|нинг|дан|га|да|ни|а|у|ом|е)?';

function isNamedIn(name: string, text: string): boolean {
  const [wanted, folded] = [fold(name), fold(text)];
  if (wanted === '') return false;
  if (wanted.length < shortName) return folded === wanted;
  return new RegExp(`(?:^| )${wanted}${endings}(?: |$)`, 'u').test(folded);
}

/** Ids of the shops that are named; not of one whose name is only a part of another's that stands there too. */
function namedShops({ shops, removed, texts }: ShopSigns): readonly string[] {
  const named = [...shops, ...removed].filter(({ name }) => texts.some((text) => isNamedIn(name, text)));
  const isPart = ({ id, name }: ShopName): boolean =>
    named.some((other) => other.id !== id && other.name.length > name.length && isNamedIn(name, other.name));
  return named.filter((shop) => !isPart(shop)).map(({ id }) => id);
}

export function recogniseShop(signs: ShopSigns): RecognisedShop {
  const { shops, removed, sameHeadings, anyHeadings, sameName, sameFolder } = signs;
  const [only, another] = shops;
  const named = namedShops(signs);
  const isListed = (id: string): boolean => shops.some((shop) => shop.id === id);
  const [idOfRemoved] = [
    ...named.filter((id) => !isListed(id)),
    ...(named.some(isListed) || sameHeadings.some(isListed) ? [] : sameHeadings),
  ];
  const isOfRemoved = idOfRemoved !== undefined;
  const removedShop = removed.find(({ id }) => id === idOfRemoved)?.name ?? null;
  const found = { likeliest: shops.map(({ id }) => id), removedShop };
  if (only !== undefined && another === undefined) return { ...found, shop: isOfRemoved ? null : only.id };
  const score = (id: string): number =>
    (named.includes(id) ? 8 : 0) +
    (sameHeadings.includes(id) ? 4 : 0) +
    (sameName.includes(id) ? 2 : 0) +
    (sameFolder.includes(id) ? 1 : 0);
  const likeliest = found.likeliest.toSorted((a, b) => score(b) - score(a));
  const [first] = likeliest;
  const others = (ids: readonly string[]): boolean => ids.some((id) => id !== first);
  if (first === undefined || isOfRemoved || others(named)) return { shop: null, likeliest, removedShop };
  const isOnlyWithHeadings = sameHeadings.includes(first) && !others(sameHeadings);
  if (named.includes(first)) {
    // Another shop's own headings under this one's name: one of the two is wrong.
    const isContradicted = sameHeadings.length > 0 && !sameHeadings.includes(first);
    return { shop: isContradicted ? null : first, likeliest, removedShop };
  }
  const isTold =
    isOnlyWithHeadings &&
    !others(sameName) &&
    (shops.every(({ id }) => id === first || anyHeadings.includes(id)) ||
      (sameName.includes(first) && sameFolder.includes(first) && !others(sameFolder)));
  return { shop: isTold ? first : null, likeliest, removedShop };
}
