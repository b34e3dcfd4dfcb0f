/**
 * Makes the keys again by which sent orders are known, where those that there are tell no more: their secret was lost, the
 * rule of a key has another version, or they were sent before keys were kept. It is one transaction: a process that dies on
 * the way leaves everything to the next one.
 */
import { keyKinds } from '../../shared/domain/identity/order-keys.ts';
import { firstShop } from '../../shared/domain/model/shop.ts';
import { fold } from '../../shared/domain/values/fold.ts';
import { orderRequestSchema } from '../../shared/wms/order-create.ts';
import { practicePrefix } from '../../shared/wms/practice-server.ts';
import { createKeyMaker, secretMark } from '../platform/order-keys.ts';
import type { Database } from './database.ts';
import type { IdentityGaps } from './identity-gaps.ts';
import { identitySecret } from './identity-secret.ts';

/** What a body tells of its customer; the cells of the file it does not tell. */
const ofCustomer = ['person', 'phone'] as const;

/** Returns the secret, once everything that is known has keys of it: to be called before a transaction of another kind begins. */
export function openRemadeKeys(
  database: Database,
  homeDir: string,
  gaps: Pick<IdentityGaps, 'add'>,
  addKeys: (server: string, number: number, keys: readonly string[]) => void,
): () => string {
  let secret: string | undefined;

  /**
   * The secret, once everything that is known has keys of it: to be called before a transaction of another kind, so that
   * what was made is not taken back with it.
   */
  function ownSecret(): string {
    if (secret !== undefined) return secret;
    const own = identitySecret(homeDir);
    database.transaction(() => {
      followSecret(own);
      addMissingKeys(own);
    });
    secret = own;
    return own;
  }

  /**
   * Where the secret is another than yesterday's (its file was lost), or the rule of a key has another version, makes the
   * keys again of what bodies still say. Of what is erased nothing can be compared then.
   */
  function followSecret(own: string): void {
    const mark = secretMark(own);
    const kinds = JSON.stringify(Object.values(keyKinds));
    const noted = database.get('SELECT mark, kinds FROM identity_secret');
    if (noted?.['mark'] === mark && noted['kinds'] === kinds) return;
    if (noted !== undefined) {
      addKeysOfBodies(own, 'TRUE');
      const before = new Set(JSON.parse(String(noted['kinds'])) as string[]);
      const sayAll = [keyKinds.file, keyKinds.corrected];
      if (noted['mark'] !== mark || !sayAll.some((kind) => before.has(kind))) gaps.add();
    }
    database.run(
      'INSERT INTO identity_secret (id, mark, kinds) VALUES (1, ?1, ?2) ON CONFLICT DO UPDATE SET mark = ?1, kinds = ?2',
      mark,
      kinds,
    );
  }

  /** Orders that were sent before keys were kept: what their bodies still say. */
  function addMissingKeys(own: string): void {
    addKeysOfBodies(
      own,
      `NOT EXISTS (SELECT 1 FROM identity_keys k WHERE k.number = r.order_id
         AND k.server = CASE WHEN r.server LIKE '${practicePrefix}%' THEN 'practice' ELSE r.server END)`,
    );
  }

  /** @param condition which of the revisions `r` */
  function addKeysOfBodies(ofSecret: string, condition: string): void {
    const rows = database.all(
      `SELECT r.server, r.order_id, r.body, b.shop FROM revisions r JOIN batches b ON b.id = r.batch_id
       WHERE r.body IS NOT NULL AND r.latest = 1 AND ${condition}`,
    );
    for (const row of rows) {
      const request = orderRequestSchema.safeParse(JSON.parse(String(row['body'])));
      if (!request.success) continue;
      const { phone, full_name: name, address } = request.data;
      const customer = { file: null, corrected: '', phone, person: `${fold(name)}|${fold(address)}`, stamp: null };
      const maker = createKeyMaker(ofSecret, row['shop'] === null ? firstShop : String(row['shop']));
      const keys = maker
        .ofContent(customer)
        .filter((key) => ofCustomer.some((kind) => key.startsWith(`${keyKinds[kind]}:`)));
      addKeys(String(row['server']), Number(row['order_id']), [...keys, ...maker.ofRequest(request.data)]);
    }
  }

  return ownSecret;
}
