/** Tells for how long processes have kept a processor busy (Linux alone tells it of others). */
import fs from 'node:fs';

/** Milliseconds of one tick of the times in /proc: the kernel counts a hundred a second for whoever asks. */
const tickMs = 10;

/** Milliseconds for which this process has kept a processor busy. */
export function ownProcessorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * Milliseconds for which a process, all that it started, and what of these has ended, have kept a processor busy; null where
 * the system does not tell.
 */
export function treeProcessorMs(root: number): number | null {
  if (process.platform !== 'linux') return null;
  const processes = new Map<number, ProcessTime>();
  for (const id of fs.readdirSync('/proc').map(Number)) {
    const found = Number.isInteger(id) ? processOf(id) : null;
    if (found) processes.set(id, found);
  }
  const isUnder = (id: number): boolean => id === root || (id > 1 && isUnder(processes.get(id)?.parent ?? 0));
  let ticks = 0;
  for (const [id, one] of processes) if (isUnder(id)) ticks += one.ticks;
  return ticks * tickMs;
}

interface ProcessTime {
  readonly parent: number;
  readonly ticks: number;
}

function processOf(id: number): ProcessTime | null {
  let text: string;
  try {
    text = fs.readFileSync(`/proc/${id}/stat`, 'utf8');
  } catch {
    // It has ended meanwhile.
    return null;
  }
  // After the name, which may hold anything: state, parent, …; its own time and that of its ended children stand from the 12th on.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  return { parent: Number(fields[1]), ticks };
}
