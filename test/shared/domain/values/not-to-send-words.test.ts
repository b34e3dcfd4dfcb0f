/** Words that say that an order is not to be sent, or not as it stands (docs/domain.md, «Orders that are not to be sent»). */
import { describe, expect, it } from 'vitest';
import {
  isAbroad,
  isDitto,
  isGoingStatus,
  isPickup,
  isPlaceholder,
  isSampleName,
  nameSaysCancelled,
  noteContradicts,
  noteSaysNotToSend,
  saysCorrected,
  statusSaysNotToSend,
  tickOf,
} from '../../../../shared/domain/values/not-to-send-words.ts';

describe('statuses', () => {
  it.each([
    ['Yetkazildi', 'done'],
    ['Доставлен', 'done'],
    ['fulfilled', 'done'],
    ['Етказилди', 'done'],
    ['Topshirildi', 'done'],
    ['Ожидает оплаты', 'unpaid'],
    ['toʻlanmagan', 'unpaid'],
    ['Черновик', 'draft'],
    ['test', 'draft'],
    ['Не отправлять', 'notToSend'],
    ['yuborilmasin', 'notToSend'],
    ['Самовывоз', 'pickup'],
    ['Сделка провалена', 'notToSend'],
    ['Закрыто и не реализовано', 'done'],
    ['Недозвон', 'notToSend'],
    ['Отложен', 'notToSend'],
    ['кўтармади', 'notToSend'],
    ['unfulfilled', null],
    ['не доставлен', null],
    ['partially fulfilled', null],
    ['Yangi', null],
    ['Оплачен', null],
    ['На доставке', null],
    ['Ожидает сборки', null],
    ['qabul qilindi', null],
    ['', null],
  ])('%j', (text, expected) => expect(statusSaysNotToSend(text)).toBe(expected));
});

describe('notes', () => {
  it.each([
    ['yuborilmasin, mijoz javob bermayapti', true],
    ['пока не отправлять!', true],
    ['тестовый заказ', true],
    ['протестировать перед отправкой', false],
    ['keyinga qoldirildi, oʻzi telefon qiladi', true],
    ['отложили, клиент в отъезде', true],
    ['кейинга қолдирилди', true],
    ['отложили на 27.11', false],
    ['думает, перезвонить в пятницу', true],
    ['если долго думает, не ждать', false],
    ['уехала, перенос, новую дату скажет', true],
    ['перенос на 5 декабря', false],
    ['ждём предоплату', true],
    ['oldindan to‘lov kutilyapti', true],
    ['предоплата 100 000', false],
    ['оплачено Click', false],
    ['BTSga topshirildi 30.11', true],
    ['jo‘natildi', true],
    ['4-dekabrda BTS orqali jo‘natib bo‘lingan', true],
    ['topshirib qoʻyildi, 30.11', true],
    ['BTS orqali yuborilsin', false],
    ['4-dekabrda yetkazib bering', false],
    ['вчера отправили почтой', true],
    ['SMS yuborildi', false],
    ['lokatsiya jo‘natildi', false],
    ['отправлено фото', false],
    ['kalit topshirildi', false],
    ['keyinga qoldirildi, juma kuni', false],
    ['kerakmas dedi, atkaz', true],
    ['telefonni ko‘tarmayapti, tasdiqlamagan', true],
    ['клиент не отвечает, не подтвердил', true],
    ['недозвон 2 раза', true],
    ['если не отвечает, оставить у соседей', false],
    ['agar ko‘tarmasa, eriga bering', false],
    ['agar javob bermadi desa, 2-raqam', false],
    ['при отказе — возврат', false],
    ['paket kerakmas dedi', false],
    ['позвонить за час', false],
    ['клиент отказался', true],
    ['Покупатель передумал', true],
    ['mijoz rad etdi', true],
    ['мижоз воз кечди', true],
    ['customer refused', true],
    ['отказался от подъёма на этаж', false],
    ['aynidi, kerakmas', true],
    ['мижоз айниди', true],
    ['fikridan qaytdi', true],
    ['передумала', true],
    ['передумала насчёт цвета, взять синий', false],
    ['BEKOR', true],
    ['отмена', true],
    ['без отмены', false],
    ['oldin qoʻshnisi olgan, yoqqan ekan', false],
    ['дубль 3302', true],
    ['дублёнку не путать с курткой', false],
    ['заменён на 3306', true],
    ['замена на № 3306', false],
    ['3306 ga almashtirildi', true],
    ['заменён на 500 мл', false],
    ['вместо 3304', false],
  ])('%j says not to send: %s', (text, expected) => expect(noteSaysNotToSend(text)).toBe(expected));

  it.each([
    ['перенесли на 28.11', 'scheduled_at'],
    ['ertaga olib boring', 'scheduled_at'],
    ['piyola kerak emas', 'client_product_id'],
    ['чайник не надо', 'client_product_id'],
    ['domofon 12', null],
    ['без звонка', null],
  ])('%j contradicts %s', (text, expected) => expect(noteContradicts(text)).toBe(expected));
});

