/** Figure: writing the report as a workbook. It has no goal; its cost is only shown. */
import path from 'node:path';
import { workFolder } from '../bundle.ts';
import { groupedDigits, outcomeWithLabel, ownOutcome, timeLine, type Figure } from '../figure.ts';
import { measureInTurns } from '../measure.ts';

const peers = [
  { label: 'exceljs Workbook, no styles', subject: 'workbook' },
  { label: 'exceljs WorkbookWriter, no styles', subject: 'workbookWriter' },
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
    return peers.map(({ label }) =>
      timeLine(
        `report, ${groupedDigits(rows)} × 20, xlsx`,
        ownOutcome(outcomes, 'ours'),
        outcomeWithLabel(outcomes, label),
        null,
      ),
    );
  },
};
