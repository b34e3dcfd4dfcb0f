import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DateSurvey, surveyDates } from '../../../../../shared/domain/values/dates/date-survey.ts';
import { ShortDaySurvey } from '../../../../../shared/domain/values/dates/near-day.ts';
import { resolveRelativeDate } from '../../../../../shared/domain/values/dates/relative-date.ts';
import {
  parseScheduledAt,
  type DateOptions,
  type LocalTime,
} from '../../../../../shared/domain/values/dates/scheduled-at.ts';
import {
  epochFromLocal,
  localFromEpoch,
  localWithZ,
  utcFromLocal,
} from '../../../../../shared/domain/values/dates/tashkent-time.ts';
import { cellOf, outcome, textCell } from '../outcome.ts';

const options: DateOptions = {
  dateOrder: 'dayFirst',
  areShortDaysDoubtful: false,
  date1904: false,
  defaultTime: '09:00',
  now: Date.parse('2024-10-01T09:00:00+05:00'),
};
/** `2024-10-03 14:00`, with seconds where there are any; `~` before a time that is the default one. */
const show = ({ local, hadTime }: LocalTime) =>
  `${local.slice(0, 10)} ${hadTime ? '' : '~'}${local.slice(11).replace(/:00$/, '')}`;
const read = (text: string, more: Partial<DateOptions> = {}) =>
  outcome(parseScheduledAt(textCell(text), { ...options, ...more }), show);

