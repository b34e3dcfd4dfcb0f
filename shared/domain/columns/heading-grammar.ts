/**
 * Reads a heading word by word: what it is about and whose it is («Тел. получателя», «Mijozning ismi-sharifi», «Қачон
 * етказиб берайлик?»), for headings that are in no list as a whole.
 */
import type { ColumnField } from '../model/fields.ts';
import type { UnsentKind } from './heading-names.ts';
import type { Concept, Role } from './heading-words.ts';
import {
  conceptStems,
  contracted,
  isRole,
  matchAt,
  mistyped,
  ofOtherScript,
  roleStems,
  runTogether,
  shortened,
  type AnyMeaning,
} from './known-words.ts';

export interface HeadingWords {
  readonly about: ReadonlySet<Concept>;
  readonly role: Role | null;
  /** Number of words that are not known. */
  readonly unknown: number;
  /** Number of words that are known with a slip in typing, or as two words without a space. */
  readonly guessed: number;
  /** The words that say neither whose it is nor that a person is meant, and are no fillers: «фамилия» of «Контакт: Фамилия». */
  readonly rest: readonly string[];
}

/** What the words of a heading mean together. */
export interface WordsMeaning {
  readonly field: ColumnField | null;
  readonly kind: UnsentKind | null;
}

/** `words`: folded ones. Of several roles the first counts, but the recipient before all others. */
export function readWords(words: readonly string[]): HeadingWords {
  const about = new Set<Concept>();
  const found: Role[] = [];
  const rest: string[] = [];
  let unknown = 0;
  let guessed = 0;
  const add = (meaning: AnyMeaning): void => void (isRole(meaning) ? found.push(meaning) : about.add(meaning));
  for (let at = 0; at < words.length;) {
    const role = matchAt(roleStems(), words, at);
    const concept = role === undefined || role.length === 1 ? matchAt(conceptStems(), words, at) : undefined;
    if (
      role !== undefined &&
      (concept === undefined || concept.meaning === 'delivery' || concept.meaning === 'order')
    ) {
      found.push(role.meaning);
      at += role.length;
    } else if (concept !== undefined) {
      about.add(concept.meaning);
      const text = words.slice(at, at + concept.length).join(' ');
      if (concept.meaning !== 'filler' && !personWord.test(text)) rest.push(text);
      // A paper of an order («накладная», «hujjat») stands for it.
      if (concept.meaning === 'document') about.add('order');
      at += concept.length;
    } else {
      const word = words[at] ?? '';
      const short = shortened().get(word) ?? contracted(word);
      const spelled = short === undefined ? ofOtherScript(word) : undefined;
      const slip = short === undefined && spelled === undefined ? mistyped(word, words[at + 1] ?? '') : null;
      const parts = short === undefined && slip === null ? (spelled === undefined ? runTogether(word) : [spelled]) : [];
      if (short?.role === undefined) rest.push(word);
      if (short?.role !== undefined) found.push(short.role);
      else if (short?.concept !== undefined) about.add(short.concept);
      else if (slip !== null || parts.length > 0) {
        for (const meaning of slip === null ? parts : [slip.meaning]) add(meaning);
        guessed++;
      }
      // A number or a single letter says nothing.
      else if (/\p{L}{2}/u.test(word)) unknown++;
      at += slip?.length ?? 1;
    }
  }
  // «Nima buyurtma qilasiz?», «Что (ID)» ask for the ware, «Ismingiz nima?» for a name.
  if (about.has('what') && !about.has('name')) about.add('product');
  // «ID курса», «Kurs nomi»: a course is a ware; a rate of exchange has neither.
  if ((about.has('id') || about.has('title')) && words.some((word) => /^(?:курс|kurs)/u.test(word))) {
    about.delete('other');
    about.add('product');
  }
  // Where to it goes is where the recipient is, also in a branch: «Qayerga (filial)».
  // «Склад назначения» is a place, and nobody's name.
  const isPlace = found.includes('warehouse') && about.size === 0;
  const isTheirs =
    (found.includes('recipient') && !isPlace) || (found.every((one) => one === 'shop') && about.has('whereTo'));
  return { about, role: isTheirs ? 'recipient' : isPlace ? 'warehouse' : (found[0] ?? null), unknown, guessed, rest };
}

