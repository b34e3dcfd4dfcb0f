export const orders = {} as const satisfies Record<string, string>;
