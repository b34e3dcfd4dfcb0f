import { describe, expect, it } from 'vitest';
import { channels } from '../../../shared/contract/channels.ts';

describe('a change names only what changes', () => {
  it('leaves the other settings alone: no default comes along', () => {
    expect(channels['settings.set'].argument.parse({})).toEqual({});
    expect(channels['settings.set'].argument.parse({ language: 'ru' })).toEqual({ language: 'ru' });
    expect(channels['settings.set'].argument.parse({ server: 'https://wms.example/' })).toEqual({
      server: 'https://wms.example/',
    });
  });

  it('leaves the other choices about the reading alone; null is a choice', () => {
    expect(channels['batch.setReadingOptions'].argument.parse({ batchId: 'b', headerRow: 3 })).toEqual({
      batchId: 'b',
      headerRow: 3,
    });
    expect(channels['batch.setReadingOptions'].argument.parse({ batchId: 'b', sheet: null })).toEqual({
      batchId: 'b',
      sheet: null,
    });
  });
});
