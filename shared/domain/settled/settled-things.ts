/** What was settled, as single things, and when two of them are about the same. */
import type { Settled, SettledThing } from '../model/settled.ts';
import { meaningKey } from './meanings.ts';

/** Equal for things of which only one can hold: the same text, rows or heading, in whatever letters. */
export function settledKey(thing: SettledThing): string {
  switch (thing.kind) {
    case 'value':
      return JSON.stringify([thing.field, meaningKey(thing.value)]);
    case 'rows':
      return JSON.stringify([meaningKey(thing.heading), meaningKey(thing.value)]);
    case 'heading':
      return meaningKey(thing.heading);
  }
}

export function settledThings({ values, rows, headings }: Settled): SettledThing[] {
  return [
    ...values.map(({ field, value, text }) => ({ kind: 'value' as const, field, value, text })),
    ...rows.map(({ heading, value }) => ({ kind: 'rows' as const, heading, value })),
    ...headings.map(({ heading, field }) => ({ kind: 'heading' as const, heading, field })),
  ];
}
