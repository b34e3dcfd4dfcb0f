import { expect, it } from 'vitest';
import { readNamedId } from '../../../../shared/domain/mixed-cells/named-id.ts';

it.each([
  ['Choynak (ID 31)', 'Choynak', '31'],
  ['Чайник [id: 31]', 'Чайник', '31'],
])('%s', (text, name, id) => {
  expect(readNamedId(text).parts.map((part) => part.text)).toEqual([name, id]);
});

it('takes a size in brackets for no id', () => {
  expect(readNamedId('Kurtka (42)').parts).toEqual([]);
});
