import type { headings as source } from '../en/headings.ts';

export const headings: Record<keyof typeof source, string> = {};
