/**
 * Measures one sheet: what would be sent of it without help, and after the first answer to every question and what only the
 * clerk can know.
 */
import type { NamedSheet, Sheet } from './sheet.ts';
import { describe, isAsked, pairOrders, silentFault, wouldGo, type Pair } from './judge.ts';
import { withOpenedSheet, type Question, type Session, type Snapshot } from './session.ts';

export interface SheetResult {
  readonly name: string;
  readonly class: string;
  /** Whether a clerk would have to ask something, or may ask it and it is asked. */
  readonly needsAnswer: boolean;
  /** Orders to be sent and rows that must not be, together: each is right or not. */
  readonly parts: number;
  readonly rightAtOnce: number;
  readonly rightAfterAnswers: number;
  /** Orders to be sent. */
  readonly orders: number;
  /** Of them, held although nothing had to be asked, or still held after the first answers and what only the clerk knows. */
  readonly heldNeedlessly: number;
  readonly questions: number;
  readonly firstAnswersRight: number;
  readonly needlessQuestions: number;
  /** Orders that would go out wrong, or be lost, without a word: without help, or once the first answers were taken. */
  readonly silent: number;
  readonly silentAfterAnswers: number;
  /** Everything that is not as it should be, in words. */
  readonly remarks: readonly string[];
}

const maxAnswers = 25;

function rightParts(pairs: readonly Pair[], { notSent }: Sheet, { leftOut }: Snapshot): number {
  const sentRows = new Set(pairs.flatMap(({ order }) => (order !== null && wouldGo(order) ? order.rows : [])));
  const rightOrders = pairs.filter(
    ({ right, order, differences }) => right !== null && wouldGo(order) && differences.length === 0,
  );
  return rightOrders.length + notSent.filter((row) => !sentRows.has(row) || leftOut.has(row)).length;
}

/** What is wrong in values that are there, and what would go out or is left out although it should not. */
function faults(sheet: Sheet, snapshot: Snapshot): Map<string, string> {
  const found = new Map<string, string>();
  for (const { right, order, differences } of pairOrders(sheet, snapshot)) {
    const row = right?.rows[0] ?? order?.rows[0];
    if (right === null && wouldGo(order)) found.set(`sent ${row}`, 'orders');
    if (right !== null && order?.state === 'leftOut') found.set(`out ${row}`, 'orders');
    for (const { topic, item, actual } of differences)
      if (actual !== undefined) found.set(`${row} ${item} ${topic}`, topic);
  }
  return found;
}

/** Whether an answer was right: it made nothing wrong, and of what its question is about nothing is wrong any more. */
function wasRight(question: Question, sheet: Sheet, before: Snapshot, after: Snapshot): boolean {
  const [earlier, later] = [faults(sheet, before), faults(sheet, after)];
  if (question.fix === null) return false;
  return [...later].every(([key, topic]) => earlier.has(key) && !question.topics.has(topic as never));
}

interface Answered {
  readonly right: number;
  readonly asked: number;
  readonly remarks: readonly string[];
  readonly snapshot: Snapshot;
}

/** Takes first answers, one question after the other, until none is left that was not answered. */
async function answerAll(session: Session, sheet: Sheet, start: Snapshot): Promise<Answered> {
  const done = new Set<string>();
  let asked = 0;
  const remarks: string[] = [];
  let snapshot = start;
  let right = 0;
  for (;;) {
    const question = snapshot.questions.find(({ id }) => !done.has(id));
    if (question === undefined || done.size === maxAnswers) break;
    done.add(question.id);
    if (question.isSetting) continue;
    // What only the customer knows, nobody can offer.
    if (question.fix === null && isAsked(question, sheet)) continue;
    asked++;
    let isRight = false;
    try {
      await session.answer(question);
      const after = await session.snapshot();
      isRight = wasRight(question, sheet, snapshot, after);
      snapshot = after;
    } catch (error) {
      remarks.push(`${question.code}: the first answer fails: ${String(error)}`);
    }
    if (isRight) right++;
    else remarks.push(`${question.code}: the first answer is wrong: ${JSON.stringify(question.fix)}`);
  }
  return { right, asked, remarks, snapshot };
}

