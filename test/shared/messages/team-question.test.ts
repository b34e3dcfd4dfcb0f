/** What two people of a team changed at once, in words. */
import { expect, it } from 'vitest';
import type { TeamQuestion } from '../../../shared/domain/model/team-question.ts';
import { questionTexts } from '../../../shared/messages/team-question.ts';
import { translatorFor } from '../../../shared/messages/translators.ts';

const question = (values: Partial<TeamQuestion>): TeamQuestion => ({
  id: '1',
  kind: 'product',
  what: 'Choynak',
  of: '',
  shop: '',
  ours: { kind: 'product', productId: 17, variationId: null, price: 48_000 },
  theirs: { kind: 'none' },
  differs: [],
  by: 'Bobur',
  at: 0,
  mayBeApart: false,
  ...values,
});

it('a thing is named with its shop; the only shop may have no name', () => {
  const t = translatorFor('ru');
  expect(questionTexts(t, question({ shop: 'Atlas' }))).toEqual({
    what: 'Товар «Choynak» · магазин «Atlas»',
    ours: '17 · 48\u00a0000 сум',
    theirs: 'удалено',
  });
  const nameless = { kind: 'shop', name: '', numberStart: 5000, account: null, removed: false } as const;
  expect(questionTexts(t, question({ kind: 'shop', what: '', ours: nameless }))).toMatchObject({
    what: 'Магазин без названия',
    ours: 'без названия · номера с 5000',
  });
});