describe('delivery dates as texts', () => {
  const at14 = '2024-10-03 14:00';
  const noTime = '2024-10-03 ~09:00';
  const cases: readonly (readonly [string, string])[] = [
    // the forms of the locales
    ['03/10/24, 14:00', at14],
    ['03/10/2024, 14:00:00', at14],
    ['3-okt, 2024', noTime],
    ['3-oktabr, 2024', noTime],
    ['3-oktyabr, 2024', noTime],
    ['3-okt, 2024 14:00', at14],
    ['3-okt, 2024, 14:00', at14],
    ['03/10/24 14:00', at14],
    ['3 окт, 2024', noTime],
    ['3 октябр, 2024', noTime],
    ['3 октябр, 2024 14:00', at14],
    ['03.10.2024, 14:00', at14],
    ['03.10.2024 14:00', at14],
    ['03.10.2024 14:00:00', at14],
    ['3 окт. 2024 г.', noTime],
    ['3 октября 2024 г.', noTime],
    ['3 октября 2024 г., 14:00', at14],
    ['3 октября 2024 г. в 14:00', at14],
    ['3 октября 2024 года', noTime],
    // the forms of the exports
    ['14:00:00 03.10.2024', at14],
    ['06:54:25 11.04.2025', '2025-04-11 06:54:25'],
    ['2024-10-03 13:00:00 +0400', at14],
    ['2024-10-03 09:00:00 UTC', at14],
    ['2024-10-03T09:00:00Z', at14],
    ['2024-10-03T14:00:00+05:00', at14],
    ['2024-10-03T14:00:00.000+05:00', at14],
    ['2024-10-03T09:00Z', at14],
    ['2024-10-03T05:00:00-04:00', at14],
    ['2024-10-03T05:00-04:00', at14],
    ['2024-10-03 14:00:00', at14],
    ['2024-10-03 14:00', at14],
    ['2024-10-03', noTime],
    ['2024/10/03', noTime],
    ['2024.10.03', noTime],
    ['20241003', noTime],
    ['2024-10-03 22:00:00 +0900', '2024-10-03 18:00'],
    ['2024-10-03T22:00:00Z', '2024-10-04 03:00'],
    // as people type
    ['03.10.2024', noTime],
    ['3.10.2024', noTime],
    ['3.10.24', noTime],
    ['03.10.24', noTime],
    ['03-10-2024', noTime],
    ['3/10/2024', noTime],
    ['03/10/24', noTime],
    ['03,10,2024', noTime],
    ['03 10 2024', noTime],
    ['3. 10. 2024', noTime],
    ['03.10.2024г.', noTime],
    ['03.10.2024 г', noTime],
    ['03.10.2024*', noTime],
    ['03.10.2024;', noTime],
    ['(03.10.2024)', noTime],
    ['3 oktabr 2024', noTime],
    ['3-oktabr 2024-yil', noTime],
    ['2024-yil 3-oktabr', noTime],
    ['2024 yil 3 oktabr', noTime],
    ['2024 йил 3 октябр', noTime],
    ['3 Okt 2024', noTime],
    ['3 ОКТЯБРЯ 2024', noTime],
    ['Oct 3, 2024', noTime],
    ['October 3, 2024', noTime],
    ['October 3rd, 2024', noTime],
    ['3 October 2024', noTime],
    ['3-Oct-24', noTime],
    ['3rd Oct 2024', noTime],
    ['Thu Oct 3 2024', noTime],
    ['пн, 7 октября 2024', '2024-10-07 ~09:00'],
    ['07.10.2024 (dushanba)', '2024-10-07 ~09:00'],
    ['payshanba, 3-oktabr 2024', noTime],
    ['1 yanvar 2025', '2025-01-01 ~09:00'],
    ['2 fev 2025', '2025-02-02 ~09:00'],
    ['3 март 2025', '2025-03-03 ~09:00'],
    ['4 апр. 2025', '2025-04-04 ~09:00'],
    ['5 мая 2025', '2025-05-05 ~09:00'],
    ['6 iyn 2025', '2025-06-06 ~09:00'],
    ['7 июль 2025', '2025-07-07 ~09:00'],
    ['8 avgust 2025', '2025-08-08 ~09:00'],
    ['9 sentyabr 2025', '2025-09-09 ~09:00'],
    ['9 сентября 2025', '2025-09-09 ~09:00'],
    ['11 нояб. 2024', '2024-11-11 ~09:00'],
    ['12 дек 2024', '2024-12-12 ~09:00'],
    ['12 dekabr 2024', '2024-12-12 ~09:00'],
    // times
    ['03.10.2024 14.00', at14],
    ['03.10.2024 14-00', at14],
    ['03.10.2024 soat 14:00', at14],
    ['03.10.2024 soat 14:00 da', at14],
    ['03.10.2024 соат 14:00', at14],
    ['03.10.2024 14ч', at14],
    ['03.10.2024 в 14 часов', at14],
    ['03.10.2024 2:00 PM', at14],
    ['3/10/2024 2:00:00 pm', at14],
    ['03.10.2024 9:05', '2024-10-03 09:05'],
    ['03.10.2024 23:59:59', '2024-10-03 23:59:59'],
    ['03.10.2024 12:30 AM', '2024-10-03 00:30'],
    ['03.10.2024 10:00-12:00', '2024-10-03 10:00 !dateWindow'],
    ['03.10.2024 10:00–12:00', '2024-10-03 10:00 !dateWindow'],
    ['03.10.2024 10:00 - 12:00', '2024-10-03 10:00 !dateWindow'],
    ['03.10.2024 с 10:00 до 12:00', '2024-10-03 10:00 !dateWindow'],
    ['03.10.2024 10:00 dan 12:00 gacha', '2024-10-03 10:00 !dateWindow'],
    ['03.10.2024 10-12', '2024-10-03 10:00 !dateWindow'],
    ['10:00-12:00 03.10.2024', '2024-10-03 10:00 !dateWindow'],
    ['03.10.2024 15:00 dan keyin', '2024-10-03 15:00 !dateWindow'],
    ['03.10.2024 15 дан кейин', '2024-10-03 15:00 !dateWindow'],
    ['03.10.2024 после 15:00', '2024-10-03 15:00 !dateWindow'],
    ['03.10.2024 с 15:30', '2024-10-03 15:30 !dateWindow'],
    ['03.10.2024 до 14:00', '2024-10-03 14:00 !dateWindow'],
    ['03.10.2024 14:00 gacha', '2024-10-03 14:00 !dateWindow'],
    ['03.10.2024 00:00', '2024-10-03 00:00 !dateMidnight'],
    // serials
    ['45568', noTime],
    ['45568.5833', at14],
    ['45568,5833', at14],
    ['45568.58333333334', at14],
    ['45568.5', '2024-10-03 12:00'],
    // past and far
    ['01.10.2024', '2024-10-01 ~09:00'],
    ['01.10.2024 08:59', '2024-10-01 08:59 !datePast'],
    ['30.09.2024', '2024-09-30 ~09:00 !datePast'],
    ['14.08.2015*', '2015-08-14 ~09:00 !datePast'],
    ['42192', '2015-07-07 ~09:00 !datePast'],
    // a year before a coming day
    ['02.10.2023 16:00', '✕ dateYearAgo → 02.10.2024 16:00'],
    ['01.10.2023', '✕ dateYearAgo → 01.10.2024'],
    ['30.09.2023', '2023-09-30 ~09:00 !datePast'],
    ['02.11.2023', '2023-11-02 ~09:00 !datePast'],
    ['01.10.2025', '2025-10-01 ~09:00'],
    ['03.10.2025', '2025-10-03 ~09:00 !dateFar'],
    // refusals
    ['31.02.2024', '✕ dateImpossible'],
    ['29.02.2025', '✕ dateImpossible'],
    ['00.10.2024', '✕ dateImpossible'],
    ['2024-13-01', '✕ dateImpossible'],
    ['32.10.2024', '✕ dateImpossible'],
    ['10/25/2024', '✕ dateImpossible → 25.10.2024'],
    ['10/25/2024 14:00', '✕ dateImpossible → 25.10.2024 14:00'],
    ['03.10.0024', '✕ dateImpossible'],
    // without a year: the nearest such day
    ['3.10', `${noTime} ·dateYearTaken`],
    ['03.10', `${noTime} ·dateYearTaken`],
    ['03.10.', `${noTime} ·dateYearTaken`],
    ['3/10', `${noTime} ·dateYearTaken`],
    ['3.10 14:00', `${at14} ·dateYearTaken`],
    ['03.10, 14:00-16:00', `${at14} ·dateYearTaken !dateWindow`],
    ['3 октября', `${noTime} ·dateYearTaken`],
    ['3 октября, 14:00', `${at14} ·dateYearTaken`],
    ['3-oktabr', `${noTime} ·dateYearTaken`],
    ['3-oktabr soat 14:00 da', `${at14} ·dateYearTaken`],
    ['3 okt 14:00', `${at14} ·dateYearTaken`],
    ['01.10', '2024-10-01 ~09:00 ·dateYearTaken'],
    ['25.09', '2024-09-25 ~09:00 ·dateYearTaken !datePast'],
    ['01.12', '2024-12-01 ~09:00 ·dateYearTaken'],
    // … unless it is far
    ['2 декабря', '2024-12-02 ~09:00 ·dateYearTaken'],
    ['3 декабря', '✕ dateWithoutYear → 03.12.2024'],
    ['10.03', '✕ dateWithoutYear → 10.03.2025'],
    ['30.08', '✕ dateWithoutYear → 30.08.2024'],
    ['5 yanvar', '✕ dateWithoutYear → 05.01.2025'],
    // … may be hours, or is no day
    ['3-10', '✕ dateWithoutYear → 03.10.2024'],
    ['10-12', '✕ dateWithoutYear → 10.12.2024'],
    ['10.30', '✕ dateOnlyTime'],
    ['14.00', '✕ dateOnlyTime'],
    ['31.02', '✕ dateWithoutYear'],
    ['29.02', '✕ dateWithoutYear → 29.02.2024'],
    ['ertaga', '✕ dateRelative → 02.10.2024'],
    ['Ertaga 14:00', '✕ dateRelative → 02.10.2024 14:00'],
    ['bugun', '✕ dateRelative → 01.10.2024'],
    ['завтра', '✕ dateRelative → 02.10.2024'],
    ['завтра в 10:00', '✕ dateRelative → 02.10.2024 10:00'],
    ['сегодня', '✕ dateRelative → 01.10.2024'],
    ['эртага', '✕ dateRelative → 02.10.2024'],
    ['tomorrow', '✕ dateRelative → 02.10.2024'],
    ['послезавтра', '✕ dateRelative → 03.10.2024'],
    ['indinga', '✕ dateRelative → 03.10.2024'],
    ['10:00-12:00', '✕ dateOnlyTime'],
    ['14:00', '✕ dateOnlyTime'],
    ['soat 14:00 da', '✕ dateOnlyTime'],
    ['03.10 утром', '✕ dateDayPart → 03.10.2024 09:00'],
    ['03.10.2024, kechqurun', '✕ dateDayPart → 03.10.2024 18:00'],
    ['3 октября после обеда', '✕ dateDayPart → 03.10.2024 14:00'],
    ['31.02 утром', '✕ dateDayPart'],
    ['Конец июля', '✕ dateUnreadable'],
    ['iloji boricha tez', '✕ dateUnreadable'],
    ['03.10.2024 25:00', '✕ dateUnreadable'],
    ['03.10.2024 14:60', '✕ dateUnreadable'],
    ['с 3 по 5 октября 2024', '✕ dateUnreadable'],
    ['03.10.2024 yoki 04.10.2024', '✕ dateUnreadable'],
    ['1', '✕ dateNumber'],
    ['19999', '✕ dateNumber'],
    ['60001', '✕ dateNumber'],
    ['1220011', '✕ dateNumber'],
    ['#N/A', '✕ sheetError'],
    ['TRUE', '✕ isBoolean'],
    ['', 'blank'],
    ['-', 'blank'],
    ['—', 'blank'],
    ['н/д', 'blank'],
  ];
  test.each(cases)('%j → %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test('a column decides the order of day and month', () => {
    expect(read('10/03/2024', { dateOrder: 'monthFirst' })).toBe(noTime);
    expect(read('10/03/2024', { dateOrder: 'dayFirst' })).toBe('2024-03-10 ~09:00 !datePast');
    expect(read('03/10/2024', { dateOrder: 'undecided' })).toBe(`${noTime} ·dateOrder`);
    expect(read('25/10/2024', { dateOrder: 'undecided' })).toBe('2024-10-25 ~09:00');
    expect(read('10/10/2024', { dateOrder: 'undecided' })).toBe('2024-10-10 ~09:00');
    expect(read('25/10/2024', { dateOrder: 'monthFirst' })).toBe('✕ dateImpossible → 25.10.2024');
    expect(read('03.10.2024', { dateOrder: 'monthFirst' })).toBe(noTime);
    expect(read('10/3', { dateOrder: 'monthFirst' })).toBe(`${noTime} ·dateYearTaken`);
    expect(read('10/3', { areShortDaysDoubtful: true })).toBe('✕ dateWithoutYear → 10.03.2025');
    expect(read('3.10', { areShortDaysDoubtful: true })).toBe('✕ dateWithoutYear → 03.10.2024');
    expect(read('3 okt', { areShortDaysDoubtful: true })).toBe(`${noTime} ·dateYearTaken`);
  });

  test.each([
    ['2026-12-30', '02.01', '2027-01-02 ~09:00 ·dateYearTaken'],
    ['2026-12-30', '2 января 10:00', '2027-01-02 10:00 ·dateYearTaken'],
    ['2027-01-03', '28.12', '2026-12-28 ~09:00 ·dateYearTaken !datePast'],
    ['2027-01-03', '04.01', '2027-01-04 ~09:00 ·dateYearTaken'],
    ['2028-02-20', '29.02', '2028-02-29 ~09:00 ·dateYearTaken'],
    ['2027-02-20', '29.02', '✕ dateWithoutYear → 29.02.2028'],
  ])('the turn of the year: on %s «%s» is %s', (today, text, expected) => {
    expect(read(text, { now: Date.parse(`${today}T09:00:00+05:00`) })).toBe(expected);
  });
});

