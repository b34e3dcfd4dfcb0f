/**
 * The limit of a test that starts many processes or tries many cases, or of an answer over HTTP that must come in time.
 * @returns milliseconds; more on Windows, which for us is Wine: there a process takes seconds to start
 */
export function patience(milliseconds: number): number {
  return process.platform === 'win32' ? milliseconds * 6 : milliseconds;
}
