/** Makes keys of what the database must not hold, and seals what it may hold for the team's eyes alone. */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const [ivBytes, tagBytes] = [12, 16] as const;

export interface TeamSecret {
  /** A key of the value: equal for equal values, and nothing can be told from it without the secret. */
  keyOf(kind: 'outsideId' | 'content' | 'thing' | 'account', value: string): string;
  /** The text, for whoever has the secret. */
  seal(text: string): string;
  /** Null where it was sealed with another secret, or changed. */
  unseal(sealed: string): string | null;
}

/**
 * Seals each different text once: of one statement whose rows have the same file and operator. Whoever reads the database sees
 * that these rows were written together, which their times say as well.
 */
export function sealingOnce({ seal }: Pick<TeamSecret, 'seal'>): (text: string) => string {
  const sealed = new Map<string, string>();
  return (text) => {
    const known = sealed.get(text) ?? seal(text);
    sealed.set(text, known);
    return known;
  };
}

/** The secret that opens each different text once: of one answer, whose rows were sealed together. */
export function unsealingOnce(secret: Pick<TeamSecret, 'unseal'>): Pick<TeamSecret, 'unseal'> {
  const opened = new Map<string, string | null>();
  return {
    unseal(sealed) {
      const known = opened.get(sealed);
      if (known !== undefined) return known;
      const text = secret.unseal(sealed);
      opened.set(sealed, text);
      return text;
    },
  };
}

/** @param secret of the team file */
export function createTeamSecret(secret: string): TeamSecret {
  const sealKey = Buffer.from(hkdfSync('sha256', secret, '', 'seal', 32));
  return {
    keyOf: (kind, value) => createHmac('sha256', secret).update(`${kind}|${value}`).digest('base64url'),
    seal(text) {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv('aes-256-gcm', sealKey, iv);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64');
    },
    unseal(sealed) {
      try {
        const bytes = Buffer.from(sealed, 'base64');
        const decipher = createDecipheriv('aes-256-gcm', sealKey, bytes.subarray(0, ivBytes));
        decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
        return Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]).toString('utf8');
      } catch {
        return null;
      }
    },
  };
}
