import type { orders as source } from '../en/orders.ts';

export const orders: Record<keyof typeof source, string> = {};
