/**
 * Reads refusals of the WMS: every known shape of this back end, its older builds and the frameworks used for such servers
 * (docs/domain.md, «Refusals»). Pure and total: accepts any status and any body.
 */
import { z } from 'zod';
import type { Field } from '../domain/model/fields.ts';
import type { Params } from '../domain/model/issues.ts';
import { namesItemList, targetOfPath, targetOfLabel, splitFieldPath } from './refusal-path.ts';
import { readGeneralMessage, readServerMessage, type RefusalKind } from './server-messages.ts';

/** One error that the server found in one value. */
export interface FieldError {
  readonly field: Field | null;
  /** Index into the sent order_items; null for the order itself, or where the server does not say. */
  readonly item: number | null;
  readonly kind: RefusalKind;
  /** label (the server's name of the value), message, and where given min, max, length, limit, value. */
  readonly params: Params;
  /** The server's sentence, cut after 1,000 characters. */
  readonly message: string;
}

export interface Refusal {
  /**
   * What the refusal was read from: `errors`, a list of errors; `saveFailure`, the text of an exception whose transaction
   * was rolled back; `message`, a single sentence.
   */
  readonly source: 'errors' | 'saveFailure' | 'message';
  readonly fieldErrors: readonly FieldError[];
  /** Sentences about the order as a whole, unchanged. */
  readonly generalMessages: readonly string[];
}

const maxMessage = 1000;
const maxErrors = 500;
const maxDepth = 6;

/** `[{field, message}]`: Yii's own form of a failed validation. */
const fieldMessageSchema = z.looseObject({ field: z.string(), message: z.string() });
/** `{message, errors}`: older builds, and Laravel; `errors` is an object of lists, a list, or one text. */
const bodySchema = z.looseObject({ message: z.string().optional().catch(undefined), errors: z.unknown().optional() });
const recordSchema = z.record(z.string(), z.unknown());

/** Statuses that do not mean «this order is wrong». */
const otherMeanings: ReadonlySet<number> = new Set([401, 403, 404, 405, 406, 407, 408, 415, 421, 425, 429]);

class RefusalCollector {
  readonly fieldErrors: FieldError[] = [];
  readonly generalMessages: string[] = [];

  get isEmpty(): boolean {
    return this.fieldErrors.length === 0 && this.generalMessages.length === 0;
  }

  /** Adds a sentence about the value that `parts` name; an item's sentence may contain further ones as JSON. */
  add(parts: readonly string[], text: string): void {
    const message = text.trim();
    if (message === '' || this.fieldErrors.length + this.generalMessages.length >= maxErrors) return;
    if (parts.length === 0) return this.#addUnplaced(message);
    if (namesItemList(parts.at(-1) ?? '') && this.#addItemSentence(message)) return;
    const short = message.slice(0, maxMessage);
    const read = readServerMessage(short);
    const label = read.label === '' ? (parts.at(-1) ?? '') : read.label;
    this.fieldErrors.push({
      ...targetOfPath(parts),
      kind: read.kind,
      params: { ...read.params, label, message: short },
      message: short,
    });
  }

  /** Adds a sentence without a key; its label may still name the field. */
  #addUnplaced(message: string): void {
    const short = message.slice(0, maxMessage);
    const read = readServerMessage(short);
    const place = targetOfLabel(read.label);
    if (place.field === null && !namesItemList(read.label)) {
      this.generalMessages.push(short);
      return;
    }
    this.fieldErrors.push({
      ...place,
      kind: read.kind,
      params: { ...read.params, label: read.label, message: short },
      message: short,
    });
  }

