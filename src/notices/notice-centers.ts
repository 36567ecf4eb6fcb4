import type { NoticeCenter } from './notice-center.js'

const centers = new WeakMap<object, Map<string, NoticeCenter>>()

/**
 * The one notice center of an owner on a page, however many providers there are.
 *
 * @param home - What it lives and dies with: the QueryClient.
 * @param make - Makes it when there is none yet.
 */
export function getNoticeCenter(
  home: object,
  ownerHash: string,
  make: () => NoticeCenter,
): NoticeCenter {
  const known = centers.get(home) ?? new Map<string, NoticeCenter>()
  centers.set(home, known)
  const center = known.get(ownerHash) ?? make()
  known.set(ownerHash, center)
  return center
}

/** The notice center of an owner, for what outlives the component that began it; or none. */
export function findNoticeCenter(home: object, ownerHash: string): NoticeCenter | undefined {
  return centers.get(home)?.get(ownerHash)
}
