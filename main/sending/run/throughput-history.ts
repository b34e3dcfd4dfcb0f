/** Records how fast a run was over time, for the chart, in bounded memory whatever the run's length. Times are monotonic ms. */
import type { RunInterval } from '../../../shared/domain/sending/run.ts';

const mostPoints = 60;
const firstWidth = 2000;

interface Bucket {
  settled: number;
  answers: number;
  answerMs: number;
}

export class ThroughputHistory {
  readonly #startedAt: number;
  #width = firstWidth;
  #buckets: Bucket[] = [];

  constructor(now: number) {
    this.#startedAt = now;
  }

  /** An order was settled. */
  recordSettled(now: number): void {
    this.#at(now).settled++;
  }

  /** A request was answered or abandoned after `took` ms. */
  recordAnswer(took: number, now: number): void {
    const bucket = this.#at(now);
    bucket.answers++;
    bucket.answerMs += took;
  }

  /** Complete intervals of the run so far, oldest first, at most {@link mostPoints} of them. */
  points(now: number): readonly RunInterval[] {
    this.#at(now);
    return this.#buckets.slice(0, -1).map(({ settled, answers, answerMs }) => ({
      perMinute: Math.round((settled * 60_000) / this.#width),
      answerMs: answers === 0 ? null : Math.round(answerMs / answers),
    }));
  }

  #at(now: number): Bucket {
    let index = Math.floor((now - this.#startedAt) / this.#width);
    while (index > mostPoints) {
      this.#halve();
      index = Math.floor((now - this.#startedAt) / this.#width);
    }
    while (this.#buckets.length <= index) this.#buckets.push({ settled: 0, answers: 0, answerMs: 0 });
    const bucket = this.#buckets[index];
    if (!bucket) throw new Error('a run before its start');
    return bucket;
  }

  /** Merges pairs of intervals, which doubles their width. */
  #halve(): void {
    this.#width *= 2;
    const merged: Bucket[] = [];
    for (const [index, bucket] of this.#buckets.entries()) {
      const into = merged[index >> 1];
      if (!into) merged.push({ ...bucket });
      else {
        into.settled += bucket.settled;
        into.answers += bucket.answers;
        into.answerMs += bucket.answerMs;
      }
    }
    this.#buckets = merged;
  }
}
