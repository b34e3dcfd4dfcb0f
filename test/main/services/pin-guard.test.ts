/** The PIN: what it demands, how wrong ones are slowed down, and that it is not to be read from the home. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../../main/ports.ts';
import { PinGuard, waitAfter } from '../../../main/services/pin-guard.ts';
import { openStore } from '../../../main/store/open-store.ts';
import { FailureError, valueOrThrow } from '../../../shared/result.ts';
import { temporaryFolder, TestTerminal } from '../../support/terminal.ts';

const codeOf = (act: Promise<unknown>): Promise<string> =>
  act.then(
    () => 'ok',
    (error: unknown) => (error instanceof FailureError ? error.failure.code : String(error)),
  );

function guarded(home = temporaryFolder()) {
  const store = valueOrThrow(openStore(home, systemClock));
  onTestFinished(() => store.close());
  let now = Date.parse('2030-01-05T05:00:00Z');
  const clock = { now: () => now, monotonic: () => now };
  return {
    home,
    store,
    pass: (ms: number) => (now += ms),
    /** As the app would have it after a restart. */
    open: () => new PinGuard(store.secrets, clock),
  };
}

describe('the PIN', () => {
  it('is demanded once it is set, counts five minutes, and until somebody else works', async () => {
    const { open, pass } = guarded();
    const pin = open();
    expect(await codeOf(pin.demand())).toBe('ok');
    await pin.set('2580');
    expect(await codeOf(pin.demand())).toBe('pin.needed');
    expect(await codeOf(pin.enter('2581'))).toBe('pin.wrong');
    expect(await codeOf(pin.demand())).toBe('pin.needed');
    await pin.enter('2580');
    expect(await codeOf(pin.demand())).toBe('ok');
    pass(5 * 60_000);
    expect(await codeOf(pin.demand())).toBe('pin.needed');
    await pin.enter('2580');
    pin.close();
    expect(await codeOf(pin.demand())).toBe('pin.needed');
    await pin.remove();
    expect(await codeOf(pin.demand())).toBe('ok');
  });

  it('wrong ones wait longer and longer, also many at once and after a restart; a clock set back adds nothing', async () => {
    const { open, pass } = guarded();
    const pin = open();
    await pin.set('2580');
    const answers = await Promise.all(['1', '2', '3', '4', '5'].map((wrong) => codeOf(pin.enter(wrong))));
    expect(answers).toEqual(['pin.wrong', 'pin.wrong', 'pin.wrong', 'pin.wait', 'pin.wait']);
    expect(await codeOf(open().enter('2580'))).toBe('pin.wait');
    pass(-3_600_000);
    expect(await codeOf(open().enter('2580'))).toBe('pin.wait');
    pass(3_600_000 + 30_000);
    expect(await codeOf(open().enter('6'))).toBe('pin.wrong');
    pass(59_000);
    expect(await codeOf(open().enter('2580'))).toBe('pin.wait');
    pass(1_000);
    expect(await codeOf(open().enter('2580'))).toBe('ok');
    expect(await codeOf(open().enter('7'))).toBe('pin.wrong');
    expect([0, 2, 3, 4, 8, 50].map(waitAfter)).toEqual([0, 0, 30_000, 60_000, 900_000, 900_000]);
  });

  it('stands nowhere in the home, and two homes with the same one have nothing alike', async () => {
    const [one, other] = [guarded(), guarded()];
    await one.open().set('73519842');
    await other.open().set('73519842');
    const kept = [one, other].map(({ store }) => Buffer.from(store.secrets.get('pin') ?? []).toString());
    expect(kept[0]).not.toBe(kept[1]);
    expect(kept.join(' ')).not.toContain('73519842');
    expect(readFileSync(path.join(one.home, 'order-importer.db')).includes('73519842')).toBe(false);
  });

  it('guards shops and sending twice in a terminal, too', async () => {
    const home = temporaryFolder();
    const { open, store } = guarded(home);
    await open().set('2580');
    store.close();
    const codeIn = async (environment: NodeJS.ProcessEnv, ...words: string[]): Promise<string> => {
      const { status, output } = await new TestTerminal(environment, home).run(...words, '--json');
      return status === 0 ? 'ok' : (JSON.parse(output) as { error: { code: string } }).error.code;
    };
    const plain = new TestTerminal({}, home);
    expect(await plain.run('shops', 'add', 'Atlas')).toMatchObject({
      status: 1,
      remarks: 'This is guarded by a PIN. Give it in the variable ORDER_IMPORTER_PIN.',
    });
    expect((await new TestTerminal({ ORDER_IMPORTER_PIN: '2580' }, home).run('shops', 'add', 'Atlas')).status).toBe(0);
    expect(await codeIn({}, 'shops', 'list')).toBe('ok');
    expect((await plain.run('servers', 'same', 'http://a.uz', 'http://b.uz')).remarks).toContain('PIN');
  });
});
