/** Reads the guide (docs/guide/*.md): the few forms of Markdown that it is written in. */

export type GuideBlock =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'steps'; readonly steps: readonly string[] }
  | { readonly kind: 'picture'; readonly about: string; readonly file: string };

export interface GuideSection {
  /** The same in every language: `{#open}` behind the heading. */
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly GuideBlock[];
}

const heading = /^## (.+) \{#([a-z]+)\}$/u;
const picture = /^!\[(.+)\]\((.+)\)$/u;
const step = /^\d+\. (.+)$/u;

function blockOf(lines: readonly string[]): GuideBlock {
  const [first = ''] = lines;
  const [, about, file] = picture.exec(first) ?? [];
  if (about !== undefined && file !== undefined) return { kind: 'picture', about, file };
  const steps = lines.flatMap((line) => step.exec(line)?.[1] ?? []);
  return steps.length === lines.length ? { kind: 'steps', steps } : { kind: 'text', text: lines.join(' ') };
}

/** The guide's sections in their order; what stands before the first one is left away. */
export function parseGuide(text: string): GuideSection[] {
  const parts = text.split(/^(?=## )/mu).filter((part) => part.startsWith('## '));
  return parts.map((part) => {
    const [first = '', ...rest] = part.trim().split('\n');
    const [, title = '', id = ''] = heading.exec(first) ?? [];
    const blocks = rest
      .join('\n')
      .trim()
      .split(/\n\s*\n/u)
      .map((block) => blockOf(block.split('\n')));
    return { id, title, blocks };
  });
}
