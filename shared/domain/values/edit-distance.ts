/** Counts typing mistakes between two texts: Damerau–Levenshtein distance (optimal string alignment). */

/** The last three rows of the table of distances, one after the other; kept, as names are compared with hundreds. */
let rows: [Uint16Array, Uint16Array, Uint16Array] = [new Uint16Array(64), new Uint16Array(64), new Uint16Array(64)];

function rowsFor(length: number): typeof rows {
  if (length > rows[0].length) rows = [new Uint16Array(length), new Uint16Array(length), new Uint16Array(length)];
  return rows;
}

/** The distance, or `limit + 1` where it is over `limit`. Only what may stay within the limit is looked at. */
export function editDistance(first: string, second: string, limit: number): number {
  const [length, width] = [first.length, second.length];
  const over = limit + 1;
  if (Math.abs(length - width) > limit) return over;
  let [beforeLast, last, row] = rowsFor(width + 2);
  for (let j = 0; j <= Math.min(width, limit); j++) last[j] = j;
  if (limit < width) last[over] = over;
  let leastBefore = 0;
  for (let i = 1; i <= length; i++) {
    const from = Math.max(1, i - limit);
    const to = Math.min(width, i + limit);
    // Beside the band stands more than the limit.
    row[from - 1] = from === 1 ? Math.min(i, over) : over;
    let least = row[from - 1] ?? over;
    const letter = first.charCodeAt(i - 1);
    for (let j = from; j <= to; j++) {
      const other = second.charCodeAt(j - 1);
      let best = (last[j - 1] ?? over) + (letter === other ? 0 : 1);
      best = Math.min(best, (row[j - 1] ?? over) + 1, (last[j] ?? over) + 1);
      if (i > 1 && j > 1 && letter === second.charCodeAt(j - 2) && first.charCodeAt(i - 2) === other)
        best = Math.min(best, (beforeLast[j - 2] ?? over) + 1);
      row[j] = Math.min(best, over);
      if (best < least) least = best;
    }
    if (to < width) row[to + 1] = over;
    if (least > limit && leastBefore > limit) return over;
    leastBefore = least;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return Math.min(last[width] ?? over, over);
}

const letterBits = 32;

/** Which letters a text has, of 32 kinds of them. */
export function letterSet(text: string): number {
  let set = 0;
  for (let at = 0; at < text.length; at++) set |= 1 << (text.charCodeAt(at) % letterBits);
  return set;
}

function countBits(set: number): number {
  let rest = set - ((set >>> 1) & 0x5555_5555);
  rest = (rest & 0x3333_3333) + ((rest >>> 2) & 0x3333_3333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}

/**
 * Whether texts with these letters may be within so many mistakes of each other: each takes one kind of letter away at most,
 * and brings one.
 */
export function mayBeWithin(limit: number, first: number, second: number): boolean {
  return countBits(first & ~second) <= limit && countBits(second & ~first) <= limit;
}

/** Most typing mistakes with which a word of this length is still recognised. */
export function allowedMistakes(length: number): number {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}
