/** Defines the table of what became of the files of watched folders, and what batches are known by beside. */

export const watchedFiles = `
-- What became of each file of a watched folder, by its place and its content. Nothing of it holds a customer but path and
-- reason, which only a file that was left has, for as long as it is shown.
CREATE TABLE watched_files (
  id INTEGER PRIMARY KEY,
  -- SHA-256 (hex) of its path.
  place TEXT NOT NULL,
  -- Its size and times: the same again is not read again.
  stamp TEXT NOT NULL,
  -- SHA-256 (hex) of its bytes; null: nobody read them.
  file_hash TEXT,
  -- taken: as a batch; same: its content was taken before; left: not taken; before: it lay there before the folder was watched.
  outcome TEXT NOT NULL CHECK (outcome IN ('taken', 'same', 'left', 'before')),
  path TEXT,
  -- Why it was left (JSON: code, params).
  reason TEXT,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX watched_files_by_place ON watched_files (place);
-- A content is taken once, whoever takes it.
CREATE UNIQUE INDEX watched_files_taken ON watched_files (file_hash) WHERE outcome = 'taken';

-- 1: it came by a watched folder, and nobody has opened it since.
ALTER TABLE batches ADD COLUMN arrived INTEGER;
-- Fingerprint of its headings; kept when the batch is removed.
ALTER TABLE batches ADD COLUMN headings TEXT;
CREATE INDEX batches_by_headings ON batches (headings) WHERE headings IS NOT NULL;
`;
