export const desk = {} as const satisfies Record<string, string>;
