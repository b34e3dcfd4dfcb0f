/** How a process that killed itself ends: by a signal, but on Windows, which has none, with code 1. */
export const killedEnd: { readonly status: number | null; readonly signal: NodeJS.Signals | null } =
  process.platform === 'win32' ? { status: 1, signal: null } : { status: null, signal: 'SIGKILL' };
