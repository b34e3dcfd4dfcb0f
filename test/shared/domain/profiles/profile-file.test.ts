import { expect, it } from 'vitest';
import { profileSchema } from '../../../../shared/domain/model/profile.ts';
import { formatProfileFile, parseProfileFile } from '../../../../shared/domain/profiles/profile-file.ts';

const profile = profileSchema.parse({ name: 'Doʻkon', constants: { country: 'Uzbekistan' } });

it.each(['', '\uFEFF'])('reads what it wrote, behind «%s»', (mark) => {
  expect(parseProfileFile(`${mark}${formatProfileFile(profile)}`, 'a.json')).toEqual({ ok: true, value: profile });
});

it.each([
  ['{', 'JSON'],
  ['[]', 'format'],
  ['{"name":"A","rules":{"clock":"noon"}}', 'rules.clock'],
])('refuses %s, and says where', (text, place) => {
  expect(parseProfileFile(text, 'a.json')).toEqual({
    ok: false,
    error: { code: 'profile.unreadable', params: { name: 'a.json', place } },
  });
});