/** Words for a person as such: «Контакт: Имя», «Contact last name». */
const personWord = /^(?:contact|kontakt|контакт|person|shaxs|шахс|лиц[оа]$)/u;

/** Concepts of which a heading that is about a person or a place consists. */
const personal: ReadonlySet<Concept> = new Set([
  'phone',
  'name',
  'surname',
  'address',
  'street',
  'whereTo',
  'region',
  'city',
  'zip',
  'country',
]);

/** Whether the heading is about a person or a place, so that it matters whose. */
export function isPersonal({ about, role, unknown }: HeadingWords): boolean {
  return (
    [...about].some((concept) => personal.has(concept)) || (role !== null && unknown === 0 && [...about].every(isWeak))
  );
}

function isWeak(concept: Concept): boolean {
  return concept === 'filler' || concept === 'id' || concept === 'number' || concept === 'title';
}

type Rule = readonly [all: readonly Concept[], none: readonly Concept[], meaning: ColumnField | `-${UnsentKind}`];

/** In order; the first that applies counts. */
const rules: readonly Rule[] = [
  [['mail'], ['phone'], '-notAField'],
  [['note'], [], '-note'],
  [['currency'], [], '-currency'],
  [['status', 'payment'], [], '-payment'],
  [['phone', 'second'], [], '-secondPhone'],
  [['phone'], [], 'phone'],
  [['status'], [], 'fulfillment_status'],
  [['date', 'created'], ['delivery'], '-created'],
  [['time', 'created'], ['delivery'], '-created'],
  [['delivery', 'price'], [], '-deliveryFee'],
  [['delivery', 'total'], [], '-deliveryFee'],
  [['delivery', 'fee'], [], '-deliveryFee'],
  [['whereTo'], ['region', 'city', 'name', 'surname', 'zip', 'country'], 'address'],
  [['delivery', 'address'], [], 'address'],
  [['delivery', 'place'], [], 'address'],
  [['delivery', 'region'], [], 'region'],
  [['delivery', 'city'], [], 'city'],
  [['delivery', 'date'], [], 'scheduled_at'],
  [['delivery', 'time'], [], 'scheduled_at'],
  [['delivery', 'when'], [], 'scheduled_at'],
  [['delivery', 'term'], [], 'scheduled_at'],
  [['when'], ['price', 'payment', 'total'], 'scheduled_at'],
  [['order', 'date'], [], '-created'],
  [['order', 'time'], [], '-created'],
  [['payment', 'date'], [], '-payment'],
  [['payment'], ['total', 'price'], '-payment'],
  [['discount', 'card'], [], '-orderDiscount'],
  [['discount', 'order'], [], '-orderDiscount'],
  [['card', 'total'], [], '-orderDiscount'],
  [['card', 'price'], [], '-orderDiscount'],
  [['price', 'discount'], ['final'], 'final_price'],
  [['discount'], ['price'], 'discount'],
  [['price', 'final'], [], 'final_price'],
  // «Всего шт», «Jami soni»: the pieces of a line.
  [['total', 'quantity'], ['price', 'order', 'payment'], 'quantity'],
  [['total'], [], '-total'],
  [['price'], ['delivery', 'payment'], 'price'],
  [['zip'], [], 'zip'],
  [['address'], [], 'address'],
  [['variation', 'id'], [], 'client_product_variation_id'],
  [['variation', 'code'], [], 'client_product_variation_id'],
  [['product', 'id'], [], 'client_product_id'],
  [['product', 'code', 'wms'], [], 'client_product_id'],
  [['product', 'wms'], [], 'client_product_id'],
  [['product', 'code'], [], 'product_code'],
  [['product', 'number'], ['order'], 'product_code'],
  [['product', 'quantity'], [], 'quantity'],
  [['quantity'], [], 'quantity'],
  [['product', 'title'], [], 'product_name'],
  [['product', 'name'], [], 'product_name'],
  [['product', 'list'], [], 'product_name'],
  [['order', 'list'], [], 'product_name'],
  [['contact', 'number'], ['order'], 'phone'],
  [['order', 'number'], [], 'order_id'],
  [['order', 'id'], [], 'order_id'],
  [['order', 'code'], [], 'order_id'],
  [['region'], [], 'region'],
  [['city'], [], 'city'],
  [['country'], [], 'country'],
  [['name', 'surname'], ['product'], 'full_name'],
  [['name'], ['product'], 'full_name'],
  [['contact'], ['order', 'product'], 'phone'],
  [['street'], [], 'address'],
  [['product'], [], 'product_name'],
];

