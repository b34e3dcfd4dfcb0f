/** Figure: writing the report as a workbook. */
import path from 'node:path';
import { workFolder } from '../bundle.ts';
import { groupedDigits, outcomeWithLabel, ownOutcome, timeLine, type Figure } from '../figure.ts';
import { measureInTurns } from '../measure.ts';
import { atMost } from '../table.ts';

const peers = [
  { label: 'exceljs Workbook, no styles', subject: 'workbook', limit: null },
  { label: 'exceljs WorkbookWriter, no styles', subject: 'workbookWriter', limit: null },
  { label: 'exceljs WorkbookWriter, the same sheets and styles', subject: 'styledWriter', limit: 1 },
] as const;

export const reportFigure: Figure = {
  name: 'report',
  byDefault: true,
  packages: ['exceljs'],
  async measure(circumstances) {
    const rows = circumstances.quick ? 10_000 : 100_000;
    circumstances.log(`report of ${groupedDigits(rows)} rows`);
    const args = { rows, file: path.join(workFolder, 'report.xlsx') };
    const entrants = [{ label: 'ours', subject: 'ours' }, ...peers].map(({ label, subject }) => ({
      label,
      module: 'write-report',
      subject,
      args,
      rounds: 1,
    }));
    const outcomes = await measureInTurns(entrants, circumstances.log);
    return peers.map(({ label, limit }) =>
      timeLine(
        `report, ${groupedDigits(rows)} × 20, xlsx`,
        ownOutcome(outcomes, 'ours'),
        outcomeWithLabel(outcomes, label),
        limit === null ? null : (ratio) => atMost(ratio, limit, `${limit} ×`),
      ),
    );
  },
};
