import type { reading as source } from '../en/reading.ts';

export const reading: Record<keyof typeof source, string> = {};