describe('days without a year', () => {
  const isDoubtful = (...texts: string[]): boolean => {
    const survey = new ShortDaySurvey('2026-11-30');
    for (const text of texts) survey.add(textCell(text));
    return survey.isDoubtful;
  };

  test('are day first where that is a usual day of delivery', () => {
    expect(isDoubtful('02.12 10:00', '3.12', '05.12')).toBe(false);
    expect(isDoubtful('04.12')).toBe(false);
    expect(isDoubtful('11.12')).toBe(false);
    expect(isDoubtful('25/12')).toBe(false);
    // gone by, or in January: another cell shows the order
    expect(isDoubtful('12.11', '02.12')).toBe(false);
    expect(isDoubtful('12.01', '30.12')).toBe(false);
    expect(isDoubtful('12.12')).toBe(false);
  });

  test('are doubtful where the month first would be one, and nothing proves the day first', () => {
    expect(isDoubtful('12.01')).toBe(true);
    expect(isDoubtful('12.01', '12.02', '12/05')).toBe(true);
    expect(isDoubtful('12.11')).toBe(true);
    expect(isDoubtful('12/25')).toBe(true);
    // hours of the day
    expect(isDoubtful('10.12', '10.30')).toBe(true);
    expect(isDoubtful('9.12', '14.00')).toBe(true);
  });

  test('are not told from full dates', () => {
    expect(isDoubtful('12.01.2027', '12/1/26', '12.01.26 10:00', '12 января', '12-01', '12:01')).toBe(false);
  });

  test('an edit takes back what a cell proved', () => {
    const survey = new ShortDaySurvey('2026-11-30');
    for (const text of ['12.01', '02.12']) survey.add(textCell(text));
    survey.remove(textCell('02.12'));
    expect(survey.isDoubtful).toBe(true);
    survey.remove(textCell('12.01'));
    expect(survey.isDoubtful).toBe(false);
  });
});

