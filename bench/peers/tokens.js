// Access tokens as ours are: ES256, a quarter of an hour.
import { createSigner, createVerifier } from 'fast-jwt';
import { createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';

const LIFETIME_SECONDS = 900;

export function tokens(keyFile) {
  const key = readFileSync(keyFile, 'utf8');
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'pem' });
  const sign = createSigner({ key, algorithm: 'ES256', expiresIn: LIFETIME_SECONDS * 1000, iss: 'peer', aud: 'peer' });
  const verify = createVerifier({ key: publicKey, algorithms: ['ES256'], allowedIss: 'peer', allowedAud: 'peer', cache: true });
  return {
    lifetimeSeconds: LIFETIME_SECONDS,
    issue: (user, session) => sign({ sub: user.id, sid: session, groups: user.roles }),
    /** The user of an Authorization header; undefined when it holds no token of ours. */
    userOf(authorization) {
      try {
        return authorization?.startsWith('Bearer ') ? verify(authorization.slice(7)).sub : undefined;
      } catch {
        return undefined;
      }
    },
  };
}
