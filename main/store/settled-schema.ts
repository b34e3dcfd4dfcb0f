/** Tables of what was settled about shops' files, and of what a WMS is known to take; see schema.ts. */

export const settled = `
-- What a person settled about the files of a shop (shared/domain/model/settled.ts, as JSON); the key folds spellings together.
CREATE TABLE settled (
  shop TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('value', 'rows', 'heading')),
  key TEXT NOT NULL,
  thing TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (shop, kind, key)
) STRICT, WITHOUT ROWID;
`;

export const acceptedProducts = `
-- Which product ids a WMS has taken (not a practice one): for as long as the ledger lives, and nothing of an order.
CREATE TABLE accepted_products (
  server TEXT NOT NULL,
  product INTEGER NOT NULL,
  PRIMARY KEY (server, product)
) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO accepted_products (server, product)
  SELECT r.server, i.value ->> '$.client_product_id'
  FROM (SELECT server, iif(json_valid(body), body, '{}') AS body FROM revisions
    WHERE state = 'accepted' AND server NOT LIKE 'practice:%') r, json_each(r.body, '$.order_items') i
  WHERE json_type(i.value, '$.client_product_id') = 'integer';
CREATE TRIGGER products_accepted AFTER UPDATE OF state, body ON revisions
WHEN new.state = 'accepted' AND new.server NOT LIKE 'practice:%' AND json_valid(new.body) BEGIN
  INSERT OR IGNORE INTO accepted_products (server, product)
    SELECT new.server, i.value ->> '$.client_product_id' FROM json_each(new.body, '$.order_items') i
    WHERE json_type(i.value, '$.client_product_id') = 'integer';
END;
`;
