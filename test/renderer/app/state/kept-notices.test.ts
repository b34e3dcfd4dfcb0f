import { expect, it } from 'vitest';
import { keptOnLeaving } from '../../../../renderer/app/state/kept-notices.ts';

it('a failure goes with the screen that it is about; good news, the app’s own and what opening a file said stay', () => {
  const shown = [
    { name: 'refused fix', tone: 'error', at: 9_900 },
    { name: 'went back', tone: 'info', at: 9_900 },
    { name: 'kept', tone: 'done', at: 1 },
    { name: 'witness', tone: 'error', at: 1, stays: true },
    { name: 'not opened', tone: 'error', at: 9_900, ofOpening: true },
    { name: 'not opened before', tone: 'error', at: 8_000, ofOpening: true },
  ] as const;
  expect(keptOnLeaving(shown, 10_000).map(({ name }) => name)).toEqual(['kept', 'witness', 'not opened']);
});
