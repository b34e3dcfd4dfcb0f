/**
 * Names the keys under which an order is known: `<kind><version>:<digest>`. Digests of a customer's data are made with a
 * secret that is kept outside the database, since nine digits of a phone are guessed in minutes; those of a whole request
 * are plain, as the hash of its body is, and may go to another computer.
 */

/** Another version of a kind's rule makes keys that do not compare; it never makes a sent order new by itself. */
export const keyKinds = {
  /** Cells as the file holds them. */
  file: 'f1',
  /** Cells as corrected. */
  corrected: 'c1',
  phone: 'p1',
  /** Name and address. */
  person: 'n1',
  /** When the order was made. */
  stamp: 't1',
  /** The order's id in the shop, where it got a number of our own. */
  outsideId: 'o1',
  /** The request without its number; plain. */
  request: 's1',
  /** The request without number, date and status; plain. */
  goods: 'd1',
  /** The order's id in the shop together with `goods`, where it got a number of our own; plain. */
  outsideGoods: 'x1',
  /** That the shop cancelled the order after it was sent, and a person knows; the same of every order. */
  cancelled: 'k1',
} as const;

/** See `cancelled`. */
export const cancelledKey = `${keyKinds.cancelled}:known`;

export type KeyKind = keyof typeof keyKinds;

const plainKinds = ['request', 'goods', 'outsideGoods'] as const satisfies readonly KeyKind[];

/** The key of this kind; several cannot be. Undefined where there is none. */
export function keyOfKind(keys: readonly string[], kind: KeyKind): string | undefined {
  const prefix = `${keyKinds[kind]}:`;
  return keys.find((key) => key.startsWith(prefix));
}

/** Whether the key is made without the secret, and may leave this computer. */
export function isPlainKey(key: string): boolean {
  return plainKinds.some((kind) => key.startsWith(`${keyKinds[kind]}:`));
}

/** Whether two orders say the same: as the file holds them, as corrected, or as the whole request. */
export function saysTheSame(keys: readonly string[], others: ReadonlySet<string>): boolean {
  return (['file', 'corrected', 'request'] as const).some((kind) => {
    const key = keyOfKind(keys, kind);
    return key !== undefined && others.has(key);
  });
}
