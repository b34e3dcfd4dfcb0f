/** Defines the tables of a home that is in a team: a step of the database's schema (schema.ts). */
import { practicePrefix } from '../../shared/wms/practice-server.ts';

const changedForTeam = (event: string): string => `
CREATE TRIGGER team_revision_${event === 'INSERT' ? 'added' : 'changed'} AFTER ${event} ON revisions
  WHEN NEW.server NOT LIKE '${practicePrefix}%' AND EXISTS (SELECT 1 FROM team_member) BEGIN
  INSERT INTO team_outbox (server, order_id) VALUES (NEW.server, NEW.order_id);
END;`;

export const teamTables = `
-- This home as a computer of a team (docs/reliability.md, «The team ledger»); no row: in none.
CREATE TABLE team_member (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  team TEXT NOT NULL,
  computer TEXT NOT NULL,
  incarnation TEXT NOT NULL,
  next_incarnation TEXT,
  told INTEGER NOT NULL,
  change INTEGER NOT NULL,
  horizon TEXT NOT NULL
) STRICT;

-- The lasting log of outcomes: of which orders something changed, in the transaction in which it did.
CREATE TABLE team_outbox (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  server TEXT NOT NULL,
  order_id INTEGER NOT NULL
) STRICT;
${changedForTeam('INSERT')}${changedForTeam('UPDATE OF state')}

-- Tokens that orders are claimed with, and the process whose they are.
CREATE TABLE team_tokens (token TEXT PRIMARY KEY, owner TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- What the team's other computers did.
CREATE TABLE team_orders (
  server TEXT NOT NULL,
  order_id INTEGER NOT NULL,
  state TEXT NOT NULL,
  body_hash TEXT,
  file_name TEXT NOT NULL,
  wms_id INTEGER,
  at INTEGER NOT NULL,
  shop TEXT,
  amount INTEGER,
  items INTEGER,
  delivery_day TEXT,
  operator TEXT,
  -- Who, as people see it: the operator, else the computer.
  by TEXT NOT NULL,
  PRIMARY KEY (server, order_id)
) STRICT, WITHOUT ROWID;
`;

export const teamVersions = `
-- Which change of the other computer's entry this home knows, and since when (ms since 1970): a decision counts for what was seen.
ALTER TABLE team_orders ADD COLUMN version INTEGER NOT NULL DEFAULT 0;
ALTER TABLE team_orders ADD COLUMN learned_at INTEGER NOT NULL DEFAULT 0;
`;

export const teamOwners = `
-- Which computer has the order; and which the team's ledger has not heard of for long: what these had in hand is taken over.
ALTER TABLE team_orders ADD COLUMN computer TEXT NOT NULL DEFAULT '';
CREATE TABLE team_silent (computer TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
-- Whose the orders are that others have in hand is asked for.
UPDATE team_member SET horizon = '0' WHERE EXISTS (SELECT 1 FROM team_orders WHERE state IN ('sending', 'unknown'));
`;

const told = `WHEN NEW.server NOT LIKE '${practicePrefix}%' AND EXISTS (SELECT 1 FROM team_member) BEGIN
  INSERT INTO team_outbox (server, order_id) VALUES (NEW.server, NEW.order_id);
END;`;

export const numbersOfTeam = `
-- Whether the team gave the number: one that it gave stays while its ledger is out of reach.
ALTER TABLE order_numbers ADD COLUMN of_team INTEGER NOT NULL DEFAULT 0 CHECK (of_team IN (0, 1));
`;

export const teamSeenAt = `
-- When the team's database last heard of this computer, by its own clock (ms since 1970): one that knows less was set back.
ALTER TABLE team_member ADD COLUMN seen_at INTEGER NOT NULL DEFAULT 0;
`;

export const teamMerges = `
-- What is merged while in a team (a ledger's file, an office's, an old report) is told to the others, too.
CREATE TRIGGER team_import_added AFTER INSERT ON ledger_imports ${told}
CREATE TRIGGER team_import_changed AFTER UPDATE OF state ON ledger_imports ${told}
INSERT INTO team_outbox (server, order_id) SELECT server, order_id FROM ledger_imports
  WHERE server NOT LIKE '${practicePrefix}%' AND EXISTS (SELECT 1 FROM team_member);
`;
