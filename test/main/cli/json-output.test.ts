import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printJson } from '../../../main/cli/json-output.ts';
import type { Terminal } from '../../../main/cli/terminal.ts';

/** A terminal that keeps what it is given; `taken` resolves for each piece when its reader has taken it. */
function slowTerminal(taken: () => Promise<void> = () => Promise.resolve()) {
  const pieces: string[] = [];
  const terminal: Terminal = {
    print: (text) => pieces.push(`${text}\n`),
    write: (piece) => {
      pieces.push(piece);
      return taken();
    },
    printNotice: () => undefined,
    environment: {},
    isInteractive: false,
    signal: new AbortController().signal,
  };
  return { terminal, pieces };
}

const anyObject = fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue(), { maxKeys: 3 });

describe('JSON printed piece by piece', () => {
  it('is what JSON.stringify makes of the whole', async () => {
    await fc.assert(
      fc.asyncProperty(anyObject, fc.array(anyObject), anyObject, async (before, elements, after) => {
        const { terminal, pieces } = slowTerminal();
        await printJson(terminal, { a: before }, { name: 'list', elements }, { z: after });
        expect(pieces.join('')).toBe(`${JSON.stringify({ a: before, list: elements, z: after })}\n`);
        const empty = slowTerminal();
        await printJson(empty.terminal, {}, { name: 'list', elements }, {});
        expect(empty.pieces.join('')).toBe(`${JSON.stringify({ list: elements })}\n`);
      }),
    );
  });

  it('waits for its reader: no more elements are made than the pieces that it has taken hold', async () => {
    let made = 0;
    function* elements() {
      for (; made < 100_000; made++) yield { text: 'x'.repeat(100) };
    }
    let take = (): void => undefined;
    const { terminal, pieces } = slowTerminal(() => new Promise((resolve) => (take = resolve)));
    const printed = printJson(terminal, {}, { name: 'list', elements: elements() }, {});
    expect(pieces).toHaveLength(1);
    expect(made).toBeLessThan(1000);
    take();
    await Promise.resolve();
    expect(pieces).toHaveLength(2);
    expect(made).toBeLessThan(2000);
    made = 100_000;
    take();
    await printed;
    expect(pieces.at(-1)?.endsWith(']}\n')).toBe(true);
  });
});
