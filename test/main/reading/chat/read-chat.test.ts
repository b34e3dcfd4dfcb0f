import { describe, expect, it } from 'vitest';
import { isChatExport, readChatMessages } from '../../../../main/reading/chat/read-chat.ts';
import { readSheetFile } from '../../../../main/reading/read-file.ts';

const json = JSON.stringify({
  name: 'Buyurtmalar',
  type: 'private_group',
  id: 1,
  messages: [
    { id: 1, type: 'service', date: '2026-11-25T09:00:00', actor: 'Aziz', action: 'create_group', text: '' },
    {
      id: 2,
      type: 'message',
      date: '2026-11-25T09:12:00',
      from: 'Aziz',
      text: ['Ism: Karimova Aziza\nTel: ', { type: 'phone', text: '+998901234561' }, '\n2 ta choynak'],
    },
    { id: 3, type: 'message', date: '2026-11-25T09:13:00', from: null, text: 'rahmat' },
  ],
});
const html = `<!DOCTYPE html><html><body><div class="history">
<div class="message service" id="message-1"><div class="body details">25 November 2026</div></div>
<div class="message default clearfix" id="message2"><div class="body">
 <div class="pull_right date details" title="25.11.2026 09:12:00 UTC+05:00">09:12</div>
 <div class="from_name">Aziz </div>
 <div class="text">Ism: Karimova &amp; Aziza<br>Tel: <a href="tel:+998901234561">+998901234561</a></div></div></div>
<div class="message default clearfix joined" id="message3"><div class="body">
 <div class="pull_right date details" title="25.11.2026 09:13:00 UTC+05:00">09:13</div>
 <div class="text">rahmat</div></div></div></div></body></html>`;

describe('a chat as Telegram exports it', () => {
  it('is read from result.json', () => {
    expect(isChatExport(json)).toBe(true);
    expect(readChatMessages(json)).toEqual([
      { text: 'Ism: Karimova Aziza\nTel: +998901234561\n2 ta choynak', at: '2026-11-25 09:12:00', from: 'Aziz' },
      { text: 'rahmat', at: '2026-11-25 09:13:00', from: '' },
    ]);
  });

  it('is read from messages.html, where messages that follow each other have one name', () => {
    expect(isChatExport(html)).toBe(true);
    expect(readChatMessages(html)).toEqual([
      { text: 'Ism: Karimova & Aziza\nTel: +998901234561', at: '2026-11-25 09:12:00', from: 'Aziz' },
      { text: 'rahmat', at: '2026-11-25 09:13:00', from: 'Aziz' },
    ]);
  });

  it('is a table of its messages; a cut one is refused in words', async () => {
    const read = await readSheetFile({ bytes: Buffer.from(json), name: 'result.json' });
    expect(read).toMatchObject({ format: 'chat', sheets: [{ name: 'result' }] });
    expect(read.table.rowCount).toBe(3);
    await expect(readSheetFile({ bytes: Buffer.from(json.slice(0, -40)), name: 'result.json' })).rejects.toMatchObject({
      failure: { code: 'reading.brokenChat' },
    });
  });

  it('is none where JSON or a page is something else', () => {
    expect(isChatExport('{"orders": []}')).toBe(false);
    expect(isChatExport('<!doctype html><table><tr><td>1</td></tr></table>')).toBe(false);
  });
});
