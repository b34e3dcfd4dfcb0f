export const words = {} as const satisfies Record<string, string>;
