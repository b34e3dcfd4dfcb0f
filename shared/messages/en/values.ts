export const values = {} as const satisfies Record<string, string>;
