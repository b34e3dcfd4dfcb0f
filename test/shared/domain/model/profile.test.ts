/** docs/profile.schema.json is what the app takes as a profile file. `npx vitest run test/shared/domain/model/profile.test.ts -u` writes it anew. */
import { expect, it } from 'vitest';
import { z } from 'zod';
import { profileSchema } from '../../../../shared/domain/model/profile.ts';

it('the published schema of a profile file is the one in force', async () => {
  const schema = { title: 'Order Importer profile', ...z.toJSONSchema(profileSchema, { io: 'input' }) };
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot('../../../../docs/profile.schema.json');
});
