/** A page's position from 0, or a gap between two pages. */
export type PagerItem = number | 'gap-before' | 'gap-after'

const SLOTS = 7

/**
 * The pages to offer: the first, the last, and those around the present one; always as many as fit
 * into seven places, so that the buttons stand still while one turns the pages.
 *
 * @param page - The present page, from 0.
 */
export function pagerPages(page: number, totalPages: number): readonly PagerItem[] {
  if (totalPages <= SLOTS) return range(0, totalPages - 1)
  const last = totalPages - 1
  if (page <= 3) return [...range(0, 4), 'gap-after', last]
  if (page >= last - 3) return [0, 'gap-before', ...range(last - 4, last)]
  return [0, 'gap-before', page - 1, page, page + 1, 'gap-after', last]
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)
}