describe('marks', () => {
  it.each(['ИСПРАВЛЕНО', 'испр.', 'tuzatildi', 'Тузатилган', 'corrected'])('%j is of a corrected row', (text) =>
    expect(saysCorrected(text)).toBe(true),
  );
  it.each(['неисправен', 'исправник Иванов 5', 'tuzatish ustasi', ''])('%j is not', (text) =>
    expect(saysCorrected(text)).toBe(false),
  );
  it.each(['Oʻsh (Qirgʻiziston)', 'Казахстан', 'г. Шымкент', 'Dushanbe'])('%j is abroad', (text) =>
    expect(isAbroad(text)).toBe(true),
  );
  it.each(['Toshkent viloyati', 'Ош koʻchasi', 'Dushanba', 'Osh va kabob', 'Xiva'])('%j is not', (text) =>
    expect(isAbroad(text)).toBe(false),
  );
});

describe('in place of a value', () => {
  it.each([
    'Самовывоз',
    'oʻzi olib ketadi',
    'o‘zi kelib oladi',
    'ўзи келиб олади',
    'kelib oladi',
    'Pickup',
    'olib ketish',
  ])('%j is fetched', (text) => expect(isPickup(text)).toBe(true));
  it.each(['ул. Самовывозная 5', 'Olmazor 5', 'Пикап'])('%j is not', (text) => expect(isPickup(text)).toBe(false));
  it.each(['уточнить у клиента', 'aniqlanadi', 'TBD', 'позвонить'])('%j is still to be asked', (text) =>
    expect(isPlaceholder(text)).toBe(true),
  );
  it.each(['Anhor koʻchasi 5', 'ул. Уткина 3', 'Neznayka'])('%j is a value', (text) =>
    expect(isPlaceholder(text)).toBe(false),
  );
  it.each(['"', '-"-', '-//-', '〃', 'oʻsha manzil', 'то же', 'тот же адрес', 'там же', 'xuddi shu', 'шу манзил'])(
    '%j is the row above',
    (text) => expect(isDitto(text)).toBe(true),
  );
  it.each(['Toshkent', 'Тохтаев', 'Shumilov', '-', 'Oshan'])('%j is not', (text) => expect(isDitto(text)).toBe(false));
  it.each(['Test', 'Namuna Namunayev', 'Тест Тестов'])('%j is a sample', (text) =>
    expect(isSampleName(text)).toBe(true),
  );
  it.each(['Testova Anna', 'Намунова Лола'])('%j is a name', (text) => expect(isSampleName(text)).toBe(false));
});

describe('a name with a word of cancelling before or behind it', () => {
  it.each([
    'ОТМЕНА Собиров Нодир',
    'Отмена! Собиров Нодир',
    'Собиров Нодир (отменён)',
    'Karimova Aziza - BEKOR',
    'bekor qilindi: Karimova Aziza',
    'Возврат Каримова',
    'CANCELLED John Doe',
    'отказалась Лола',
  ])('%j says so', (name) => expect(nameSaysCancelled(name)).toBe(true));
  it.each(['Отказова Лола', 'Bekorova Aziza', 'Собиров Нодир', 'Karimova Aziza', 'ООО «Возвратная тара»'])(
    '%j does not',
    (name) => expect(nameSaysCancelled(name)).toBe(false),
  );
});

describe('ticks', () => {
  it.each([
    ['да', 'yes'],
    ['+', 'yes'],
    ['2026-11-23 19:14', 'yes'],
    ['70031', 'yes'],
    ['TRUE', 'yes'],
    ['нет', 'no'],
    ['yoʻq', 'no'],
    ['FALSE', 'no'],
    ['-', 'no'],
    ['', null],
    ['завтра', null],
  ])('%j', (text, expected) => expect(tickOf(text)).toBe(expected));
});

describe('the result of a call', () => {
  it.each(['Oʻylab koʻradi', 'думает', 'Koʻtarmadi', 'недозвон'])('«%s» is no order yet', (text) => {
    expect(statusSaysNotToSend(text)).toBe('notToSend');
  });

  it.each([
    ['Yangi', true],
    ['Новый заказ', true],
    ['Tasdiqladi', true],
    ['Yangi yildan keyin oladi', false],
    ['Tasdiqlandi, keyin oladi', false],
  ])('«%s» is on its way: %s', (text, isGoing) => {
    expect(isGoingStatus(text)).toBe(isGoing);
  });
});
