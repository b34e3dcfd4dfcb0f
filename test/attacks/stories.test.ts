/** Stories of an office under attack (stories.ts) that once ended with an order twice; `npm run torture` draws many more. */
import { expect, it } from 'vitest';
import { play, type Story } from './stories.ts';

const told: Readonly<Record<string, Story>> = {
  'a list begins under a number of ours, and goes on under another name': {
    numbers: 'everyRow',
    steps: [
      { kind: 'send', office: 0, from: 1, to: 2, name: 0 },
      { kind: 'copy' },
      { kind: 'send', office: 0, from: 2, to: 2, name: 1 },
    ],
  },
  'ids of the shop, an older database with a newer log and without, another name': {
    numbers: 'outsideIds',
    steps: [
      { kind: 'send', office: 0, from: 1, to: 2, name: 0 },
      { kind: 'copy' },
      { kind: 'restoreUnderLog' },
      { kind: 'restore' },
      { kind: 'send', office: 0, from: 1, to: 3, name: 1 },
    ],
  },
  'what another computer sent is told, and sent on under another name': {
    numbers: 'everyRow',
    steps: [
      { kind: 'send', office: 1, from: 1, to: 2, name: 0 },
      { kind: 'send', office: 0, from: 1, to: 2, name: 1 },
    ],
  },
  'two computers, a lost database and a clock that jumps': {
    numbers: 'everyRow',
    steps: [
      { kind: 'send', office: 1, from: 1, to: 4, name: 0 },
      { kind: 'send', office: 0, from: 3, to: 6, name: 0 },
      { kind: 'clock', days: 40 },
      { kind: 'lose' },
      { kind: 'merge' },
      { kind: 'clock', days: -40 },
      { kind: 'send', office: 0, from: 1, to: 6, name: 0 },
    ],
  },
};

it.each(Object.entries(told))('%s: no customer’s order is there twice', async (_what, story) => {
  const customers = await play(story);
  expect(customers.filter((name, at) => customers.indexOf(name) !== at)).toEqual([]);
});
