/** Reads one file in a process of its own and prints one line of JSON: the result and the peak memory. */
import fs from 'node:fs';
import { readSheetFile } from '../../main/reading/read-file.ts';
import { FailureError } from '../../shared/result.ts';

/** In MB. */
function peakMemory(): number {
  try {
    // VmHWM counts this process alone; resourceUsage may include the process that forked it.
    return Number(/VmHWM:\s+(\d+) kB/u.exec(fs.readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024;
  } catch {
    return process.resourceUsage().maxRSS / 1024;
  }
}

const path = process.argv[2] ?? '';
let verdict: string;
try {
  const { table, issues } = await readSheetFile({ path });
  verdict = `read ${table.cellCount}${issues.length > 0 ? ` ${issues[0]?.code}` : ''}`;
} catch (error) {
  if (!(error instanceof FailureError)) throw error;
  verdict = error.failure.code;
}
console.log(JSON.stringify({ verdict, megabytes: peakMemory() }));
