/** Who may see a company's financial reports. Everybody, until denied. Source: M15. */
export interface Permissions {
  /** Refuses a company, to everybody or to one user. */
  deny(companyId: string, user?: string): void
  /** Allows it again. */
  allow(companyId: string, user?: string): void
  /** Whether somebody may list, create and download there; `null` is an unnamed user. */
  isAllowed(companyId: string, user: string | null): boolean
}

/** Makes the permissions of one backend. */
export function createPermissions(): Permissions & { reset(): void } {
  const denied = new Set<string>()
  const keyOf = (companyId: string, user?: string | null) =>
    JSON.stringify([companyId, user ?? '*'])
  return {
    deny: (companyId, user) => {
      denied.add(keyOf(companyId, user))
    },
    allow: (companyId, user) => {
      denied.delete(keyOf(companyId, user))
    },
    isAllowed: (companyId, user) =>
      !denied.has(keyOf(companyId)) && (user === null || !denied.has(keyOf(companyId, user))),
    reset: () => denied.clear(),
  }
}
