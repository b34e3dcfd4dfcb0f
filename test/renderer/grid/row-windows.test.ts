import { describe, expect, it } from 'vitest';
import type { RowView, RowWindow } from '../../../shared/contract/views.ts';
import { RowWindows, WINDOW_ROWS } from '../../../renderer/grid/row-windows.ts';
import { rowView, rowWindow } from './rows.ts';

const made = (count: number, text = 'a'): RowView[] =>
  Array.from({ length: count }, (_, index) => rowView(index + 2, [`${text}${index}`]));
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
};

/** An engine of which each answer is given when the test says so. */
class SlowEngine {
  rows: RowView[];
  version = 1;
  readonly asked: number[] = [];
  readonly #open: (() => void)[] = [];

  constructor(rows: RowView[]) {
    this.rows = rows;
  }

  readonly ask = (from: number, count: number): Promise<RowWindow> => {
    this.asked.push(from);
    return new Promise((resolve) => {
      this.#open.push(() => resolve(rowWindow(this.rows, from, count, this.version)));
    });
  };

  async answer(): Promise<void> {
    for (const give of this.#open.splice(0)) give();
    await settled();
  }
}

describe('RowWindows', () => {
  it('asks for what is visible and shows it when it comes', async () => {
    const engine = new SlowEngine(made(1000));
    const windows = new RowWindows(engine.ask);
    windows.setVisible({ first: 0, end: 0 });
    expect(windows.total).toBeNull();
    await engine.answer();
    expect(windows.total).toBe(1000);
    windows.setVisible({ first: 90, end: 130 });
    expect(windows.row(95)?.row).toBe(97);
    expect(windows.row(120)).toBeUndefined();
    await engine.answer();
    expect(windows.row(120)?.row).toBe(122);
  });

  it('has the rows that come next in the direction of scrolling before they come into view', async () => {
    const engine = new SlowEngine(made(1000));
    const windows = new RowWindows(engine.ask);
    windows.setVisible({ first: 0, end: 40 });
    await engine.answer();
    windows.setVisible({ first: 140, end: 180 });
    await engine.answer();
    expect(windows.row(230)?.row).toBe(232);
    windows.setVisible({ first: 700, end: 740 });
    await engine.answer();
    windows.setVisible({ first: 650, end: 690 });
    await engine.answer();
    expect(windows.row(550)?.row).toBe(552);
    windows.setVisible({ first: 0, end: 40 });
    windows.setVisible({ first: 960, end: 1000 });
    await engine.answer();
    await engine.answer();
    // Nothing beyond either end.
    expect(engine.asked.every((from) => from >= 0 && from < 1000)).toBe(true);
  });

  it('keeps as much after a million rows as after a few, and asks at most two questions at once', async () => {
    const engine = new SlowEngine(made(50_000));
    const windows = new RowWindows(engine.ask);
    for (let first = 0; first < 50_000; first += 400) {
      const before = engine.asked.length;
      windows.setVisible({ first, end: first + 50 });
      expect(engine.asked.length - before).toBeLessThanOrEqual(2);
      await engine.answer();
    }
    const kept = Array.from({ length: 50_000 / WINDOW_ROWS }, (_, number) => windows.row(number * WINDOW_ROWS)).filter(
      (row) => row !== undefined,
    );
    expect(kept.length).toBeLessThanOrEqual(12);
  });

  it('goes on with what is visible now, not with what was passed by', async () => {
    const engine = new SlowEngine(made(10_000));
    const windows = new RowWindows(engine.ask);
    windows.setVisible({ first: 0, end: 40 });
    for (let first = 1000; first <= 9000; first += 500) windows.setVisible({ first, end: first + 40 });
    await engine.answer();
    await engine.answer();
    expect(windows.row(9000)?.row).toBe(9002);
    expect(engine.asked).not.toContain(5000);
  });

  it('a refresh shows the old rows until the new ones are there, then all at once', async () => {
    const engine = new SlowEngine(made(300, 'old'));
    const windows = new RowWindows(engine.ask);
    windows.setVisible({ first: 0, end: 40 });
    await engine.answer();
    engine.rows = made(300, 'new');
    const shifts: number[] = [];
    const refreshed = windows.refresh(
      () => Promise.resolve(0),
      (shift) => shifts.push(shift),
    );
    await settled();
    expect(windows.row(0)?.cells[0]?.text).toBe('old0');
    await engine.answer();
    await refreshed;
    expect(windows.row(0)?.cells[0]?.text).toBe('new0');
    expect(shifts).toEqual([0]);
  });

  it('loads where the view will stand when rows come in above it', async () => {
    const engine = new SlowEngine(made(1000));
    const windows = new RowWindows(engine.ask);
    windows.setVisible({ first: 500, end: 540 });
    await engine.answer();
    const refreshed = windows.refresh(
      () => Promise.resolve(200),
      () => {},
    );
    await settled();
    await engine.answer();
    await refreshed;
    expect(windows.row(710)).toBeDefined();
  });

  it('an answer that was asked for before a refresh is not shown after it', async () => {
    const engine = new SlowEngine(made(1000, 'old'));
    let hold: ((answer: RowWindow) => void) | null = null;
    let calls = 0;
    const windows = new RowWindows((from, count) => {
      calls += 1;
      // The second question is answered only after the refresh.
      if (calls === 2) return new Promise((resolve) => (hold = resolve));
      return Promise.resolve(rowWindow(engine.rows, from, count));
    });
    windows.setVisible({ first: 0, end: 40 });
    await settled();
    windows.setVisible({ first: 300, end: 340 });
    engine.rows = made(1000, 'new');
    await windows.refresh(
      () => Promise.resolve(0),
      () => {},
    );
    hold!(rowWindow(made(1000, 'old'), 300, WINDOW_ROWS));
    await settled();
    expect(windows.row(310)?.cells[0]?.text).toBe('new310');
  });

  it('shows a typed text until rows of a version that knows it have come', async () => {
    const engine = new SlowEngine(made(10));
    const windows = new RowWindows(engine.ask);
    windows.setVisible({ first: 0, end: 10 });
    await engine.answer();
    const cell = { row: 2, column: 0, text: 'typed' };
    windows.showTyped([cell]);
    expect(windows.typedTextsOf(2)?.get(0)?.text).toBe('typed');
    engine.version = 2;
    windows.confirmTyped([cell], 2);
    expect(windows.typedTextsOf(2)?.get(0)?.text).toBe('typed');
    const refreshed = windows.refresh(
      () => Promise.resolve(0),
      () => {},
    );
    await settled();
    await engine.answer();
    await refreshed;
    expect(windows.typedTextsOf(2)).toBeNull();
  });

  it('takes back a typed text that was refused, but not one typed after it', async () => {
    const windows = new RowWindows(() => Promise.resolve(rowWindow(made(10), 0, 100)));
    windows.showTyped([{ row: 2, column: 0, text: 'first' }]);
    windows.confirmTyped([{ row: 2, column: 0, text: 'first' }], null);
    expect(windows.typedTextsOf(2)).toBeNull();
    windows.showTyped([{ row: 2, column: 0, text: 'first' }]);
    windows.showTyped([{ row: 2, column: 0, text: 'second' }]);
    windows.confirmTyped([{ row: 2, column: 0, text: 'first' }], null);
    expect(windows.typedTextsOf(2)?.get(0)?.text).toBe('second');
  });

  it('collects rows of any span, across windows and past the end', async () => {
    const windows = new RowWindows((from, count) => Promise.resolve(rowWindow(made(250), from, count)));
    expect((await windows.getRows(90, 210))?.map(({ row }) => row)).toEqual(
      Array.from({ length: 120 }, (_, at) => at + 92),
    );
    expect(await windows.getRows(240, 400)).toHaveLength(10);
    const broken = new RowWindows(() => Promise.resolve(null));
    expect(await broken.getRows(0, 10)).toBeNull();
  });
});
