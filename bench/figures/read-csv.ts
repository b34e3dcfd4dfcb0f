/** Figure: reading CSV files, against papaparse and others. */
import {
  groupedDigits,
  checkedOutcome,
  outcomeWithLabel,
  orderFile,
  ownOutcome,
  timeLine,
  type Figure,
} from '../figure.ts';
import { headings } from '../orders.ts';
import { measureInTurns } from '../measure.ts';
import { atMost } from '../table.ts';

const peers = [
  { label: 'papaparse, decoded text', subject: 'papaparse' },
  { label: 'csv-parse, decoded text', subject: 'csvParse' },
  { label: 'uDSV, decoded text', subject: 'udsv' },
  { label: 'split by hand, no quotes', subject: 'split' },
] as const;

export const readCsvFigure: Figure = {
  name: 'read-csv',
  byDefault: true,
  packages: ['papaparse', 'csv-parse', 'udsv'],
  async measure(circumstances) {
    const rows = circumstances.quick ? 10_000 : 100_000;
    const rounds = circumstances.quick ? 2 : 7;
    circumstances.log(`csv, ${groupedDigits(rows)} rows`);
    const file = await orderFile('csv', rows, circumstances);
    const entrants = [{ label: 'ours', subject: 'ours' }, ...peers].map(({ label, subject }) => ({
      label,
      module: 'read-csv',
      subject,
      args: { file },
      rounds,
    }));
    const outcomes = await measureInTurns(entrants, circumstances.log);
    const cells = (rows + 1) * headings.length;
    const ours = ownOutcome(outcomes, 'ours', cells);
    const what = `csv, ${groupedDigits(rows)} × ${headings.length}`;
    return peers.map(({ label, subject }) =>
      timeLine(
        what,
        ours,
        checkedOutcome(outcomeWithLabel(outcomes, label), cells),
        subject === 'papaparse' ? (ratio) => atMost(ratio, 1.3, '1.3 ×') : null,
      ),
    );
  },
};
