/** Reads and writes the team file: what a computer needs to reach the team's ledger, and the secret that the database never sees. */
import { z } from 'zod';
import { FailureError } from '../../shared/result.ts';

export const teamFileSchema = z
  .object({
    kind: z.literal('order-importer-team'),
    version: z.literal(1),
    /** Which ledger: a database with another id is never filled. */
    team: z.uuid(),
    host: z.string().min(1),
    port: z.int().min(1).max(65_535),
    database: z.string().min(1),
    /** The role with the least rights, and its password. */
    role: z.string().min(1),
    password: z.string().min(1),
    /** Certificates (PEM) of who signed the server's; null: those that the computer trusts. */
    ca: z.string().nullable(),
    /** Keys of outside ids and of orders' contents are made with it, and file names sealed. */
    secret: z.string().min(32),
  })
  .readonly();
export type TeamFile = z.infer<typeof teamFileSchema>;

/** @throws FailureError `team.notOurs` where the text is no team file */
export function parseTeamFile(text: string): TeamFile {
  try {
    return teamFileSchema.parse(JSON.parse(text));
  } catch {
    throw new FailureError('team.notOurs');
  }
}

export function teamFileText(file: TeamFile): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Computer and name of the database, for people: nothing that lets anybody in. */
export function addressOf({ host, port, database }: Pick<TeamFile, 'host' | 'port' | 'database'>): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}/${database}`;
}