/** What the file cannot say is typed, as no answer can be offered for it: where an order waits for nothing else, it goes out. */
async function typeAll(session: Session, { asked }: Sheet, answered: Snapshot): Promise<Snapshot> {
  const typed = asked.filter(({ types }) => types !== undefined);
  if (typed.length === 0) return answered;
  for (const one of typed) await session.type(one);
  return await session.snapshot();
}

const failed = (named: NamedSheet, why: string): SheetResult => ({
  ...emptyResult(named),
  heldNeedlessly: named.sheet.orders.length,
  remarks: [why],
});

function emptyResult({ name, class: kind, sheet }: NamedSheet): SheetResult {
  return {
    name,
    class: kind,
    needsAnswer: sheet.asked.some(({ must }) => must),
    parts: sheet.orders.length + sheet.notSent.length,
    rightAtOnce: 0,
    rightAfterAnswers: 0,
    orders: sheet.orders.length,
    heldNeedlessly: 0,
    questions: 0,
    firstAnswersRight: 0,
    needlessQuestions: 0,
    silent: 0,
    silentAfterAnswers: 0,
    remarks: [],
  };
}

function remarksOn(pairs: readonly Pair[]): string[] {
  return pairs.flatMap(({ right, order, differences }) => {
    if (right === null) return wouldGo(order) ? [`row ${order?.rows.join(', ')} would be sent`] : [];
    const row = `row ${right.rows[0]}`;
    if (order === null) return [`${row}: no such order`];
    const held = wouldGo(order) ? [] : [`${row} is ${order.state}: ${order.issues.map(({ code }) => code).join(', ')}`];
    return [...held, ...differences.map((difference) => `${row}: ${describe(difference)}`)];
  });
}

async function measureSession(named: NamedSheet, session: Session): Promise<SheetResult> {
  const { sheet } = named;
  const before = await session.snapshot();
  const isAskedNow = before.questions.some((question) => question.severity === 'error' && isAsked(question, sheet));
  const empty = emptyResult(named);
  const needsAnswer = empty.needsAnswer || isAskedNow;
  const pairs = pairOrders(sheet, before);
  const silent = pairs.flatMap((pair) => silentFault(pair, sheet, before) ?? []);
  const needless = before.questions.filter((question) => !question.isSetting && !isAsked(question, sheet));
  const { right, asked, remarks, snapshot: afterAnswers } = await answerAll(session, sheet, before);
  const snapshot = await typeAll(session, sheet, afterAnswers);
  const pairsAfter = pairOrders(sheet, snapshot);
  // What had to be asked was asked, or is counted above.
  const answered = { ...sheet, asked: [] };
  const silentAfter = pairsAfter.flatMap((pair) => silentFault(pair, answered, snapshot) ?? []);
  const held = (all: readonly Pair[]): number =>
    all.filter(({ right, order }) => right !== null && !wouldGo(order)).length;
  return {
    ...empty,
    needsAnswer,
    rightAtOnce: rightParts(pairs, sheet, before),
    rightAfterAnswers: rightParts(pairsAfter, sheet, snapshot),
    heldNeedlessly: needsAnswer ? held(pairsAfter) : held(pairs),
    questions: asked,
    firstAnswersRight: right,
    needlessQuestions: needless.length,
    silent: silent.length,
    silentAfterAnswers: silentAfter.length,
    remarks: [
      ...silent.map((fault) => `WRONG IN SILENCE: ${fault}`),
      ...silentAfter.map((fault) => `WRONG IN SILENCE after answers: ${fault}`),
      ...needless.map(
        ({ code, severity, topics }) => `needless question: ${code} (${severity}; ${[...topics].join()})`,
      ),
      ...remarks,
      ...remarksOn(pairs).map((remark) => `at once: ${remark}`),
      ...remarksOn(pairsAfter).map((remark) => `after answers: ${remark}`),
    ],
  };
}

async function measureSheet(named: NamedSheet): Promise<SheetResult> {
  try {
    return await withOpenedSheet(named, (session) => measureSession(named, session));
  } catch (error) {
    return failed(named, `it cannot be opened: ${String(error)}`);
  }
}

/** Each sheet waits for the disk a good part of its time. */
const atOnce = 4;

/** Measures sheets, some at once; the results are in the order of the sheets. */
export async function measureSheets(sheets: readonly NamedSheet[]): Promise<SheetResult[]> {
  const results: SheetResult[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let at = next++; at < sheets.length; at = next++) results[at] = await measureSheet(sheets[at]!);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return results;
}
