/** Says a question about a thing that two people of a team changed at once. */
import { isColumnField } from '../domain/model/fields.ts';
import type { Said, TeamQuestion } from '../domain/model/team-question.ts';
import { productText } from './product-text.ts';
import type { Translator } from './translator.ts';

export interface QuestionTexts {
  readonly what: string;
  readonly ours: string;
  readonly theirs: string;
}

export function questionTexts(t: Translator, question: TeamQuestion): QuestionTexts {
  const { kind, what, of, shop, ours, theirs, differs } = question;
  const field = isColumnField(of) ? t(`field.${of}`) : of;
  const about = t(`team.asked.${kind}`, { what: kind === 'shop' && what === '' ? 'nameless' : what, of: field });
  const parts = differs.map((part) => t(`team.asked.part.${part}`));
  return {
    what: [about, ...(shop === '' || kind === 'shop' ? [] : [t('team.asked.ofShop', { shop })]), ...parts].join(' · '),
    ours: saidText(t, ours),
    theirs: saidText(t, theirs),
  };
}

function saidText(t: Translator, said: Said): string {
  switch (said.kind) {
    case 'text':
      return said.text;
    case 'product':
      return productText(t, said);
    case 'field':
      return said.field === null ? t('word.notSent') : t(`field.${said.field}`);
    case 'profile':
      return [t('team.said.columns', { count: said.columns }), ...said.constants].join(' · ');
    case 'shop':
      return [
        said.name === '' ? t('team.said.nameless') : `«${said.name}»`,
        ...(said.numberStart === null ? [] : [t('team.said.numberStart', { start: String(said.numberStart) })]),
        ...(said.account === null ? [] : [t('team.said.account', { account: String(said.account) })]),
        ...(said.removed ? [t('team.said.none')] : []),
      ].join(' · ');
    default:
      return t(`team.said.${said.kind}`);
  }
}