describe('delivery dates as Excel holds them', () => {
  test.each([
    ['date', '45568', '2024-10-03 ~09:00'],
    ['date', '45568.583333333336', '2024-10-03 14:00'],
    ['date', '45568.58333333333', '2024-10-03 14:00'],
    ['date', '45568.99999999', '2024-10-04 ~09:00'],
    ['date', '0.5833', '✕ dateOnlyTime'],
    ['date', '2024-10-03T00:00:00', '2024-10-03 ~09:00'],
    ['date', '2024-10-03T14:00:00', '2024-10-03 14:00'],
    ['date', '2024-10-03', '2024-10-03 ~09:00'],
    ['date', '99999999', '✕ dateNumber'],
    ['number', '45568', '2024-10-03 ~09:00'],
    ['number', '3.1', '✕ dateNumber'],
    ['number', '20241003', '2024-10-03 ~09:00'],
    ['number', '12', '✕ dateNumber'],
    ['percent', '0.5', '✕ isPercent'],
    ['boolean', 'TRUE', '✕ isBoolean'],
    ['error', '#N/A', '✕ sheetError'],
    ['uncalculated', '', '✕ uncalculated'],
    ['empty', '', 'blank'],
  ] as const)('a %s cell %j → %s', (kind, text, expected) => {
    expect(outcome(parseScheduledAt(cellOf(kind, text), options), show)).toBe(expected);
  });

  test('the 1904 system counts from four years later, in number and date cells alone', () => {
    const in1904 = { ...options, date1904: true };
    expect(outcome(parseScheduledAt(cellOf('date', '44106.5'), in1904), show)).toBe('2024-10-03 12:00');
    expect(outcome(parseScheduledAt(cellOf('number', '44106'), in1904), show)).toBe('2024-10-03 ~09:00');
    expect(outcome(parseScheduledAt(textCell('45568'), in1904), show)).toBe('2024-10-03 ~09:00');
  });
});

