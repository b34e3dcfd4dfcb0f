/** Looking for a newer version in a folder on a web server. */
import fc from 'fast-check';
import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { findUpdate, whyOnlyAnnounced, type UpdateBuild } from '../../../main/updates/find-update.ts';
import { isNewer } from '../../../main/updates/update-list.ts';
import { digestOf, listOf, ourKey, serveFolder, signatureOf } from './release-folder.ts';

const setup = Buffer.from('a setup');
const build: UpdateBuild = { address: null, publicKey: ourKey, isSigned: true };

async function fetchText(url: string): Promise<string> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return answer.text();
}

/** What is found in a folder with this list, asked by a version 0.2.0 on Windows. */
async function found(files: Record<string, string>, publicKey: string | null = ourKey, current = '0.2.0') {
  const { address } = await serveFolder(new Map(Object.entries(files)));
  return findUpdate(address, { publicKey }, current, fetchText, 'win32').catch((error: unknown) => error);
}

const signed = (list: string) => ({ 'latest.yml': list, 'latest.yml.sig': signatureOf(list) });

describe('a folder with releases', () => {
  test('offers a newer version, with the digests that it may have', async () => {
    expect(await found(signed(listOf('0.10.0', setup)))).toEqual({
      version: '0.10.0',
      sha512: [digestOf(setup)],
      isVerified: true,
    });
  });

  test.each(['0.2.0', '0.1.9', '0.1.10'])('offers nothing where it has %s', async (version) => {
    expect(await found(signed(listOf(version, setup)))).toBeNull();
  });

  test('is not believed without a signature, nor with one of another key or another list', async () => {
    const list = listOf('0.3.0', setup);
    expect(await found({ 'latest.yml': list })).toMatchObject({ failure: { code: 'updates.unreachable' } });
    const wrong = [signatureOf(listOf('0.3.1', setup)), '', 'nonsense', 'AAAA'];
    for (const signature of wrong)
      expect(await found({ 'latest.yml': list, 'latest.yml.sig': signature })).toMatchObject({
        failure: { code: 'updates.badSignature' },
      });
    const other = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
    expect(await found(signed(list), other)).toMatchObject({ failure: { code: 'updates.badSignature' } });
    expect(await found(signed(list), 'no key')).toMatchObject({ failure: { code: 'updates.badSignature' } });
  });

  test('is only heard of by a build that brings no key', async () => {
    const offer = await found({ 'latest.yml': listOf('0.3.0', setup) }, null);
    expect(offer).toEqual({ version: '0.3.0', sha512: [digestOf(setup)], isVerified: false });
  });

  test.each([
    ['a page', '<html>Not found</html>'],
    ['nothing', ''],
    ['a version that is none', listOf('0.3.0', setup).replace('0.3.0', 'newest')],
    ['a pre-release', listOf('0.3.0-beta.1', setup)],
    ['no files', 'version: 0.3.0\nfiles: []\n'],
    ['a broken list', 'version: [0.3.0'],
  ])('with %s is no list of versions', async (_what, text) => {
    expect(await found(signed(text))).toMatchObject({ failure: { code: 'updates.badList' } });
  });

  test('that is not there, or no address at all, is said so', async () => {
    expect(await found({})).toMatchObject({ failure: { code: 'updates.unreachable' } });
    for (const address of ['', 'file:///etc', 'ftp://x/', 'https://user:word@x/'])
      await expect(findUpdate(address, build, '0.2.0', fetchText)).rejects.toMatchObject({
        failure: { code: 'updates.badAddress' },
      });
  });
});

describe('a version that was found', () => {
  const offer = { version: '0.3.0', sha512: [], isVerified: true };
  const system = { platform: 'win32', isPackaged: true, isPortable: false } as const;

  test('is installed by a signed package on Windows alone', () => {
    expect(whyOnlyAnnounced(offer, build, system)).toBeNull();
    expect(whyOnlyAnnounced(offer, build, { ...system, platform: 'linux' })).toBe('bySystem');
    expect(whyOnlyAnnounced(offer, build, { ...system, isPackaged: false })).toBe('bySystem');
    expect(whyOnlyAnnounced(offer, build, { ...system, isPortable: true })).toBe('portable');
  });

  test('is only announced by an unsigned build, and where no key of ours stands for it', () => {
    expect(whyOnlyAnnounced(offer, { ...build, isSigned: false }, system)).toBe('unsigned');
    expect(whyOnlyAnnounced({ ...offer, isVerified: false }, build, system)).toBe('unsigned');
  });
});

test('of two versions one is newer, or neither', () => {
  const version = fc.tuple(fc.nat(999), fc.nat(999), fc.nat(999));
  fc.assert(
    fc.property(version, version, (one, other) => {
      const [a, b] = [one.join('.'), other.join('.')];
      const difference = one.map((part, at) => part - (other[at] ?? 0)).find((part) => part !== 0) ?? 0;
      expect([isNewer(a, b), isNewer(b, a)]).toEqual([difference > 0, difference < 0]);
    }),
  );
});
