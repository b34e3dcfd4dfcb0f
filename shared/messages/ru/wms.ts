import type { wms as source } from '../en/wms.ts';

export const wms: Record<keyof typeof source, string> = {};