  /** Adds «Order items at index 0 is invalid: {"quantity":["…"]}»; false where the sentence is no such. */
  #addItemSentence(message: string): boolean {
    const found = /^Order items at index (\d{1,6}) is invalid: (\{.*\})$/su.exec(message);
    if (!found) return false;
    const [, index = '', json = ''] = found;
    const before = this.fieldErrors.length;
    try {
      this.addNested(JSON.parse(json), ['order_items', index], 1);
    } catch {
      // Text that only looks like JSON is shown unchanged.
    }
    if (this.fieldErrors.length > before) return true;
    const short = message.slice(0, maxMessage);
    this.fieldErrors.push({
      field: null,
      item: Number(index),
      kind: 'other',
      params: { label: 'order_items', message: short },
      message: short,
    });
    return true;
  }

  /** Adds `errors` in any nesting: texts are sentences, keys and list indices of objects form the path. */
  addNested(value: unknown, parts: readonly string[], depth: number): void {
    if (depth > maxDepth || this.fieldErrors.length + this.generalMessages.length >= maxErrors) return;
    if (typeof value === 'string') return this.add(parts, value);
    if (typeof value === 'number' || typeof value === 'boolean') return this.add(parts, String(value));
    if (Array.isArray(value)) {
      for (const [index, entry] of value.entries()) {
        const isText = typeof entry !== 'object' || entry === null;
        const pair = isText ? undefined : fieldMessageSchema.safeParse(entry);
        if (pair?.success) this.add([...parts, ...splitFieldPath(pair.data.field)], pair.data.message);
        else this.addNested(entry, isText ? parts : [...parts, String(index)], depth + 1);
      }
      return;
    }
    const record = recordSchema.safeParse(value);
    if (!record.success) return;
    for (const [key, entry] of Object.entries(record.data))
      this.addNested(entry, [...parts, ...splitFieldPath(key)], depth + 1);
  }

  toRefusal(source: Refusal['source']): Refusal | null {
    return this.isEmpty ? null : { source, fieldErrors: this.fieldErrors, generalMessages: this.generalMessages };
  }
}

const savePhrase = 'Произошла ошибка при сохранении данных:';

/** Reads «order: Произошла ошибка при сохранении данных: order_id: Order ID must be an integer.; phone: …». */
function readSaveFailure(message: string): Refusal | null {
  const text = message.slice(0, 20 * maxMessage);
  const at = text.indexOf(savePhrase);
  if (at < 0) return null;
  const model = /^(\w+): $/u.exec(text.slice(0, at))?.[1] ?? '';
  const collector = new RefusalCollector();
  for (const part of text.slice(at + savePhrase.length).matchAll(/(?:^|; ?)\s*(\w+): ([^;]+)/gu)) {
    collector.add(
      [model, part[1] ?? ''].filter((name) => name !== ''),
      part[2] ?? '',
    );
  }
  return collector.toRefusal('saveFailure');
}

function readText(text: string): Refusal | null {
  if (/^\s*(?:<|$)/u.test(text)) return null;
  const collector = new RefusalCollector();
  collector.add([], text);
  return collector.toRefusal('message');
}

/**
 * Reads what the WMS finds wrong with an order.
 * @param body the parsed JSON, or the text where it is no JSON
 * @returns null where the answer says nothing about the order: success, another meaning of the status, a 5xx without
 *   `errors`, an HTML page, an empty body
 */
export function readRefusal(status: number, body: unknown): Refusal | null {
  if (status < 400 || status > 500 || otherMeanings.has(status)) return null;
  if (typeof body === 'string') return status === 500 ? null : readText(body);
  const collector = new RefusalCollector();
  if (Array.isArray(body)) {
    if (status !== 500 || body.every((entry) => fieldMessageSchema.safeParse(entry).success))
      collector.addNested(body, [], 0);
    return collector.toRefusal('errors');
  }
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) return null;
  const { message, errors } = parsed.data;
  collector.addNested(errors, [], 0);
  const refusal = collector.toRefusal('errors');
  if (refusal) return refusal;
  if (message === undefined) return null;
  return readSaveFailure(message) ?? (status === 500 ? null : readText(message));
}

/** Whether the WMS says that an order with this id exists already. */
export function isOrderIdTaken(refusal: Refusal): boolean {
  return refusal.fieldErrors.some(
    ({ field, kind, params }) =>
      (kind === 'unique' && field === 'order_id') ||
      (kind === 'uniqueCombo' && (field === 'order_id' || /order[ _]id/iu.test(String(params['label'])))),
  );
}

/** The issue code and params of an error in a value: `issue.<code>`. */
export function fieldErrorIssue(error: FieldError): { readonly code: string; readonly params: Params } {
  const { field, kind, params } = error;
  if (field === null) {
    const noItems = kind === 'required' && namesItemList(String(params['label']));
    return { code: noItems ? 'wms.noItems' : 'wms.otherField', params };
  }
  const isProduct = field === 'client_product_id' || field === 'client_product_variation_id';
  if (isProduct && kind === 'invalid') return { code: 'wms.unknownProduct', params };
  if (field === 'order_id' && (kind === 'unique' || kind === 'uniqueCombo'))
    return { code: 'wms.orderIdTaken', params };
  return { code: `wms.${kind}`, params };
}

/** The issue code and params of a message about the whole order: `issue.<code>`. */
export function generalMessageIssue(message: string): { readonly code: string; readonly params: Params } {
  return { code: `wms.${readGeneralMessage(message) ?? 'general'}`, params: { message } };
}
