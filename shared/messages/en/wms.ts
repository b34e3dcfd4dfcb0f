export const wms = {} as const satisfies Record<string, string>;
