import { expect, test } from 'vitest';
import { initialRevisionState, orderOutcomeOf, type Revision } from '../../../../shared/domain/sending/revision.ts';

const revision: Revision = {
  ...initialRevisionState,
  id: 1,
  batchId: 'b',
  server: 'http://wms.example',
  orderKey: '17',
  orderId: 17,
  rows: [2],
  number: 1,
  cause: 'first',
  body: '{}',
  bodyHash: 'hash',
  at: 5,
};

test('an outcome names who sent it and who decided, where somebody did', () => {
  expect(orderOutcomeOf(revision)).toEqual({
    orderId: 17,
    state: 'ready',
    bodyHash: 'hash',
    wmsId: null,
    proof: null,
    reasons: [],
    attempts: 0,
    sendAnyway: false,
    at: 5,
  });
  expect(orderOutcomeOf({ ...revision, sentBy: null, decidedBy: null })).not.toHaveProperty('sentBy');
  expect(orderOutcomeOf({ ...revision, sentBy: 'Malika', decidedBy: 'Aziz' })).toMatchObject({
    sentBy: 'Malika',
    decidedBy: 'Aziz',
  });
});

test('only one that a person sends a second time is sent anyway', () => {
  const causes = ['first', 'correction', 'again'] as const;
  expect(causes.map((cause) => orderOutcomeOf({ ...revision, cause }).sendAnyway)).toEqual([false, false, true]);
});
