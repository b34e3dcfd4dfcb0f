/** Takes the pictures: what a look is, where its pictures go, and a page that has come to rest. */
import type { Locator } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import { userInfo } from 'node:os';
import path from 'node:path';
import { type Language, languages } from '../../shared/messages/translator.ts';
import { type App, projectFolder } from '../support/app.ts';

const themes = ['light', 'dark'] as const;
type Theme = (typeof themes)[number];
type Size = readonly [width: number, height: number];

/** Small laptops; the same at 125 %, which leaves the fewest pixels; a desktop screen. */
const sizes = { laptop: [1366, 768], small: [1093, 614], desktop: [1920, 1080] } as const satisfies Record<
  string,
  Size
>;
type SizeName = keyof typeof sizes;

interface Look {
  readonly language: Language;
  readonly theme: Theme;
  readonly size: SizeName;
}

/** The pictures of README.md, of the guide and of docs/team.md. */
const published: ReadonlySet<string> = new Set([
  ...languages.flatMap((language) =>
    ['start', 'columns-questions', 'check', 'plan', 'report'].map((name) => `${language}/${name}`),
  ),
  'en/settings-team',
  'ru/settings-team',
  'uz/settings-team',
  'ru/check-cell',
  'ru/products',
  'uz/sending-dark',
  'uz/ledger',
]);

/** Where the picture of a screen goes. */
function fileOf({ language, theme, size }: Look, name: string): string {
  const picture = `${language}/${theme === 'dark' ? `${name}-dark` : name}`;
  return size === 'laptop' && published.has(picture)
    ? path.join(projectFolder, 'docs/screenshots', `${picture}.png`)
    : path.join(projectFolder, 'test-results/screens', `${language}-${theme}-${size}`, `${name}.png`);
}

/** Takes each screen in both themes and in every size, as it stands. */
export class Camera {
  readonly #app: App;
  readonly #language: Language;

  constructor(app: App, language: Language) {
    this.#app = app;
    this.#language = language;
  }

  /** @param shown what is to be in view, at the top where there is room: another size scrolls otherwise */
  async shoot(name: string, shown?: Locator): Promise<void> {
    const { page, electron } = this.#app;
    for (const size of Object.keys(sizes) as SizeName[]) {
      await electron.evaluate(({ BrowserWindow }, [width, height]) => {
        BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
      }, sizes[size]);
      // No hint of what the mouse happens to be on; whatever still slides or fades is let come to rest.
      await page.mouse.move(0, sizes[size][1]);
      await page.waitForTimeout(200);
      await shown?.evaluate((element) => element.scrollIntoView());
      await this.#nameTheOperator();
      for (const theme of themes) {
        await this.#wear(theme);
        const file = fileOf({ language: this.#language, theme, size }, name);
        mkdirSync(path.dirname(file), { recursive: true });
        await page.screenshot({ path: file });
      }
      await this.#wear('light');
    }
    const [width, height] = sizes.laptop;
    await electron.evaluate(({ BrowserWindow }, [width, height]) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
    }, sizes.laptop);
    await page.waitForFunction(([width, height]) => innerWidth === width && innerHeight === height, [
      width,
      height,
    ] as const);
  }

  /** Only the colours change: what stands on the screen stays. */
  async #wear(theme: Theme): Promise<void> {
    await this.#app.page.evaluate((theme) => {
      document.documentElement.dataset['mantineColorScheme'] = theme;
    }, theme);
  }

  /** Files are listed with the account that opened them: an invented name in place of the one who takes the pictures. */
  async #nameTheOperator(): Promise<void> {
    await this.#app.page.evaluate((account) => {
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const { currentNode } = texts;
        if (currentNode.nodeValue?.startsWith(account))
          currentNode.nodeValue = currentNode.nodeValue.replace(account, 'Dilnoza');
      }
    }, userInfo().username);
  }
}
