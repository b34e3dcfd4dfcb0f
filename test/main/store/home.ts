/** Makes a home folder for one test, and opens its store. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { homeWitness } from '../../../main/sending/witness.ts';
import { openStore } from '../../../main/store/open-store.ts';
import type { Store } from '../../../main/store/store.ts';
import { systemClock, type Clock } from '../../../main/ports.ts';

export function temporaryHome(): string {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'order-importer-'));
  onTestFinished(() => fs.rmSync(home, { recursive: true, force: true }));
  return home;
}

export function openedStore(home: string, clock: Clock = systemClock): Store {
  const opened = openStore(home, clock, homeWitness);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  onTestFinished(() => opened.value.close());
  return opened.value;
}
