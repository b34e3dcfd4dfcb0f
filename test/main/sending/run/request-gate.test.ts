import { expect, it } from 'vitest';
import { RequestGate } from '../../../../main/sending/run/request-gate.ts';

/** Requests that end when told to. */
function requests(gate: RequestGate) {
  const ends: (() => void)[] = [];
  const over: Promise<void>[] = [];
  return {
    started: () => ends.length,
    begin: () => over.push(gate.run(() => new Promise((resolve) => ends.push(resolve)))),
    async end(at: number) {
      ends[at]?.();
      await over[at];
    },
  };
}
const turn = () => new Promise((resolve) => setImmediate(resolve));

it('lets no more go than are allowed; the rest waits for its turn', async () => {
  const gate = new RequestGate(() => 2);
  const sent = requests(gate);
  expect(gate.isOpen).toBe(true);
  for (let one = 0; one < 5; one++) sent.begin();
  await turn();
  expect(sent.started()).toBe(2);
  expect(gate.inFlight).toBe(5);
  expect(gate.isOpen).toBe(false);
  await sent.end(1);
  await turn();
  expect(sent.started()).toBe(3);
  expect(gate.inFlight).toBe(4);
});

it('counts a request no more once it is known to be over', async () => {
  const gate = new RequestGate(() => 1);
  for (let one = 0; one < 3; one++) {
    const over = gate.run(async () => {});
    expect(gate.inFlight).toBe(1);
    expect(gate.isOpen).toBe(false);
    await over;
    expect(gate.inFlight).toBe(0);
    expect(gate.isOpen).toBe(true);
  }
});

it('follows what is allowed: up at once, down as requests end', async () => {
  let allowed = 1;
  const gate = new RequestGate(() => allowed);
  const sent = requests(gate);
  sent.begin();
  allowed = 3;
  expect(gate.isOpen).toBe(true);
  sent.begin();
  sent.begin();
  await turn();
  expect(sent.started()).toBe(3);
  allowed = 1;
  expect(gate.isOpen).toBe(false);
  await sent.end(0);
  await sent.end(1);
  expect(gate.isOpen).toBe(false);
  await sent.end(2);
  expect(gate.isOpen).toBe(true);
});
