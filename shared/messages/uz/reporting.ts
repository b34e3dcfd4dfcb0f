import type { reporting as source } from '../en/reporting.ts';

export const reporting: Record<keyof typeof source, string> = {};