describe('the order of a column', () => {
  const survey = (...texts: string[]) => surveyDates(texts.map(textCell)).order;
  test('is proven by a day over 12', () => {
    expect(survey('03/10/2024', '25/12/2024')).toBe('dayFirst');
    expect(survey('10/03/2024', '12/25/2024')).toBe('monthFirst');
    expect(survey('03/10/2024', '04/11/2024')).toBe('undecided');
    expect(survey('12/25/24', '1/2/24')).toBe('monthFirst');
    expect(survey('25-12-2024')).toBe('dayFirst');
    expect(survey('12/25', '12/1')).toBe('monthFirst');
    expect(survey('25/12 10:00')).toBe('dayFirst');
  });

  test('is not proven by dots, words or ISO dates, nor by cells that contradict each other', () => {
    expect(survey('25.12.2024', '3-okt, 2024', '2024-12-25', '45568')).toBe('undecided');
    expect(survey('25/12/2024', '12/25/2024')).toBe('undecided');
    expect(survey()).toBe('undecided');
  });

  test('follows an edit: removing what was added leaves nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 1, max: 31 }))), (pairs) => {
        const cells = pairs.map(([a, b]) => textCell(`${a}/${b}/2024`));
        const counted = surveyDates(cells);
        for (const cell of cells) counted.remove(cell);
        expect([counted.dayFirst, counted.monthFirst]).toEqual([0, 0]);
        counted.add(textCell('12/25/2024'));
        expect(counted.order).toBe('monthFirst');
      }),
    );
    expect(new DateSurvey().order).toBe('undecided');
  });
});

