/** The contract between window and main: schemas that refuse what is wrong, and answers that survive the crossing. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { channels } from '../../../shared/contract/channels.ts';
import { events } from '../../../shared/contract/events.ts';
import { zeroStateCounts, orderStates } from '../../../shared/domain/model/order-states.ts';
import { stateCountsSchema } from '../../../shared/contract/views.ts';

describe('the contract', () => {
  it('gives every channel an object as its argument', () => {
    for (const [name, { argument }] of Object.entries(channels)) {
      for (const wrong of [undefined, null, 'text', 7, []])
        expect(argument.safeParse(wrong).success, `${name} takes ${JSON.stringify(wrong)}`).toBe(false);
    }
  });

  it('refuses ids and texts without bounds', () => {
    expect(channels['batch.getSummary'].argument.safeParse({ batchId: 'x'.repeat(65) }).success).toBe(false);
    expect(
      channels['batch.getRows'].argument.safeParse({ batchId: 'b', filter: {}, from: 0, count: 501 }).success,
    ).toBe(false);
    expect(
      channels['batch.editCells'].argument.safeParse({
        batchId: 'b',
        cells: [{ row: 1, column: 0, text: 'x'.repeat(32_768) }],
      }).success,
    ).toBe(false);
    expect(channels['run.setConcurrency'].argument.safeParse({ batchId: 'b', concurrency: 17 }).success).toBe(false);
    expect(
      channels['batch.setConstant'].argument.safeParse({ batchId: 'b', field: 'no_field', text: 'x' }).success,
    ).toBe(false);
  });

  it('has a JSON schema for every answer and event: plain data only', () => {
    for (const { result } of Object.values(channels)) expect(() => z.toJSONSchema(result)).not.toThrow();
    for (const schema of Object.values(events)) expect(() => z.toJSONSchema(schema)).not.toThrow();
  });

  it('counts every state of an order', () => {
    expect(Object.keys(stateCountsSchema.shape).toSorted()).toEqual(['total', ...orderStates].toSorted());
    expect(stateCountsSchema.parse(zeroStateCounts())).toEqual(zeroStateCounts());
  });
});
