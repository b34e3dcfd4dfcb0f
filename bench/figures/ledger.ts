/** Figure: a ledger of a million orders: merged, exported, a file opened against it, an order found. */
import fs from 'node:fs';
import path from 'node:path';
import { workFolder } from '../bundle.ts';
import {
  groupedDigits,
  orderFile,
  ownOutcome,
  peakOf,
  timeAndMemoryText,
  timeLine,
  timeOf,
  type BenchContext,
  type Figure,
} from '../figure.ts';
import { measureInTurns, runOnce, type Outcome } from '../measure.ts';
import type { Arguments } from '../subject.ts';
import { atMost, formatMilliseconds, type FigureLine } from '../table.ts';

const longest = 1_800_000;

/** One run: what is merged once is merged. */
async function once(subject: string, args: Arguments): Promise<Outcome> {
  const result = await runOnce({ module: 'ledger', subject, args }, longest);
  if (!result.ok) throw new Error(`${subject}: ${result.message}`);
  return { label: subject, runs: 1, numbers: result.numbers, failure: null };
}

function line(what: string, outcome: Outcome): FigureLine {
  const cpu = formatMilliseconds(outcome.numbers['cpu'] ?? Number.NaN);
  const ours = `${timeAndMemoryText(outcome)}, ${cpu} of a processor`;
  return { what, ours, peer: '', ratio: '', goal: atMost(peakOf(outcome), 200, '200 MB') };
}

async function opening(home: string, empty: string, context: BenchContext): Promise<FigureLine> {
  const orders = context.quick ? 5_000 : 100_000;
  const file = await orderFile('shared', orders * 2, context);
  const entrants = [home, empty].map((of, index) => ({
    ...{ label: index === 0 ? 'ours' : 'an empty ledger', module: 'team', subject: 'open' },
    ...{ args: { home: of, file }, rounds: context.quick ? 1 : 3 },
  }));
  const outcomes = await measureInTurns(entrants, context.log);
  return timeLine(
    `opening ${groupedDigits(orders)} orders against it`,
    ownOutcome(outcomes, 'ours'),
    ownOutcome(outcomes, 'an empty ledger'),
    (ratio) => atMost(ratio, 1.3, '1.3 ×'),
  );
}

export const ledgerFigure: Figure = {
  name: 'ledger',
  byDefault: false,
  packages: ['@photostructure/sqlite'],
  async measure(context) {
    const entries = context.quick ? 10_000 : 1_000_000;
    const folder = fs.mkdtempSync(path.join(workFolder, 'ledger-'));
    const at = (name: string): string => path.join(folder, name);
    const of = `a ledger of ${groupedDigits(entries)} orders`;
    try {
      context.log(of);
      await once('make', { file: at('theirs.jsonl'), entries });
      const merged = await once('merge', { home: at('home'), file: at('theirs.jsonl') });
      const again = await once('merge', { home: at('home'), file: at('theirs.jsonl') });
      const shared = await once('share', { home: at('home'), file: at('ours.jsonl') });
      if (merged.numbers['count'] !== entries || again.numbers['count'] !== 0 || shared.numbers['count'] !== entries)
        throw new Error('Not every order came along.');
      const opened = await opening(at('home'), at('empty'), context);
      await once('fill', { home: at('own'), entries });
      const found = await once('search', { home: at('own'), entries });
      const listed = await once('list', { home: at('own'), entries });
      const [narrowed, counts] = [listed.numbers['narrowed'], listed.numbers['counts']].map((ms) =>
        formatMilliseconds(ms ?? Number.NaN),
      );
      const first = formatMilliseconds(found.numbers['first'] ?? Number.NaN);
      return [
        line(`${of}: merged`, merged),
        line(`${of}: merged again`, again),
        line(`${of}: exported`, shared),
        opened,
        {
          what: `${of} of its own: found by number, WMS id, name, phone`,
          ours: `${formatMilliseconds(timeOf(found))} (the first for a customer ${first})`,
          ...{ peer: '', ratio: '', goal: atMost(timeOf(found), 100, '100 ms') },
        },
        {
          what: `${of} of its own: a page of the list`,
          ours: `${formatMilliseconds(timeOf(listed))} of a processor (narrowed by a number ${narrowed}, counted ${counts})`,
          ...{ peer: '', ratio: '', goal: null },
        },
      ];
    } finally {
      fs.rmSync(folder, { recursive: true, force: true });
    }
  },
};
