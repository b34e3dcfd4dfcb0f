/** How the app ends: asked about while orders are being sent, unasked where Windows ends the session. */
import type { App, BrowserWindow } from 'electron';
import { EventEmitter } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { handleQuit } from '../../../main/electron/quitting.ts';

function startedApp({ isSending, answer = false }: { readonly isSending: boolean; readonly answer?: boolean }) {
  const done: string[] = [];
  const app = Object.assign(new EventEmitter(), { quit: () => void done.push('quit') });
  const window = new EventEmitter();
  const does = (what: string) => (): Promise<void> => {
    done.push(what);
    return Promise.resolve();
  };
  handleQuit(app as unknown as App, window as unknown as BrowserWindow, {
    isSending: () => Promise.resolve(isSending),
    confirm: () => {
      done.push('ask');
      return Promise.resolve(answer);
    },
    stopSending: does('stop sending'),
    endThreads: does('end threads'),
    atLast: does('at last'),
  });
  /** Emits, and tells whether the app was held back. */
  const emit = async (emitter: EventEmitter, event: string): Promise<boolean> => {
    let isHeld = false;
    emitter.emit(event, { preventDefault: () => (isHeld = true) });
    for (let turn = 0; turn < 5; turn++) await setImmediate();
    return isHeld;
  };
  return { app, window, done, emit };
}

describe('closing the window', () => {
  it('ends everything, one after the other, and lets the second close through', async () => {
    const { app, window, done, emit } = startedApp({ isSending: false });
    expect(await emit(window, 'close')).toBe(true);
    expect(done).toEqual(['stop sending', 'end threads', 'at last', 'quit']);
    expect(await emit(app, 'before-quit')).toBe(false);
    expect(await emit(window, 'close')).toBe(false);
  });

  it('asks while orders are being sent; «stay» changes nothing, and it is asked again', async () => {
    const { window, done, emit } = startedApp({ isSending: true });
    expect(await emit(window, 'close')).toBe(true);
    expect(await emit(window, 'close')).toBe(true);
    expect(done).toEqual(['ask', 'ask']);
  });

  it('that comes twice is done once', async () => {
    const { app, window, done, emit } = startedApp({ isSending: true, answer: true });
    window.emit('close', { preventDefault: () => undefined });
    expect(await emit(app, 'before-quit')).toBe(true);
    expect(done).toEqual(['ask', 'stop sending', 'end threads', 'at last', 'quit']);
  });
});

it('the end of a Windows session stops what is under way, and asks, installs and ends nothing', async () => {
  const { window, done, emit } = startedApp({ isSending: true });
  await emit(window, 'session-end');
  expect(done).toEqual(['stop sending']);
});
