/** Makes a sender whose process kills itself at a given point of an attempt, by wrapping its parts. */
import diagnostics from 'node:diagnostics_channel';
import process from 'node:process';
import type { Journal, SendingStore } from '../../../main/ports.ts';
import { openWitness, type Witness } from '../../../main/sending/witness.ts';
import { openWmsClient, type WmsClient } from '../../../main/sending/wms/client.ts';

export const killPoints = [
  'beforeCommit',
  'afterCommit',
  'witnessed',
  'requestWritten',
  'answerRead',
  'beforeSecondCommit',
  'afterSecondCommit',
  'lookedUp',
] as const;
export type KillPoint = (typeof killPoints)[number];

export interface KillAt {
  readonly point: KillPoint;
  /** The number of the passing, from 1, at which it dies. */
  readonly nth: number;
}

/** The parts of a sender that kill the process at one point; null: nowhere. */
export function withKillPoint(store: SendingStore, killAt: KillAt | null) {
  let passed = 0;
  const pass = (point: KillPoint): void => {
    if (point === killAt?.point && ++passed === killAt.nth) process.kill(process.pid, 'SIGKILL');
  };
  let began = false;
  let ended = false;
  const journal: Journal = {
    ...store.journal,
    transaction<T>(act: () => T): T {
      [began, ended] = [false, false];
      const value = store.journal.transaction(() => {
        const done = act();
        if (began) pass('beforeCommit');
        if (ended) pass('beforeSecondCommit');
        return done;
      });
      if (began) pass('afterCommit');
      if (ended) pass('afterSecondCommit');
      return value;
    },
    beginAttempt(start) {
      const attempt = store.journal.beginAttempt(start);
      began ||= 'id' in attempt;
      return attempt;
    },
    endAttempt(...args) {
      ended = true;
      return store.journal.endAttempt(...args);
    },
  };
  // Published by undici when the body has been handed to the socket.
  diagnostics.subscribe('undici:request:bodySent', () => pass('requestWritten'));
  return {
    store: { ...store, journal },
    openWitness(...args: Parameters<typeof openWitness>): Witness {
      const witness = openWitness(...args);
      return {
        append(lines) {
          witness.append(lines);
          pass('witnessed');
        },
        close: () => witness.close(),
      };
    },
    openClient(url: string): WmsClient {
      const client = openWmsClient(url);
      return {
        ...client,
        async create(...args) {
          const event = await client.create(...args);
          pass('answerRead');
          return event;
        },
        async lookUp(...args) {
          const event = await client.lookUp(...args);
          pass('lookedUp');
          return event;
        },
      };
    },
  };
}
