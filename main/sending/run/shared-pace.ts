/** Keeps a run's pace with those of the team's other computers that send to the same account: at its start, and now and then. */
import type { TeamRun } from '../../platform/team-ports.ts';
import type { Clock } from '../../ports.ts';
import type { TrafficControl } from '../traffic-control.ts';

/** Milliseconds between two exchanges; at once where the WMS has just asked for fewer requests. */
const exchangeEvery = 2_000;

export class SharedPace {
  readonly #team: Pick<TeamRun, 'exchangePace'>;
  readonly #traffic: TrafficControl;
  readonly #clock: Clock;
  #dueAt = -Infinity;
  #toldHold = 0;
  #isAsking = false;

  constructor(team: Pick<TeamRun, 'exchangePace'>, traffic: TrafficControl, clock: Clock) {
    this.#team = team;
    this.#traffic = traffic;
    this.#clock = clock;
  }

  /** What the others know, before the first request leaves. Never throws. */
  async begin(): Promise<void> {
    await this.#exchange(true);
  }

  /** Exchanges where it is time, and holds nothing up. */
  tick(now: number): void {
    const hasNewHold = this.#traffic.askedToWaitUntil > Math.max(now, this.#toldHold);
    if (!this.#isAsking && (now >= this.#dueAt || hasNewHold)) void this.#exchange(true);
  }

  /** The run is over: the others need not leave it room any more. */
  async end(): Promise<void> {
    await this.#exchange(false);
  }

  async #exchange(isSending: boolean): Promise<void> {
    this.#isAsking = true;
    const now = this.#clock.monotonic();
    this.#dueAt = now + exchangeEvery;
    this.#toldHold = this.#traffic.askedToWaitUntil;
    const said = { isSending, ...this.#traffic.said(now) };
    const heard = await this.#team.exchangePace(said).catch(() => null);
    // The others' waits count from when it was asked: no later than they said it.
    if (heard !== null && isSending) this.#traffic.hear(heard, this.#clock.monotonic());
    this.#isAsking = false;
  }
}
