import type { ClientCapabilities } from '../core/client.js'
import { JOB_FILTER_NAMES, type JobFilterName } from '../core/list-query.js'

/** Everything a list's URL can hold, by its name in the state. */
export const LIST_PARAMS = [
  'page',
  'cursor',
  'pageSize',
  'ordering',
  ...JOB_FILTER_NAMES,
  'openJobId',
] as const

/** One member of {@link LIST_PARAMS}. */
export type ListParam = 'page' | 'cursor' | 'pageSize' | 'ordering' | JobFilterName | 'openJobId'

/** The names in the URL unless a host renames them. Source: M6. */
export const DEFAULT_LIST_PARAM_NAMES: Readonly<Record<ListParam, string>> = {
  page: 'page',
  cursor: 'cursor',
  pageSize: 'page_size',
  ordering: 'ordering',
  statuses: 'status',
  fileFormats: 'file_format',
  reportTypes: 'report_type',
  createdFrom: 'created_from',
  createdTo: 'created_to',
  search: 'search',
  sources: 'source',
  hasWarnings: 'has_warnings',
  openJobId: 'job',
}

/** How a list's parameters are called in the URL, so that several lists can share a page. */
export interface UrlStateOptions {
  /** Put before every name, renamed ones too, such as `exports_`. Default none. */
  readonly prefix?: string
  /** Other names, by the name in the state, such as `{ openJobId: 'export' }`. Default none. */
  readonly names?: Readonly<Partial<Record<ListParam, string>>>
}

/**
 * The parameters that this backend's lists have. Others are not ours: they may be the host's own, so
 * they are neither read nor touched.
 */
export function activeListParams(capabilities: ClientCapabilities): readonly ListParam[] {
  const { filters, orderings, pagination } = capabilities
  return [
    pagination,
    'pageSize',
    ...(orderings.length > 0 ? (['ordering'] as const) : []),
    ...JOB_FILTER_NAMES.filter((name) => filters.includes(name)),
    'openJobId',
  ]
}

/**
 * Names every parameter.
 *
 * @throws {Error} In development: an unknown parameter renamed, a name that is empty or would need
 *   escaping in a URL, or two parameters of one name.
 */
export function resolveListParamNames(
  options: UrlStateOptions = {},
): Readonly<Record<ListParam, string>> {
  if (process.env.NODE_ENV !== 'production') checkNames(options)
  const { prefix = '', names = {} } = options
  const resolved = { ...DEFAULT_LIST_PARAM_NAMES }
  for (const param of LIST_PARAMS) resolved[param] = prefix + (names[param] ?? resolved[param])
  return resolved
}

function checkNames({ prefix = '', names = {} }: UrlStateOptions): void {
  const unknown = Object.keys(names).find((key) => !LIST_PARAMS.some((param) => param === key))
  if (unknown !== undefined) {
    throw badOptions(
      `\`names.${unknown}\` renames nothing: the list has no such parameter.`,
      `Use ${LIST_PARAMS.join(', ')}.`,
    )
  }
  const taken = new Map<string, ListParam>()
  for (const param of LIST_PARAMS) {
    const word = names[param] ?? DEFAULT_LIST_PARAM_NAMES[param]
    const name = prefix + word
    if (word === '' || !URL_SAFE_NAME.test(name)) {
      throw badOptions(
        `\`${name}\` cannot be the name of \`${param}\`: it would not survive in every URL.`,
        'Use letters, digits and _ - . ~ : [ ] only, at least one.',
      )
    }
    const other = taken.get(name)
    if (other !== undefined) {
      throw badOptions(
        `\`${other}\` and \`${param}\` are both called \`${name}\`, so one would overwrite the other.`,
        'Give each its own name in `names`.',
      )
    }
    taken.set(name, param)
  }
}

const URL_SAFE_NAME = /^[\p{L}\p{N}_\-.~:[\]]+$/u

function badOptions(what: string, remedy: string): Error {
  return new Error(`[react-export-jobs] Bad URL options: ${what} ${remedy}`)
}
