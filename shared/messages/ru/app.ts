import type { app as source } from '../en/app.ts';

export const app: Record<keyof typeof source, string> = {};
