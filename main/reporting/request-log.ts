/** Writes the requests of a batch and their answers as lines of JSON, for the people who look after the WMS. */
import type { LoggedRequest } from '../ports.ts';
import { replaceFile, writePiece } from './file-replacement.ts';

/** Requests that are asked for at once. */
const pageLength = 500;

/** The line of one request. */
function lineOf({ startedAt, endedAt, ...said }: LoggedRequest): string {
  const time = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
  return `${JSON.stringify({ sentAt: time(startedAt), answeredAt: time(endedAt), method: 'POST', ...said })}\n`;
}

/**
 * Writes a line a request, in the order in which they went out; returns their number.
 * @param page the requests from an index on, in the same order each time; none: there are no more
 * @throws FailureError those of {@link replaceFile}
 */
export function writeRequestLog(
  path: string,
  page: (from: number, count: number) => Promise<readonly LoggedRequest[]> | readonly LoggedRequest[],
): Promise<number> {
  return replaceFile(path, async (stream) => {
    let count = 0;
    for (;;) {
      const requests = await page(count, pageLength);
      if (requests.length === 0) return count;
      count += requests.length;
      await writePiece(stream, requests.map(lineOf).join(''));
    }
  });
}
