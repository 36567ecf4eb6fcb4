import type { ExportListState } from './list-state.js'
import { createListStateCodec, type ListStateCodecOptions } from './list-state-codec.js'
import type { QueryStringInput } from './query-string.js'

/**
 * Reads the list state of a request on the server, so that a loader or a Server Component can
 * prefetch what the page is going to show. Give it the same options as the page.
 *
 * @param searchParams - Next's `searchParams`, awaited or not; elsewhere
 *   `new URL(request.url).searchParams`.
 * @returns A valid state, whatever the URL holds.
 * @throws {Error} Bad URL options; see {@link createListStateCodec}.
 */
export async function loadExportListState(
  searchParams: QueryStringInput | Promise<QueryStringInput>,
  options: ListStateCodecOptions,
): Promise<ExportListState> {
  const codec = createListStateCodec(options)
  return codec.parse(await searchParams).state
}
