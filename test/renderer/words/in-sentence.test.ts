/** Words of the screens within a line. */
import { expect, test } from 'vitest';
import { inSentence } from '../../../renderer/words/in-sentence.ts';

test.each([
  ['Not done', 'not done'],
  ['В WMS', 'в WMS'],
  ['WMSda bor', 'WMSda bor'],
  ['Проверяется в WMS', 'проверяется в WMS'],
  ['', ''],
])('«%s» → «%s»', (word, expected) => expect(inSentence(word)).toBe(expected));
