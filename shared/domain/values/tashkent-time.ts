/** Wall time of Asia/Tashkent: UTC+05:00 all the year, no summer time (docs/domain.md, «Dates»). */

const offset = 5 * 3_600_000;

/** Milliseconds since 1970 → `YYYY-MM-DDTHH:mm:ss` on Tashkent's clock. */
export function localFromEpoch(epoch: number): string {
  return new Date(epoch + offset).toISOString().slice(0, 19);
}

/** `YYYY-MM-DDTHH:mm:ss` on Tashkent's clock → milliseconds since 1970. */
export function epochFromLocal(local: string): number {
  return Date.parse(`${local}Z`) - offset;
}

/** The same instant in UTC: `YYYY-MM-DDTHH:mm:ssZ` (decision 8). */
export function toUtc(local: string): string {
  return `${new Date(epochFromLocal(local)).toISOString().slice(0, 19)}Z`;
}

/** The local clock with a Z behind it: what some servers mean by the document's example (decision 8, a profile's choice). */
export function localWithZ(local: string): string {
  return `${local}Z`;
}
