import type { values as source } from '../en/values.ts';

export const values: Record<keyof typeof source, string> = {};
