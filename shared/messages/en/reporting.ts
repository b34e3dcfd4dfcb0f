export const reporting = {} as const satisfies Record<string, string>;
