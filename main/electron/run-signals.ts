/** Tells a person who works in another window how a run stands: in the taskbar, and by a notification. */
import type { BrowserWindow } from 'electron';
import type { RunView } from '../../shared/contract/views.ts';
import { verdictCounts } from '../../shared/domain/model/order-states.ts';
import { runSignal, taskbarProgress, type RunSignal } from '../services/run-signal.ts';
import type { Translator } from '../../shared/messages/translator.ts';
import { markUntilInFront, notify } from './notification.ts';

export interface RunSignalsInput {
  readonly window: () => BrowserWindow | null;
  readonly translator: () => Promise<Translator>;
  readonly fileNameOf: (batchId: string) => Promise<string>;
}

export class RunSignals {
  readonly #input: RunSignalsInput;
  readonly #before = new Map<string, RunView['status']>();

  constructor(input: RunSignalsInput) {
    this.#input = input;
  }

  update(run: RunView): void {
    const window = this.#input.window();
    const signal = runSignal(this.#before.get(run.batchId) ?? null, run);
    this.#before.set(run.batchId, run.status);
    if (window === null || window.isDestroyed()) return;
    const progress = taskbarProgress(run);
    window.setProgressBar(progress?.share ?? -1, { mode: progress?.mark ?? 'none' });
    if (signal === null || window.isFocused()) return;
    markUntilInFront(window);
    void this.#notify(run, `signal.${signal}`, window);
  }

  async #notify(run: RunView, key: `signal.${RunSignal}`, window: BrowserWindow): Promise<void> {
    const t = await this.#input.translator();
    const { done, notDone, lookAtIt } = verdictCounts(run.counts);
    const file = await this.#input.fileNameOf(run.batchId);
    notify(window, file, t(key, { done, notDone, lookAtIt }));
  }
}
