/** The known names of headings by their folded keys, as name-match.ts looks them up. */
import { once } from '../../once.ts';
import { columnFields, type ColumnField } from '../model/fields.ts';
import { foldHeading } from './fold-heading.ts';
import {
  fieldNames,
  fieldPartNames,
  scopedNames,
  scopeWords,
  unsentKinds,
  unsentNames,
  weakNames,
  type FieldPart,
  type UnsentKind,
} from './heading-names.ts';

export interface KnownName {
  readonly field: ColumnField;
  /** Position in the list of names; lower is more telling. */
  readonly rank: number;
  readonly name: string;
}

const foldedKeyOf = (name: string): string => foldHeading(name).key;
/** Shorter names are not matched with typing mistakes: a letter less than a heading has to have. */
const shortestLooseName = 4;

function keyWithPercent(name: string): string {
  const folded = foldHeading(name);
  return folded.percent ? `${folded.key}%` : folded.key;
}

/** What was set first stays. */
function setFirst<T>(map: Map<string, T>, key: string, value: T): void {
  if (!map.has(key)) map.set(key, value);
}

function makeNames() {
  const strong = new Map<string, KnownName>();
  /** Names of `strong` for matching with typing mistakes, by first letter (which is hardly ever mistyped). */
  const byInitial = new Map<string, (readonly [name: string, known: KnownName])[]>();
  const weak = new Map<string, KnownName[]>();
  const parts = new Map<string, FieldPart>();
  const unsent = new Map<string, UnsentKind>();
  const scoped = {
    shipping: new Map<string, ColumnField | UnsentKind>(),
    item: new Map<string, ColumnField | UnsentKind>(),
  };
  const scopes = new Map<string, keyof typeof scopeWords>(
    (Object.keys(scopeWords) as (keyof typeof scopeWords)[]).flatMap((scope) =>
      scopeWords[scope].map((word) => [foldedKeyOf(word), scope] as const),
    ),
  );

  for (const field of columnFields) {
    for (const [rank, name] of fieldNames[field].entries()) setFirst(strong, foldedKeyOf(name), { field, rank, name });
    for (const [rank, name] of (weakNames[field] ?? []).entries()) {
      const key = foldedKeyOf(name);
      weak.set(key, [...(weak.get(key) ?? []), { field, rank, name }]);
    }
  }
  for (const entry of strong) {
    const [name] = entry;
    if (name.length >= shortestLooseName)
      byInitial.set(name[0] ?? '', [...(byInitial.get(name[0] ?? '') ?? []), entry]);
  }
  for (const part of Object.keys(fieldPartNames) as FieldPart[])
    for (const name of fieldPartNames[part]) parts.set(foldedKeyOf(name), part);
  for (const kind of unsentKinds) for (const name of unsentNames[kind]) setFirst(unsent, keyWithPercent(name), kind);
  for (const scope of ['shipping', 'item'] as const) {
    for (const target of Object.keys(scopedNames[scope]) as (ColumnField | UnsentKind)[])
      for (const name of scopedNames[scope][target] ?? []) scoped[scope].set(foldedKeyOf(name), target);
  }
  return { strong, byInitial, weak, parts, unsent, scoped, scopes } as const;
}

/** Made when a heading is read first: processes that read none (a start of the app, a command) do not wait for it. */
export const knownNames = once(makeNames);
