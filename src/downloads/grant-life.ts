import type { DownloadGrant } from '../core/download-grant.js'

const UNKNOWN_LIFE_MS = 60_000
const LEAST_LIFE_MS = 30_000

/**
 * Begins to count a grant's life, on the clock that nobody can set. A relative lifetime beats an
 * absolute one, which depends on two clocks; without any, a minute is taken for granted.
 *
 * @returns Tells whether the link will live for half a minute more.
 */
export function watchGrantLife({ expiresInSeconds, expiresAt }: DownloadGrant): () => boolean {
  const begin = performance.now()
  const lifeMs =
    (expiresInSeconds ?? null) === null
      ? expiresAt === null
        ? UNKNOWN_LIFE_MS
        : Date.parse(expiresAt) - Date.now()
      : Number(expiresInSeconds) * 1000
  return () => lifeMs - (performance.now() - begin) >= LEAST_LIFE_MS
}
