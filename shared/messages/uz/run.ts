import type { run as source } from '../en/run.ts';

export const run: Record<keyof typeof source, string> = {};
