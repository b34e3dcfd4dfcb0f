/** Reads when an access key expires, if it is a JWT that says so: milliseconds since 1970-01-01Z; null otherwise. */
export function accessKeyExpiry(accessKey: string): number | null {
  const payload = accessKey.split('.')[1];
  if (!payload) return null;
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    const exp: unknown = claims !== null && typeof claims === 'object' ? Reflect.get(claims, 'exp') : null;
    return typeof exp === 'number' && Number.isFinite(exp) ? exp * 1000 : null;
  } catch {
    return null;
  }
}
