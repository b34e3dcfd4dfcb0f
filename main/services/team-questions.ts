/** Makes of a thing that two people of the team changed at once a question that window and terminal can ask. */
import { z } from 'zod';
import { profileSchema, type Profile } from '../../shared/domain/model/profile.ts';
import { settledThingSchema, type SettledThing } from '../../shared/domain/model/settled.ts';
import { shopSchema } from '../../shared/domain/model/shop.ts';
import { profileParts, type Said, type TeamQuestion } from '../../shared/domain/model/team-question.ts';
import { productSchema } from '../../shared/domain/products/product.ts';
import type { ThingQuestion } from '../platform/team-things.ts';
import type { Store } from '../store/store.ts';

/** What both sides, and the key, say of a kind of thing. */
interface Described {
  readonly kind: TeamQuestion['kind'];
  readonly what: string;
  readonly of?: string;
  readonly differs?: TeamQuestion['differs'];
  say(value: unknown): Said;
}

export function teamQuestions(store: Pick<Store, 'team' | 'shops'>): readonly TeamQuestion[] {
  return store.team.things.questions().map((question) => {
    const { id, key, ours, theirs, by, at, mayBeApart } = question;
    const values = [ours, theirs].map((value): unknown => (value === null ? null : JSON.parse(value)));
    const parts = z.array(z.string()).parse(JSON.parse(key));
    const { kind, what, of = '', differs = [], say } = described(question, parts, values);
    const said = values.map((value): Said => (value === null ? { kind: 'none' } : say(value)));
    const [own = { kind: 'none' }, other = { kind: 'none' }] = said;
    const shop = kind === 'server' ? '' : (store.shops.get(parts[0] ?? '')?.name ?? '');
    return { id, kind, what, of, shop, ours: own, theirs: other, differs, by, at, mayBeApart };
  });
}

function described({ kind }: ThingQuestion, parts: readonly string[], values: readonly unknown[]): Described {
  const [first = '', second = ''] = parts;
  const known = values.find((value) => value !== null);
  switch (kind) {
    case 'shop':
      return {
        kind,
        what: shopSchema.parse(known).name,
        say: (value) => ({ kind, ...shopSchema.extend({ removed: z.boolean() }).parse(value) }),
      };
    case 'server':
      return {
        kind,
        what: second,
        of: first,
        say: (value) => ({ kind: z.object({ isSame: z.boolean() }).parse(value).isSame ? 'sameWms' : 'otherWms' }),
      };
    case 'product':
      return {
        kind,
        what: productSchema.parse(known).key,
        say: (value) => ({ kind, ...productSchema.parse(value) }),
      };
    case 'settled':
      return settledDescribed(settledThingSchema.parse(known));
    case 'profile':
      return { kind, what: second, differs: profilesDiffer(values), say: saidOfProfile };
    case 'heading':
      return {
        kind: 'profileHeadings',
        what: values.flatMap((name) => (name === null ? [] : [z.string().parse(name)])).join(', '),
        say: (value) => ({ kind: 'text', text: z.string().parse(value) }),
      };
  }
}

function settledDescribed(thing: SettledThing): Described {
  const { kind } = thing;
  return {
    kind,
    what: kind === 'heading' ? thing.heading : thing.value,
    of: kind === 'value' ? thing.field : kind === 'rows' ? thing.heading : '',
    say(value) {
      const one = settledThingSchema.parse(value);
      if (one.kind === 'value') return { kind: 'text', text: one.text };
      return one.kind === 'rows' ? { kind: 'leftOut' } : { kind: 'field', field: one.field };
    },
  };
}

function saidOfProfile(value: unknown): Said {
  const { columns, constants } = profileSchema.parse(value);
  return { kind: 'profile', columns: columns.length, constants: Object.values(constants) };
}

function profilesDiffer(values: readonly unknown[]): TeamQuestion['differs'] {
  const [one, other] = values.map((value) => (value === null ? null : profileSchema.parse(value)));
  if (!one || !other) return [];
  const isOther = (part: keyof Profile): boolean => JSON.stringify(one[part]) !== JSON.stringify(other[part]);
  return profileParts.filter(isOther);
}
