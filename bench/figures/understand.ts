/** Figure: from a file to checked orders, and the re-checking after edits. */
import path from 'node:path';
import { groupedDigits, orderFile, ownOutcome, timeLine, type Figure } from '../figure.ts';
import { measureInTurns } from '../measure.ts';
import { atMost, formatMilliseconds, type FigureLine } from '../table.ts';

/** A day's file of a larger shop. */
const smallRows = 1_000;

export const understandFigure: Figure = {
  name: 'understand',
  byDefault: true,
  packages: [],
  async measure(circumstances) {
    const rows = circumstances.quick ? 10_000 : 100_000;
    const rounds = circumstances.quick ? 1 : 5;
    circumstances.log(`understanding ${groupedDigits(rows)} rows`);
    const file = await orderFile('shared', rows, circumstances);
    const small = await orderFile('shared', smallRows, circumstances);
    const sample = path.resolve('samples/orders-uz.xlsx');
    const entrants = [
      { label: 'read, map, group, check', subject: 'understand', args: { file } },
      { label: 'reading alone', subject: 'read', args: { file } },
      { label: 'edits', subject: 'edits', args: { file } },
      { label: 'a small file, after the warm-up', subject: 'warmed', args: { file: small, sample } },
      { label: 'a small file', subject: 'understand', args: { file: small } },
    ].map((entrant) => ({
      ...entrant,
      module: 'understand',
      rounds: entrant.subject === 'edits' ? Math.min(rounds, 3) : rounds,
    }));
    const outcomes = await measureInTurns(entrants, circumstances.log);
    const understood = ownOutcome(outcomes, 'read, map, group, check');
    const { orders = 0, ready = 0 } = understood.numbers;
    if (orders === 0 || ready !== orders)
      throw new Error(`Only ${ready} of ${orders} orders are ready: the file was not understood.`);
    const edits = ownOutcome(outcomes, 'edits');
    const inBatch = `in a batch of ${groupedDigits(rows)} rows`;
    const time = (what: string, name: string, limit: number | null): FigureLine => {
      const ms = edits.numbers[name] ?? Number.NaN;
      return {
        what: `${what}, ${inBatch}`,
        ours: formatMilliseconds(ms),
        peer: '',
        ratio: '',
        goal: limit === null ? null : atMost(ms, limit, `${limit} ms`),
      };
    };
    return [
      timeLine(
        `read + map + group + check, ${groupedDigits(rows)} rows`,
        understood,
        ownOutcome(outcomes, 'reading alone'),
        (ratio) => atMost(ratio, 2.2, '2.2 ×'),
      ),
      timeLine(
        `the first file that is opened, ${groupedDigits(smallRows)} rows, after the engine ran through a sample`,
        ownOutcome(outcomes, 'a small file, after the warm-up'),
        ownOutcome(outcomes, 'a small file'),
        null,
      ),
      time('one edit re-checked, 95 of 100', 'edit', 50),
      time('one edit re-checked, the slowest of 60', 'slowest', null),
      time('undo, 95 of 100', 'undo', null),
      time('one edit, then the rows with errors alone', 'filter', null),
      time('search', 'search', null),
      time('list of problems', 'causes', null),
    ];
  },
};
