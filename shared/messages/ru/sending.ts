import type { sending as source } from '../en/sending.ts';

export const sending: Record<keyof typeof source, string> = {};
