import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { BatchSummary } from '../../../shared/contract/views.ts';
import { success } from '../../../shared/result.ts';
import { batchSummary, fakeBridge, type FakeBridge } from '../../support/fake-bridge.ts';

type Summaries = typeof import('../../../renderer/client/batch-summaries.ts');

let bridge: FakeBridge;
let summaries: Summaries;

beforeEach(async () => {
  bridge = fakeBridge();
  vi.stubGlobal('window', { orderImporter: bridge, setTimeout, clearTimeout });
  vi.resetModules();
  summaries = await import('../../../renderer/client/batch-summaries.ts');
});

const shown = (): BatchSummary | null => summaries.summarySnapshot('b1').summary;

describe('batch summaries', () => {
  it('asks once for however many viewers', async () => {
    summaries.subscribeToSummary('b1', () => undefined);
    summaries.subscribeToSummary('b1', () => undefined);
    await vi.waitFor(() => expect(shown()?.file.name).toBe('buyurtmalar-23-11.xlsx'));
    expect(bridge.asked).toBe(1);
  });

  it('follows a change that main tells of, and gaps in the events', async () => {
    summaries.subscribeToSummary('b1', () => undefined);
    await vi.waitFor(() => expect(shown()).not.toBeNull());
    const before = shown()!.version;
    bridge.summary = batchSummary({ version: before + 1 });
    bridge.emit('batch.changed', { batchId: 'b1', version: before + 1 });
    await vi.waitFor(() => expect(shown()!.version).toBe(before + 1));
  });

  it('does not put an older answer over a newer one', async () => {
    summaries.subscribeToSummary('b1', () => undefined);
    await vi.waitFor(() => expect(shown()).not.toBeNull());
    const current = shown()!;
    summaries.applySummaryResult('b1', success({ ...current, version: current.version + 5 }));
    summaries.applySummaryResult('b1', success(current));
    expect(shown()!.version).toBe(current.version + 5);
  });

  it('keeps what is shown when a question fails, and says why', async () => {
    summaries.subscribeToSummary('b1', () => undefined);
    await vi.waitFor(() => expect(shown()).not.toBeNull());
    bridge.summary = null;
    await summaries.refreshSummary('b1');
    expect(shown()).not.toBeNull();
    expect(summaries.summarySnapshot('b1').failure?.code).toBe('batch.gone');
  });

  it('makes one more question of those that come while one is under way', async () => {
    await Promise.all([summaries.refreshSummary('b1'), summaries.refreshSummary('b1'), summaries.refreshSummary('b1')]);
    expect(bridge.asked).toBe(2);
  });
});
