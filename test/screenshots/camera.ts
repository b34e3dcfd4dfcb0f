/** Takes the pictures: what a look is, where its pictures go, and a page that has come to rest. */
import { mkdirSync } from 'node:fs';
import { userInfo } from 'node:os';
import path from 'node:path';
import { type Language, languages } from '../../shared/messages/translator.ts';
import { type App, projectFolder } from '../support/app.ts';

type Theme = 'light' | 'dark';
type Size = readonly [width: number, height: number];

/** Small laptops; the same at 125 %, which leaves the fewest pixels; a desktop screen. */
export const sizes = { laptop: [1366, 768], small: [1093, 614], desktop: [1920, 1080] } as const satisfies Record<
  string,
  Size
>;
type SizeName = keyof typeof sizes;

export interface Look {
  readonly language: Language;
  readonly theme: Theme;
  readonly size: SizeName;
}

export const looks: readonly Look[] = languages.flatMap((language) =>
  (['light', 'dark'] as const).flatMap((theme) =>
    (Object.keys(sizes) as SizeName[]).map((size): Look => ({ language, theme, size })),
  ),
);

const published: ReadonlySet<string> = new Set([
  'start',
  'columns',
  'columns-questions',
  'check',
  'check-cell',
  'check-order',
  'plan',
  'products',
  'sending',
  'report',
  'settings',
  'settings-team',
  'ledger',
]);
const publishedDark: ReadonlySet<string> = new Set(['check-cell', 'sending', 'report']);

/** Where the picture of a screen goes. */
function fileOf({ language, theme, size }: Look, name: string): string {
  if (size === 'laptop' && theme === 'light' && published.has(name))
    return path.join(projectFolder, 'docs/screenshots', language, `${name}.png`);
  if (size === 'laptop' && theme === 'dark' && language === 'uz' && publishedDark.has(name))
    return path.join(projectFolder, 'docs/screenshots', language, `${name}-dark.png`);
  return path.join(projectFolder, 'test-results/screens', `${language}-${theme}-${size}`, `${name}.png`);
}

export class Camera {
  readonly #app: App;
  readonly #look: Look;

  constructor(app: App, look: Look) {
    this.#app = app;
    this.#look = look;
  }

  async shoot(name: string): Promise<void> {
    const file = fileOf(this.#look, name);
    mkdirSync(path.dirname(file), { recursive: true });
    // No hint of what the mouse happens to be on; whatever still slides or fades is let come to rest.
    await this.#app.page.mouse.move(0, this.#app.page.viewportSize()?.height ?? 0);
    await this.#app.page.waitForTimeout(300);
    await this.#nameTheOperator();
    await this.#app.page.screenshot({ path: file });
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
