/** Whose a person's details are by where they stand: «Отправитель | Телефон | Получатель | Телефон». */
import type { ColumnField } from '../model/fields.ts';
import type { RoleBefore } from './evidence.ts';
import type { Concept, Role } from './heading-words.ts';
import type { HeadingName } from './name-match.ts';

const details: ReadonlySet<ColumnField> = new Set(['phone', 'address', 'region', 'city', 'zip', 'country']);
const placeConcepts: ReadonlySet<Concept> = new Set(['address', 'region', 'city', 'zip', 'country']);
/** People who are named with a phone at most: no place beside them is theirs. */
const withoutPlaces: ReadonlySet<Role> = new Set(['courier', 'operator', 'manager']);
const detailConcepts: readonly Concept[] = ['phone', 'address', 'region', 'city', 'zip', 'country'];

/**
 * A word that is in no list, alone over one column and with «phone», «address» over another («Kelin | Kelin tel»), names
 * somebody: where the sheet names its customers as such, that is somebody else.
 */
function unknownPeople(headings: readonly { readonly name: HeadingName }[]): ReadonlySet<string> {
  if (!headings.some(({ name }) => name.role === 'recipient' || name.role === 'customer')) return new Set();
  return new Set(headings.flatMap(({ name }) => (isUnknownWord(name) ? name.folded.words : [])));
}

function isUnknownWord({ folded, matches, unsentKind, part, role, about }: HeadingName): boolean {
  return (
    folded.words.length === 1 &&
    matches.length === 0 &&
    unsentKind === undefined &&
    part === undefined &&
    role === null &&
    about.size === 0
  );
}

/** For each heading the person whom the columns before it name; null where its own words say, or nobody is named. */
export function rolesBefore(
  headings: readonly { readonly heading: string; readonly name: HeadingName }[],
): (RoleBefore | null)[] {
  const count = new Map<Concept, number>();
  for (const { name } of headings)
    for (const concept of detailConcepts)
      if (name.about.has(concept)) count.set(concept, (count.get(concept) ?? 0) + 1);
  const isRecipientNamed = headings.some(
    ({ name }) => name.role === 'recipient' && detailConcepts.some((one) => name.about.has(one)),
  );
  const people = unknownPeople(headings);
  let current: (Pick<RoleBefore, 'role' | 'heading'> & { readonly has: ReadonlySet<Concept> }) | null = null;
  return headings.map(({ heading, name }, at) => {
    // A shop export says of each column whose it is.
    if (name.scope !== 'none') {
      current = null;
      return null;
    }
    if (name.role !== null) {
      const has: ReadonlySet<Concept> = new Set(
        current?.role === name.role ? [...current.has, ...name.about] : name.about,
      );
      current = isAboutPerson(name) ? { role: name.role, heading, has } : null;
      return null;
    }
    const concept = detailConcepts.find((one) => name.about.has(one));
    const person = concept === undefined ? undefined : name.folded.words.find((word) => people.has(word));
    if (person !== undefined) {
      current = null;
      return { role: 'related', heading: person, isSure: true };
    }
    const isDetail = concept !== undefined && name.matches.some(({ field }) => details.has(field));
    if (!isDetail) {
      if (name.folded.key !== '') current = null;
      return null;
    }
    // «Bola ismi | Asosiy tel | Qoʻshimcha tel»: the first of two is of whom the order is.
    if (name.about.has('main') && headings.some((other) => isSecondOf(other.name, concept))) return null;
    // «Менеджер | Тел. менеджера | Телефон»: the manager has a phone already.
    if (current === null || current.has.has(concept)) return null;
    if (placeConcepts.has(concept) && (withoutPlaces.has(current.role) || isBeforeRecipientsAddress(headings, at)))
      return null;
    return { role: current.role, heading: current.heading, isSure: (count.get(concept) ?? 0) > 1 || isRecipientNamed };
  });
}

function isSecondOf({ role, about }: HeadingName, concept: Concept): boolean {
  return role === null && about.has('second') && about.has(concept);
}

/** «Область | Адрес доставки»: places are named before the address that they belong to. */
function isBeforeRecipientsAddress(headings: readonly { readonly name: HeadingName }[], at: number): boolean {
  for (const { name } of headings.slice(at + 1)) {
    const concept = detailConcepts.find((one) => name.about.has(one));
    if (concept === 'address')
      return name.role === 'recipient' || name.scope === 'shipping' || name.about.has('delivery');
    if (concept === undefined || concept === 'phone' || name.role !== null) return false;
  }
  return false;
}

function isAboutPerson({ matches, unsentKind, about }: HeadingName): boolean {
  return (
    unsentKind === 'ofOther' ||
    unsentKind === 'notAField' ||
    about.size === 0 ||
    matches.some(({ field }) => field === 'full_name' || details.has(field))
  );
}
