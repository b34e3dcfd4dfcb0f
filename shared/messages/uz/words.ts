import type { words as source } from '../en/words.ts';

export const words: Record<keyof typeof source, string> = {};
