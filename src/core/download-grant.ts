/**
 * The right to fetch one file for a short time. The URL is a secret: never cached, stored, logged or
 * left in the page. Source: M13.
 */
export interface DownloadGrant {
  /** The signed link. */
  readonly url: string
  /** Suggested file name with its extension, or `null` when the backend gives none. */
  readonly filename: string | null
  /** Instant of expiry (ISO 8601), or `null` when the backend gives none. */
  readonly expiresAt: string | null
  /** Lifetime in seconds from the answer; beats `expiresAt`, which depends on two clocks. */
  readonly expiresInSeconds?: number | null
  /** Size in bytes, when known. */
  readonly size?: number | null
  /** Checksum as the backend spells it, when known. */
  readonly checksum?: string | null
}
