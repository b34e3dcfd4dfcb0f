/** Figure: from a file to checked orders, and the re-checking after edits. */
import { groupedDigits, orderFile, ownOutcome, timeLine, type Figure } from '../figure.ts';
import { measureInTurns } from '../measure.ts';
import { atMost, formatMilliseconds, type FigureLine } from '../table.ts';

export const understandFigure: Figure = {
  name: 'understand',
  byDefault: true,
  packages: [],
  async measure(circumstances) {
    const rows = circumstances.quick ? 10_000 : 100_000;
    const rounds = circumstances.quick ? 1 : 5;
    circumstances.log(`understanding ${groupedDigits(rows)} rows`);
    const file = await orderFile('shared', rows, circumstances);
    const entrants = [
      { label: 'read, map, group, check', subject: 'understand' },
      { label: 'reading alone', subject: 'read' },
      { label: 'edits', subject: 'edits' },
    ].map(({ label, subject }) => ({
      label,
      module: 'understand',
      subject,
      args: { file },
      rounds: subject === 'edits' ? Math.min(rounds, 3) : rounds,
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
      time('one edit re-checked, 95 of 100', 'edit', 50),
      time('one edit re-checked, the slowest of 60', 'slowest', null),
      time('undo, 95 of 100', 'undo', null),
      time('one edit, then the rows with errors alone', 'filter', null),
      time('search', 'search', null),
      time('list of problems', 'causes', null),
    ];
  },
};
