/** Migrations for what is known of orders sent before: for the month, to know them again, to list and to find them. */

export const revisionKeys = `
-- The keys that came with this content (JSON): where another content was accepted under the number, these are none of its own.
ALTER TABLE revisions ADD COLUMN keys TEXT;
`;

export const monthFacts = `
-- The month, for as long as the ledger lives: kept when the body is gone, and nothing of a customer.
ALTER TABLE revisions ADD COLUMN amount INTEGER;
ALTER TABLE revisions ADD COLUMN items INTEGER;
ALTER TABLE revisions ADD COLUMN delivery_day TEXT;
UPDATE revisions SET
  amount = (SELECT sum(i.value ->> '$.final_price' * (i.value ->> '$.quantity')) FROM json_each(body, '$.order_items') i),
  items = json_array_length(body, '$.order_items'),
  delivery_day = date(body ->> '$.scheduled_at', '+5 hours')
  WHERE body IS NOT NULL AND json_valid(body);
`;

export const identityGaps = `
-- Orders that were sent, and of which nothing is left to know them by: erased before keys were kept, or their secret was lost.
-- answered_in: the batch in which a person said of each of its orders whether it is one of these.
CREATE TABLE identity_gaps (
  server TEXT NOT NULL,
  number INTEGER NOT NULL,
  answered_in TEXT,
  PRIMARY KEY (server, number)
) STRICT, WITHOUT ROWID;
INSERT INTO identity_gaps (server, number)
  SELECT DISTINCT r.server, r.order_id FROM revisions r
  WHERE r.body IS NULL AND r.latest = 1 AND r.state IN ('accepted', 'sending', 'verifying', 'unknown', 'review')
    AND NOT EXISTS (SELECT 1 FROM identity_keys k WHERE k.number = r.order_id
      AND k.server = CASE WHEN r.server LIKE 'practice:%' THEN 'practice' ELSE r.server END);
`;

const countChange = (server: string, batch: string): string => `
  INSERT INTO history_changes (server, batch_id, changes) VALUES (${server}, ${batch}, 1)
    ON CONFLICT DO UPDATE SET changes = changes + 1;`;

export const historyChanges = `
-- How often a batch changed what is known of a server's orders ('': what was merged): an open file sees that others did.
CREATE TABLE history_changes (
  server TEXT NOT NULL,
  batch_id TEXT NOT NULL,
  changes INTEGER NOT NULL,
  PRIMARY KEY (server, batch_id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER revisions_change_history AFTER INSERT ON revisions BEGIN${countChange('new.server', 'new.batch_id')}
END;
CREATE TRIGGER revision_states_change_history AFTER UPDATE OF state ON revisions WHEN new.state <> old.state
BEGIN${countChange('new.server', 'new.batch_id')}
END;
CREATE TRIGGER imports_change_history AFTER INSERT ON ledger_imports BEGIN${countChange('new.server', "''")}
END;
CREATE TRIGGER import_states_change_history AFTER UPDATE ON ledger_imports BEGIN${countChange('new.server', "''")}
END;
CREATE TRIGGER decisions_change_history AFTER UPDATE OF in_force ON sent_changes
BEGIN${countChange('new.server', 'new.batch_id')}
END;
`;

export const keyVersions = `
-- With which versions of the keys' rules (JSON: the kinds of shared/domain/identity/order-keys.ts).
ALTER TABLE identity_secret ADD COLUMN kinds TEXT NOT NULL DEFAULT '["f1","c1","p1","n1","t1","o1","s1","d1","x1","k1"]';
`;

export const searchIndexes = `
-- An order is found by its number, or the WMS's, without a look at every order that was ever sent.
CREATE INDEX revisions_by_number ON revisions (order_id);
CREATE INDEX revisions_by_wms_id ON revisions (wms_id) WHERE wms_id IS NOT NULL;
CREATE INDEX team_orders_by_number ON team_orders (order_id);
CREATE INDEX team_orders_by_wms_id ON team_orders (wms_id) WHERE wms_id IS NOT NULL;
`;

export const editPlaces = `
-- Of an edit whose cells are not read now: where they stand (JSON, shared/domain/table/cell-places.ts); it is not in force.
ALTER TABLE edits ADD COLUMN place TEXT;
-- The places of the cells that the others are of: those that were read last.
ALTER TABLE batches ADD COLUMN cell_places TEXT;
-- Of which sheets edits were that had been taken back was not kept: on other sheets they would hit other orders.
UPDATE edits SET place =
  '{"layout":"messages","delimiter":null,"sheets":[{"name":"","isWhole":false,"firstDataRow":0,"columns":[]}],"ownColumns":0,"parts":[],"lastRow":0}'
  WHERE state <> 'live' AND batch_id IN (SELECT id FROM batches WHERE choices ->> '$.sheet' IS NOT NULL
    OR json_array_length(choices, '$.together') > 0 OR choices ->> '$.rules.joinSheets' <> 'ask');
`;

export const ledgerIndexes = `
-- The list of sent orders begins with the latest, is narrowed by what a number begins with, and says how many there are.
CREATE INDEX revisions_in_ledger ON revisions (server, at, order_id, wms_id)
  WHERE (state IN ('sending', 'accepted', 'unknown', 'verifying', 'duplicate') OR state = 'review' AND ambiguous = 1);
CREATE INDEX ledger_imports_by_time ON ledger_imports (server, at, order_id, wms_id);
CREATE INDEX team_orders_by_time ON team_orders (server, at, order_id, wms_id);
`;
