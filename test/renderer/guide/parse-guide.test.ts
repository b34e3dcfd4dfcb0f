import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { guidePlace } from '../../../renderer/guide/guide-place.ts';
import { parseGuide } from '../../../renderer/guide/parse-guide.ts';
import { languages } from '../../../shared/messages/translator.ts';

const folder = path.resolve(import.meta.dirname, '../../../docs/guide');
const guide = (language: string) => parseGuide(readFileSync(path.join(folder, `${language}.md`), 'utf8'));

describe('the guide', () => {
  it.each(languages)('has in %s the same sections, with as many steps, and pictures that exist', (language) => {
    const shape = (of: string) =>
      guide(of).map(({ id, blocks }) => [
        id,
        blocks.map((block) => (block.kind === 'steps' ? block.steps.length : block.kind)),
      ]);
    expect(shape(language)).toEqual(shape('en'));
    for (const { title, blocks } of guide(language)) {
      expect(title).not.toBe('');
      for (const block of blocks)
        if (block.kind === 'picture')
          expect([block.file, existsSync(path.join(folder, block.file))]).toEqual([block.file, true]);
    }
  });

  it('has a section for every screen', () => {
    const ids = guide('en').map(({ id }) => id);
    const batch = { screen: 'batch', batchId: 'b', show: 'all', cause: null } as const;
    const steps = ['file', 'columns', 'check', 'send', 'report'] as const;
    const places = steps.map((step) => guidePlace({ ...batch, step }));
    const pages = (['settings', 'products'] as const).map((screen) =>
      guidePlace({ screen, behind: { screen: 'start' } }),
    );
    for (const place of [...places, ...pages, guidePlace({ screen: 'start' })]) expect(ids).toContain(place);
    expect(new Set(places).size).toBe(5);
    expect(ids).toEqual(expect.arrayContaining(['tomorrow', 'network', 'refused', 'team']));
  });
});
