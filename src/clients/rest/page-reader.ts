import * as v from 'valibot'
import type { ExportJob } from '../../core/job.js'
import type { JobListQuery, JobPage, UnreadableRow } from '../../core/list-query.js'
import type { WireInstantRules } from '../../internal/wire-instant.js'
import type { RestPageFields } from './answer-options.js'
import type { RestContext } from './context.js'
import { BEFORE_MARK } from './list-query-writer.js'
import { createReader, placeOf, type Reading, type Shaped } from './source.js'
import type { Answer } from './transport.js'
import { identifier, instantSchema, list, optionalCount, optionalFlag } from './wire-schemas.js'

const cursor = v.nullish(identifier, null)

/** What each field must be. */
function fieldsOfPage(rules: WireInstantRules) {
  return {
    results: list,
    page: optionalCount,
    pageSize: optionalCount,
    total: optionalCount,
    totalIsCapped: optionalFlag,
    totalPages: optionalCount,
    hasNextPage: v.unknown(),
    nextCursor: cursor,
    previousCursor: cursor,
    serverTime: v.nullish(instantSchema(rules), null),
  }
}

/** What a page's answer is read against. */
export type PagePosition = Pick<JobListQuery, 'page' | 'cursor' | 'pageSize'>

type WirePage = Shaped<ReturnType<typeof fieldsOfPage>>

/** Makes the function that reads a list's answer; one bad row never takes down the page. */
export function createPageReader({
  options,
  params,
  capabilities: { pagination },
  jobReader,
  rules,
}: RestContext): (answer: Answer, asked: PagePosition) => Reading<JobPage> {
  const { cursorFrom, ...places }: RestPageFields = options.page ?? {}
  const { pageBase = 0, pageStyle } = options
  const read = createReader(fieldsOfPage(rules), places)

  function pageNumber(read: WirePage, pageSize: number, asked: PagePosition): number {
    if (read.page === null) return pagination === 'page' ? asked.page : 0
    const position = Math.max(0, Math.trunc(read.page - pageBase))
    return pageStyle === 'offset' ? Math.floor(position / pageSize) : position
  }

  function readCursor(text: string | null): string | null {
    if (text === null) return null
    if (params.cursor === null || !/^(https?:|\/|\?)/.test(text)) return text
    try {
      return new URL(text, 'http://nowhere.invalid').searchParams.get(params.cursor) ?? text
    } catch {
      return text
    }
  }

  function toPage(read: WirePage, answer: Answer, asked: PagePosition): JobPage {
    const { results, total, serverTime } = read
    const pageSize = read.pageSize || asked.pageSize
    const page = pageNumber(read, pageSize, asked)
    const totalPages = read.totalPages ?? (total === null ? null : Math.ceil(total / pageSize))
    const totalIsCapped = read.totalIsCapped ?? false
    const isFull = results.length >= pageSize
    const flag = readFlag(read.hasNextPage)
    const counted = totalPages === null || totalIsCapped ? isFull : page + 1 < totalPages
    const paging =
      pagination === 'page'
        ? { hasNextPage: flag ?? counted, nextCursor: null, previousCursor: null }
        : cursorFrom === 'ids'
          ? idCursors(results, asked, flag ?? isFull)
          : answeredCursors(read, flag)
    return {
      ...readRows(results, placeOf(places.results ?? 'results', 'results', answer.body)),
      page,
      pageSize,
      total,
      totalIsCapped,
      totalPages,
      ...paging,
      serverTime: serverTime ?? dateHeader(answer.headers),
    }
  }

  function answeredCursors(read: WirePage, flag: boolean | null) {
    const nextCursor = flag === false ? null : readCursor(read.nextCursor)
    const previousCursor = readCursor(read.previousCursor)
    return { hasNextPage: nextCursor !== null, nextCursor, previousCursor }
  }

  function idCursors(results: readonly unknown[], asked: PagePosition, hasMore: boolean) {
    const isBack = asked.cursor?.startsWith(BEFORE_MARK) === true
    const first = jobReader.readId(results[0])
    const last = jobReader.readId(results.at(-1))
    const hasPrevious = isBack ? hasMore : asked.cursor !== null
    const canGoBack = hasPrevious && first !== null && params.cursorBefore !== null
    const nextCursor = isBack || hasMore ? last : null
    return {
      hasNextPage: nextCursor !== null,
      nextCursor,
      previousCursor: canGoBack ? BEFORE_MARK + first : null,
    }
  }

  function readRows(results: readonly unknown[], prefix: string) {
    const jobs = new Map<string, ExportJob>()
    const unreadable: UnreadableRow[] = []
    results.forEach((wire, index) => {
      const reading = jobReader.readJob(wire, `${prefix}[${index}]`)
      if (!reading.ok) {
        unreadable.push({ index, id: jobReader.readId(wire), path: reading.path })
      } else if (jobs.has(reading.value.id)) {
        // two rows of one id would be one to every list on screen
        unreadable.push({ index, id: reading.value.id, path: `${prefix}[${index}].id` })
      } else {
        jobs.set(reading.value.id, reading.value)
      }
    })
    return { jobs: [...jobs.values()], unreadable }
  }

  return (answer, asked) => {
    const reading = read(answer.body, '', answer.headers)
    return reading.ok ? { ok: true, value: toPage(reading.value, answer, asked) } : reading
  }
}

function readFlag(value: unknown): boolean | null {
  return value === undefined ? null : Boolean(value)
}

function dateHeader(headers: Headers): string | null {
  const instant = Date.parse(headers.get('date') ?? '')
  return Number.isNaN(instant) ? null : new Date(instant).toISOString()
}