describe('Tashkent time', () => {
  test('is five hours ahead of UTC all the year', () => {
    expect(utcFromLocal('2024-10-03T14:00:00')).toBe('2024-10-03T09:00:00Z');
    expect(utcFromLocal('2024-07-01T03:00:00')).toBe('2024-06-30T22:00:00Z');
    expect(localWithZ('2024-10-03T14:00:00')).toBe('2024-10-03T14:00:00Z');
  });

  test('there and back is where one was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), (seconds) => {
        expect(epochFromLocal(localFromEpoch(seconds * 1000))).toBe(seconds * 1000);
      }),
    );
  });

  /** No day lies a year before a coming one. */
  const afterAll = Date.UTC(2150, 0, 1);
  const moments = fc
    .integer({ min: Date.UTC(2020, 0, 1) / 1000, max: Date.UTC(2099, 11, 31) / 1000 })
    .map((seconds) => localFromEpoch(seconds * 1000));
  const two = (local: string) => ({
    y: local.slice(0, 4),
    m: local.slice(5, 7),
    d: local.slice(8, 10),
    t: local.slice(11),
  });
  const forms: readonly (readonly [string, (local: string) => string])[] = [
    ['ISO', (local) => local],
    ['dots', (local) => `${two(local).d}.${two(local).m}.${two(local).y} ${two(local).t}`],
    ['slashes', (local) => `${two(local).d}/${two(local).m}/${two(local).y}, ${two(local).t}`],
    ['time first', (local) => `${two(local).t} ${two(local).d}.${two(local).m}.${two(local).y}`],
    ['UTC', utcFromLocal],
    [
      'ru',
      (local) =>
        `${new Intl.DateTimeFormat('ru', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${local}Z`))} ${two(local).t}`,
    ],
    [
      'uz',
      (local) =>
        `${new Intl.DateTimeFormat('uz', { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${local}Z`))} ${two(local).t}`,
    ],
    [
      'uz-Cyrl',
      (local) =>
        `${new Intl.DateTimeFormat('uz-Cyrl', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${local}Z`))} ${two(local).t}`,
    ],
    [
      'en',
      (local) =>
        `${new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${local}Z`))} ${two(local).t}`,
    ],
  ];
  test.each(forms)('a moment written as %s is read as that moment', (_name, write) => {
    fc.assert(
      fc.property(moments, (local) => {
        expect(parseScheduledAt(textCell(write(local)), { ...options, now: afterAll })).toMatchObject({
          kind: 'value',
          value: { local, hadTime: true },
        });
      }),
    );
  });
});

test('a date cell on the 29 February 1900 that Excel invented is no day to deliver on', () => {
  expect(parseScheduledAt({ kind: 'date', text: '60' }, options)).toMatchObject({
    kind: 'refusal',
    remark: { code: 'values.dateNumber' },
  });
});

describe('relative dates as constants', () => {
  // 23:30 in Tashkent: the day there decides, not the one in UTC.
  const now = Date.parse('2024-10-31T23:30:00+05:00');
  test.each([
    ['today', '31.10.2024'],
    ['tomorrow', '01.11.2024'],
    ['tomorrow 14:00', '01.11.2024 14:00'],
    ['ertaga 14:00', '01.11.2024 14:00'],
    ['Ertaga soat 9:00', '01.11.2024 09:00'],
    ['завтра в 14:00', '01.11.2024 14:00'],
    ['завтра', '01.11.2024'],
    ['эртага, 14:00', '01.11.2024 14:00'],
    ['bugun 23:45', '31.10.2024 23:45'],
    ['послезавтра', '02.11.2024'],
    ['indinga', '02.11.2024'],
    ['tomorrow 25:00', undefined],
    ['24.11.2024', undefined],
    ['', undefined],
    ['soon', undefined],
    ['toString', undefined],
  ])('%j → %s', (text, expected) => {
    expect(resolveRelativeDate(text, now)).toBe(expected);
  });
});
