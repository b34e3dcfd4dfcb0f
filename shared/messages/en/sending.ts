export const sending = {} as const satisfies Record<string, string>;
