/** Figure: the first start after a process was killed, with a million attempts in database and witness. */
import fs from 'node:fs';
import path from 'node:path';
import { workFolder } from '../bundle.ts';
import {
  groupedDigits,
  outcomeWithLabel,
  ownOutcome,
  timeAndMemoryText,
  timeOf,
  type BenchContext,
  type Figure,
} from '../figure.ts';
import { measureInTurns, runOnce, type Outcome } from '../measure.ts';
import { atMost, formatMilliseconds, ratioText } from '../table.ts';

/** To be raised when the home is made differently, so that no older one is reused. */
const generation = 1;

const limits = [
  { label: 'quick_check alone', subject: 'quickCheck' },
  { label: 'integrity_check alone', subject: 'integrityCheck' },
  { label: 'the witness read and hashed', subject: 'readBytes' },
] as const;

/** A home with so many attempts, made if it does not exist yet: 2 GB and some minutes for a million. */
async function homeWith(attempts: number, { log }: BenchContext): Promise<string> {
  const home = path.join(workFolder, `home-${generation}-${attempts}`);
  if (fs.existsSync(home)) return home;
  log(`  making ${path.basename(home)}`);
  const partial = `${home}.partial`;
  fs.rmSync(partial, { recursive: true, force: true });
  const made = await runOnce({ module: 'recovery', subject: 'make', args: { home: partial, attempts } }, 1_800_000);
  if (!made.ok) throw new Error(`The home could not be made: ${made.message}`);
  fs.renameSync(partial, home);
  return home;
}

const cpuOf = (outcome: Outcome): string =>
  `${formatMilliseconds(outcome.numbers['cpu'] ?? Number.NaN)} of a processor`;

export const recoveryFigure: Figure = {
  name: 'recovery',
  byDefault: false,
  packages: ['@photostructure/sqlite'],
  async measure(circumstances) {
    const attempts = circumstances.quick ? 10_000 : 1_000_000;
    circumstances.log(`recovery, ${groupedDigits(attempts)} attempts`);
    const home = await homeWith(attempts, circumstances);
    const rounds = circumstances.quick ? 1 : 3;
    const outcomes = await measureInTurns(
      [{ label: 'ours', subject: 'ours' }, ...limits].map(({ label, subject }) => ({
        label,
        module: 'recovery',
        subject,
        args: { home },
        rounds,
      })),
      circumstances.log,
    );
    const ours = ownOutcome(outcomes, 'ours');
    if (ours.numbers['told'] !== 0) throw new Error('Something was found in a home that is whole.');
    const what = `first start after a kill, ${groupedDigits(attempts)} attempts`;
    return [
      {
        what,
        ours: `${timeAndMemoryText(ours)}, ${cpuOf(ours)}`,
        peer: '',
        ratio: '',
        goal: atMost(timeOf(ours), 5000, '5 s'),
      },
      ...limits.map(({ label }) => {
        const limit = outcomeWithLabel(outcomes, label);
        return {
          what,
          ours: timeAndMemoryText(ours),
          peer: `${label}: ${formatMilliseconds(timeOf(limit))}, ${cpuOf(limit)}`,
          ratio: ratioText(timeOf(ours) / timeOf(limit)),
          goal: null,
        };
      }),
    ];
  },
};
