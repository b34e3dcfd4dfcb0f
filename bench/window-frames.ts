/** Measures frame times of the grid while it scrolls, and of the page during other work. Milliseconds. */
import type { Page } from '@playwright/test';

/** Scrolls the grid by `pixels` in every frame, from the top; returns the time that each frame took. */
export function framesWhileScrolling(page: Page, pixels: number, frames: number): Promise<number[]> {
  return page.getByTestId('grid').evaluate(
    (grid, [pixels, frames]) =>
      new Promise<number[]>((resolve) => {
        const times: number[] = [];
        let before = 0;
        const step = (now: number): void => {
          if (before > 0) times.push(now - before);
          before = now;
          if (times.length === frames) return resolve(times);
          grid.scrollTop += pixels;
          requestAnimationFrame(step);
        };
        grid.scrollTop = 0;
        requestAnimationFrame(step);
      }),
    [pixels, frames] as const,
  );
}

/** Jumps to `jumps` places of the grid; returns the times until the rows there show their texts. */
export function timesOfJumps(page: Page, jumps: number): Promise<number[]> {
  return page.getByTestId('grid').evaluate(async (grid, jumps) => {
    const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    const isBlank = (): boolean => {
      const { top, bottom } = grid.getBoundingClientRect();
      const rows = [...grid.querySelectorAll('[data-testid="row"]')].filter(
        (row) => row.getBoundingClientRect().bottom > top && row.getBoundingClientRect().top < bottom,
      );
      return rows.length < 10 || rows.some((row) => !row.hasAttribute('data-row'));
    };
    const times: number[] = [];
    for (let jump = 1; jump <= jumps; jump++) {
      const start = await frame();
      grid.scrollTop = (grid.scrollHeight * ((jump * 0.618_034) % 1)) | 0;
      let now = await frame();
      while (isBlank()) now = await frame();
      times.push(now - start);
    }
    return times;
  }, jumps);
}

/** Records the page's frames until {@link longestFrame} is called. */
export function watchFrames(page: Page): Promise<void> {
  return page.evaluate(() => {
    let before = performance.now();
    const watch = { longest: 0 };
    const step = (now: number): void => {
      watch.longest = Math.max(watch.longest, now - before);
      before = now;
      requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
    Reflect.set(window, 'frameWatch', watch);
  });
}

export function longestFrame(page: Page): Promise<number> {
  return page.evaluate(() => (Reflect.get(window, 'frameWatch') as { readonly longest: number }).longest);
}
