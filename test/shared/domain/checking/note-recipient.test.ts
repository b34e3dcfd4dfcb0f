/** Remarks that name another recipient. */
import { describe, expect, it } from 'vitest';
import { correctedPhone, notedRecipient } from '../../../../shared/domain/checking/note-recipient.ts';
import { issueCodes, openRows, requestsOf } from '../../../support/batch.ts';

const headings = [
  'Buyurtma',
  'Mijoz',
  'Telefon',
  'Viloyat',
  'Manzil',
  'Yetkazish',
  'Mahsulot ID',
  'Soni',
  'Narxi',
  'Eslatma',
];
const opened = (note: string, rules = {}) =>
  openRows(
    [
      headings,
      [
        '6402',
        'Sodiqova Nargiza',
        '943380167',
        'Fargʻona viloyati',
        'Kulollar 4',
        '25.11.2026 13:00',
        '16',
        '1',
        '420000',
        note,
      ],
    ],
    { rules },
  );

describe('a remark that names another recipient', () => {
  it.each([
    ['oluvchi onasi Sodiqova Zulayho, tel 91 660 25 13', 'Sodiqova Zulayho', '+998916602513'],
    ['получатель: Ахмедова Нина +998 90 123-45-67', 'Ахмедова Нина', '+998901234567'],
    ['Ахмедова Нина получит, 901234567', 'Ахмедова Нина', '+998901234567'],
    ['Заказ получит мама, тел 90 123 45 67', null, '+998901234567'],
    ['oluvchi Zulayho opa', 'Zulayho', null],
  ])('«%s»', (text, name, phone) => {
    expect(notedRecipient(text)).toEqual({ name, phone });
  });

  it.each([
    'позвонить получателю за час',
    'получатель тот же, доп. тел 90 123 45 67',
    'tel 90 123 45 67',
    'qoʻngʻiroq qiling',
  ])('is none: «%s»', (text) => {
    expect(notedRecipient(text)).toBeNull();
  });

  it('holds the order, with the other’s name and phone as the first answers', () => {
    const batch = opened('oluvchi onasi Sodiqova Zulayho, tel 91 660 25 13, shunga qoʻngʻiroq qilinsin');
    expect([requestsOf(batch), issueCodes(batch)]).toEqual([[], ['orders.noteOtherPerson']]);
    const found = batch.order('6402');
    const fixes = found.ok ? found.value.issues.flatMap(({ answers = [] }) => answers[0]?.fix ?? []) : [];
    for (const fix of fixes) {
      const change = batch.proposals.forFix(fix);
      if (change?.kind === 'edit') batch.applyEdit(change.edit);
    }
    expect(requestsOf(batch)).toMatchObject([{ full_name: 'Sodiqova Zulayho', phone: '+998916602513' }]);
  });

  it('is only pointed out once orders go as their columns say, or where it has no phone', () => {
    const note = 'oluvchi onasi Sodiqova Zulayho, tel 91 660 25 13';
    const asWritten = opened(note, { noteChanges: 'send' });
    expect([requestsOf(asWritten).length, issueCodes(asWritten)]).toEqual([1, ['orders.noteRecipient']]);
    const named = opened('oluvchi Zulayho opa');
    expect([requestsOf(named).length, issueCodes(named)]).toEqual([1, ['orders.noteRecipient']]);
  });

  it.each([
    ['tel. xato, toʻgʻrisi 93 410 22 14', '+998934102214'],
    ['номер неверный, звонить 90 123-45-67', '+998901234567'],
    ['янги рақам 901234567', '+998901234567'],
    ['доп. тел 90 123 45 67', null],
    ['adres xato, toʻgʻrisi Navoiy 5', null],
    ['неверный номер, 90 123 45 67 или 91 123 45 67', null],
  ])('«%s» gives the right phone: %s', (text, phone) => {
    expect(correctedPhone(text)).toBe(phone);
  });

  it('that gives the right phone holds the order until somebody says', () => {
    const note = 'tel. xato, toʻgʻrisi 93 410 22 14';
    expect([requestsOf(opened(note)), issueCodes(opened(note))]).toEqual([[], ['orders.notePhone']]);
    const asWritten = opened(note, { noteChanges: 'send' });
    expect([requestsOf(asWritten).length, issueCodes(asWritten)]).toEqual([1, ['orders.notePhone']]);
    expect(issueCodes(opened('tel xato emas, 94 338 01 67'))).toEqual([]);
  });

  it('says nothing of the customer’s own name and phone', () => {
    expect(issueCodes(opened('oluvchi Nargiza, tel 94 338 01 67'))).toEqual([]);
  });
});