/** Of whom a word alone is the name: «Кому», «Торговая точка». */
const named: ReadonlySet<Role> = new Set(['recipient', 'customer', 'counterparty']);

/** What the words mean together; null where they mean nothing known, or too many of them are not known. */
export function meaningOf({ about, role, unknown }: HeadingWords): WordsMeaning | null {
  // «Кому», «Алуучу», «Кому доставить», «Наименование клиента»: a person alone is named.
  const isPerson = (one: Concept): boolean =>
    one === 'filler' || one === 'title' || (one === 'delivery' && role === 'recipient');
  if (role !== null && named.has(role) && unknown === 0 && [...about].every(isPerson))
    return { field: 'full_name', kind: null };
  const said = [...about].filter((concept) => concept !== 'filler' && concept !== 'document');
  if (
    about.has('other') ||
    said.length === 0 ||
    unknown > 1 ||
    (unknown === 1 && said.length === 1 && !telling.has(said[0] ?? 'filler'))
  )
    return null;
  return meaningOfConcepts(about);
}

/** Fields whose values tell whether the words were understood; any text fits the others. */
const hintedFields: ReadonlySet<ColumnField> = new Set([
  'order_id',
  'scheduled_at',
  'phone',
  'address',
  'region',
  'zip',
  'client_product_id',
  'client_product_variation_id',
  'quantity',
  'price',
  'final_price',
]);

/** What a heading may mean of which too many words are not known; it counts only where the values fit well. */
export function hintOf({ about, role, unknown }: HeadingWords): ColumnField | null {
  const said = [...about].filter((one) => one !== 'filler');
  const isOnly = (...concepts: Concept[]): boolean =>
    unknown === 0 && said.length > 0 && said.every((one) => concepts.includes(one));
  // «Заявка», «Счёт»; «Mijoz raqami» over phones; «Вручение» over days.
  const field = about.has('other')
    ? null
    : isOnly('document', 'order')
      ? 'order_id'
      : role !== null && isOnly('number')
        ? 'phone'
        : role === null && isOnly('delivery')
          ? 'scheduled_at'
          : (meaningOfConcepts(about)?.field ?? null);
  return field !== null && hintedFields.has(field) ? field : null;
}

function meaningOfConcepts(about: ReadonlySet<Concept>): WordsMeaning | null {
  const rule = rules.find(([all, none]) => all.every((one) => about.has(one)) && !none.some((one) => about.has(one)));
  if (rule === undefined) return null;
  const [, , meaning] = rule;
  return meaning.startsWith('-')
    ? { field: null, kind: meaning.slice(1) as UnsentKind }
    : { field: meaning as ColumnField, kind: null };
}

/** Words that tell by themselves, whatever else a heading says. */
const telling: ReadonlySet<Concept> = new Set(['phone', 'address', 'note', 'currency', 'discount', 'zip']);
