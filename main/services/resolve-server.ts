/** Resolves an address to a server: its identity in the ledger, and whether it is a practice WMS. */
import { z } from 'zod';
import type { RunServer } from '../../shared/domain/sending/run.ts';
import { valueOrThrow } from '../../shared/result.ts';
import { parseServerAddress, practiceIdentityPath, serverIdentity, wmsUrl } from '../../shared/wms/addresses.ts';
import { isPracticeServer } from '../../shared/wms/practice-server.ts';

const identitySchema = z.object({ practice: z.string().refine(isPracticeServer) });
const patience = 2_000;

function isThisComputer(url: string): boolean {
  return ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname);
}

/** The identity that a practice WMS at this address gives itself; null where there is none. Only this computer is asked. */
async function practiceIdentity(url: string): Promise<string | null> {
  try {
    const response = await fetch(wmsUrl(url, practiceIdentityPath), {
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
    const answer = identitySchema.safeParse(await response.json());
    return answer.success ? answer.data.practice : null;
  } catch {
    return null;
  }
}

/**
 * The server at the address that was typed or saved.
 * @throws FailureError those of {@link parseServerAddress}
 */
export async function resolveServer(address: string): Promise<RunServer> {
  const url = valueOrThrow(parseServerAddress(address));
  const practice = isThisComputer(url) ? await practiceIdentity(url) : null;
  if (practice !== null) return { url, identity: practice, practice: true };
  return { url, identity: serverIdentity(url), practice: false };
}
