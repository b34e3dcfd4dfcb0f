export const headings = {} as const satisfies Record<string, string>;
