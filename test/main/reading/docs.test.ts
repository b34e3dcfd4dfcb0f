/** docs/reading.md says what is in force: every refusal and notice with its words, every bound with its value. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { limits } from '../../../main/reading/limits.ts';
import { reading as english } from '../../../shared/messages/en/reading.ts';
import { reading as russian } from '../../../shared/messages/ru/reading.ts';
import { reading as uzbek } from '../../../shared/messages/uz/reading.ts';

const doc = readFileSync(path.resolve('docs/reading.md'), 'utf8');
type Key = keyof typeof english;
const keysOf = (prefix: 'error' | 'issue'): Key[] =>
  (Object.keys(english) as Key[]).filter((key) => key.startsWith(`${prefix}.reading.`));
const codeOf = (key: Key): string => key.slice(key.indexOf('.') + 1);

describe('docs/reading.md', () => {
  it.each([...keysOf('error'), ...keysOf('issue')])('names %s', (key) => {
    expect(doc).toContain(`\`${codeOf(key)}\``);
  });

  it('names no code that is not in force', () => {
    const known = new Set([...keysOf('error'), ...keysOf('issue')].map(codeOf));
    expect(
      [...doc.matchAll(/`(reading\.\w+)`/gu)].map(([, code]) => code).filter((code) => !known.has(code ?? '')),
    ).toEqual([]);
  });

  const grouped = (value: number): string => new Intl.NumberFormat('en').format(value);
  const shown = (name: string, value: number): string => {
    if (name.endsWith('Bytes')) return `${grouped(value / 1024 / 1024)} MB`;
    return name.endsWith('Milliseconds') ? `${value / 1000} s` : grouped(value);
  };
  it.each(Object.entries(limits))('gives the bound %s as it is', (name, value) => {
    const line = doc.split('\n').find((one) => one.includes(`| \`${name}\` |`));
    expect(line?.split('|')[2]?.trim()).toBe(shown(name, value));
  });
});

/** `npx vitest run test/main/reading/docs.test.ts -u` writes it anew. */
it('docs/reading-words.md gives the words of every refusal and notice', async () => {
  const section = (title: string, keys: readonly Key[]): string[] => [
    `## ${title}`,
    ...keys.flatMap((key) => [
      '',
      `### \`${codeOf(key)}\``,
      `- en: ${english[key]}`,
      `- uz: ${uzbek[key]}`,
      `- ru: ${russian[key]}`,
    ]),
    '',
  ];
  const text = [
    '# The words of reading',
    '',
    'What an operator reads, in ICU message syntax, made from `shared/messages/*/reading.ts`;' +
      ' when it is said stands in [reading.md](reading.md).',
    '',
    ...section('Refusals', keysOf('error')),
    ...section('Said of a file that was read', keysOf('issue')),
  ].join('\n');
  await expect(text).toMatchFileSnapshot('../../../docs/reading-words.md');
});
