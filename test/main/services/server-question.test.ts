/** Whether an address is another name of a WMS that has orders like these: asked before sending, in the window's services. */
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { defaultSendingRules } from '../../../shared/domain/model/profile.ts';
import { serverIdentity } from '../../../shared/wms/addresses.ts';
import { startServices } from '../../support/services.ts';
import { temporaryFolder } from '../../support/terminal.ts';
import { startWms } from '../../support/wms.ts';

it('holds the file until a person says; «the same» sends nothing twice, taken back it is asked again', async () => {
  const services = startServices(temporaryFolder());
  const wms = await startWms({ uniqueIds: false });
  onTestFinished(() => wms.stop());
  const target = (url: string) => ({
    server: { url, identity: serverIdentity(url), practice: false },
    accessKey: 'practice-x',
    rules: { ...defaultSendingRules, quietTime: 0 },
  });
  const [old, renamed] = [target(wms.url), target(wms.url.replace('127.0.0.1', 'localhost'))];
  const file = path.resolve(import.meta.dirname, '../../../samples/orders-ru.csv');
  const [batchId = ''] = await services.files.addFile(file, old.server.identity);
  await services.batches.open(batchId, old.server.identity);
  await services.sending.start(batchId, old, false);
  for (;;) {
    const { status } = await services.sending.state(batchId);
    if (status === 'finished') break;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const plan = () => services.sending.plan(batchId, renamed.server, true, defaultSendingRules);
  const asked = { server: renamed.server.identity, other: old.server.identity, orders: 60, sameContent: 60 };
  expect(await plan()).toMatchObject({ ready: 60, sameServer: asked });
  await expect(services.sending.start(batchId, renamed, false)).rejects.toMatchObject({
    failure: { code: 'servers.maybeSame' },
  });
  // Where it was refused no copy of the file is left.
  expect(await services.store.batches.list()).toHaveLength(1);

  await services.ledger.answerServers(renamed.server.identity, old.server.identity, true);
  expect(await services.ledger.serverAnswers()).toMatchObject([{ isSame: true }]);
  expect(await plan()).toMatchObject({ ready: 0, sameServer: null, earlierServer: null });
  await expect(services.sending.start(batchId, renamed, false)).rejects.toMatchObject({
    failure: { code: 'run.nothing' },
  });
  await services.ledger.answerServers(renamed.server.identity, old.server.identity, null);
  expect(await plan()).toMatchObject({ ready: 60, sameServer: asked });
  expect(wms.ledger()).toHaveLength(60);
});
