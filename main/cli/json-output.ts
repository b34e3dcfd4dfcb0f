/** Prints one JSON object piece by piece: a list in it may be longer than memory should hold. */
import type { Terminal } from './terminal.ts';

/** Characters that are gathered before they are written. */
const pieceLength = 1 << 16;

/** The properties of an object as JSON, without its braces. */
function propertiesJson(object: object): string {
  return JSON.stringify(object).slice(1, -1);
}

/** Prints `{ …before, [name]: [ …elements ], …after }` in a line; each element is asked for when those before it are written. */
export async function printJson(
  terminal: Terminal,
  before: object,
  { name, elements }: { readonly name: string; readonly elements: Iterable<object> },
  after: object,
): Promise<void> {
  let piece = `{${[propertiesJson(before), `${JSON.stringify(name)}:[`].filter((part) => part !== '').join(',')}`;
  let mark = '';
  for (const element of elements) {
    piece += mark + JSON.stringify(element);
    mark = ',';
    if (piece.length < pieceLength) continue;
    await terminal.write(piece);
    piece = '';
  }
  terminal.print(`${piece}${[']', propertiesJson(after)].filter((part) => part !== '').join(',')}}`);
}
