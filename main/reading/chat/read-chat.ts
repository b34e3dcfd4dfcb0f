/** Reads a chat as Telegram exports it (result.json, messages.html) as a table: a row for each message, with who wrote it when. */
import { z } from 'zod';
import type { SheetFile } from '../../../shared/domain/table/sheet-file.ts';
import { TableBuilder } from '../../../shared/domain/table/table-builder.ts';
import type { ByteSource } from '../byte-source.ts';
import { readingRefusal } from '../refusal.ts';
import { chooseSheet } from '../sheet-choice.ts';
import { decodeReferences } from '../xlsx/xml-text.ts';

/** Headings of the table: the text, when it was written, and by whom (who is not the customer). */
const headings = ['Xabar', 'Yaratilgan vaqt', 'Yuboruvchi'] as const;

const piece = z.union([z.string(), z.object({ text: z.string() }).transform(({ text }) => text)]);
const exportSchema = z.object({
  messages: z.array(
    z.object({
      type: z.string(),
      date: z.string().default(''),
      from: z.string().nullish(),
      text: z.union([z.string(), z.array(piece).transform((pieces) => pieces.join(''))]).default(''),
    }),
  ),
});

export interface ChatMessage {
  readonly text: string;
  /** Local time as the export has it, `YYYY-MM-DD HH:MM:SS`. */
  readonly at: string;
  readonly from: string;
}

/** Whether a text is a chat's export, by its beginning. */
export function isChatExport(head: string): boolean {
  return (
    /^\{[^]{0,400}"type"\s*:\s*"[a-z_]{4,40}"[^]{0,400}"messages"\s*:/u.test(head) ||
    /class="message (?:default|service)/u.test(head)
  );
}

/** The messages with a text, in the export's order. @throws FailureError `reading.brokenChat` */
export function readChatMessages(text: string): readonly ChatMessage[] {
  return (text.trimStart().startsWith('{') ? jsonMessages(text) : htmlMessages(text)).filter(
    (one) => one.text.trim() !== '',
  );
}

function jsonMessages(text: string): ChatMessage[] {
  let held: unknown;
  try {
    held = JSON.parse(text);
  } catch (error) {
    throw readingRefusal('reading.brokenChat', {}, error);
  }
  const parsed = exportSchema.safeParse(held);
  if (!parsed.success) throw readingRefusal('reading.brokenChat', {}, parsed.error);
  return parsed.data.messages
    .filter(({ type }) => type === 'message')
    .map(({ text: said, date, from }) => ({ text: said, at: date.replace('T', ' '), from: from ?? '' }));
}

const block = /<div class="message default[^"]*"[^>]*>/gu;
const day = /title="(\d\d)\.(\d\d)\.(\d{4}) (\d\d:\d\d:\d\d)/u;

function htmlMessages(page: string): ChatMessage[] {
  const starts = [...page.matchAll(block)].map((match) => match.index);
  let from = '';
  return starts.map((start, at) => {
    const part = page.slice(start, starts[at + 1] ?? page.length);
    const [, date, month, year, clock] = day.exec(part) ?? [];
    // Messages that follow each other are joined under one name.
    from = plain(/<div class="from_name">([^]*?)<\/div>/u.exec(part)?.[1] ?? from);
    const text = plain(/<div class="text">([^]*?)<\/div>/u.exec(part)?.[1] ?? '');
    return { text, at: date === undefined ? '' : `${year}-${month}-${date} ${clock}`, from };
  });
}

function plain(markup: string): string {
  return decodeReferences(
    markup
      .replace(/\s*\n\s*/gu, ' ')
      .replace(/<br\s*\/?>/giu, '\n')
      .replace(/<[^>]+>/gu, ''),
  )
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
}

/** Reads the export. @throws FailureError `reading.brokenChat`, `reading.empty` */
export async function readChat(source: ByteSource, wanted: string | number | undefined): Promise<SheetFile> {
  const sheets = [{ name: source.name.replace(/\.[^.]*$/u, ''), hidden: false }];
  if (wanted !== undefined) chooseSheet(sheets, wanted);
  const bytes = await source.read(0, source.size);
  const messages = readChatMessages(new TextDecoder('utf-8').decode(bytes).trimStart());
  if (messages.length === 0) throw readingRefusal('reading.empty');
  const builder = new TableBuilder();
  builder.startRow(1);
  headings.forEach((heading, column) => builder.addCell(column, 'text', heading));
  messages.forEach(({ text, at, from }, index) => {
    builder.startRow(index + 2);
    [text, at, from].forEach((cell, column) => {
      if (cell.trim() !== '') builder.addCell(column, 'text', cell);
    });
  });
  return {
    format: 'chat',
    encoding: 'utf-8',
    delimiter: null,
    sheets,
    sheetIndex: 0,
    otherSheets: [],
    table: builder.build({ sheet: sheets[0]?.name ?? '' }),
    issues: [],
  };
}
