/**
 * Keeps a home's team file. The window keeps it sealed by the system's safe storage, where there is one; a terminal, and a
 * window without, as a file that its owner alone may read.
 */
import fs from 'node:fs';
import path from 'node:path';
import { FailureError } from '../../shared/result.ts';
import { removeFileSync, renameFileSync } from '../platform/files.ts';
import { ownFile } from '../platform/private-home.ts';
import { parseTeamFile, teamFileText, type TeamFile } from '../team/team-file.ts';

const fileOf = (home: string): string => path.join(home, 'team.json');
const sealedOf = (home: string): string => path.join(home, 'team.sealed');

/** The team file that the home keeps in the open; null: none. @throws FailureError `team.notOurs` */
export function keptTeamFile(home: string): TeamFile | null {
  const file = fileOf(home);
  return fs.existsSync(file) ? parseTeamFile(fs.readFileSync(file, 'utf8')) : null;
}

/**
 * The text of the sealed team file; null: there is none, or it cannot be opened here.
 * @param unseal gives null for what another user or computer sealed
 */
export function unsealedTeamFile(home: string, unseal: (sealed: Uint8Array) => string | null): string | null {
  const file = sealedOf(home);
  return fs.existsSync(file) ? unseal(fs.readFileSync(file)) : null;
}

export function hasSealedTeamFile(home: string): boolean {
  return fs.existsSync(sealedOf(home));
}

/** What the name of a team file ends with. */
export const teamFileEnding = 'team';
const mostBytes = 100_000;

/** Reads a team file that a person names. @throws FailureError `team.notThere`, `team.notOurs` */
export function readTeamFile(name: string): TeamFile {
  const facts = fs.statSync(name, { throwIfNoEntry: false });
  if (facts === undefined) throw new FailureError('team.notThere', { file: name });
  if (!facts.isFile() || facts.size > mostBytes) throw new FailureError('team.notOurs');
  return parseTeamFile(fs.readFileSync(name, 'utf8'));
}

/**
 * Keeps the team file: from now on window and terminal of this home send by the team's ledger alone.
 * @param sealed its text, sealed; null: the system has no safe storage
 */
export function keepTeamFile(home: string, file: TeamFile, sealed: Uint8Array | null): void {
  const kept = sealed === null ? fileOf(home) : sealedOf(home);
  const partial = `${kept}.partial`;
  fs.writeFileSync(partial, sealed ?? teamFileText(file), { mode: ownFile });
  renameFileSync(partial, kept);
  removeFileSync(sealed === null ? sealedOf(home) : fileOf(home));
}

export function forgetTeamFile(home: string): void {
  for (const file of [fileOf(home), sealedOf(home)]) removeFileSync(file);
}
