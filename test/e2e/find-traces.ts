import type { QueryClient } from '@tanstack/react-query'

/**
 * Everything in which a script of the host, or a person at its machine, might find what was not meant
 * for them: caches, storages, events, the page with its frames, its history, its name and its cookies.
 *
 * @param told - What the host was told.
 */
export async function findTraces(
  queryClient: QueryClient,
  told: readonly unknown[],
): Promise<string> {
  const queries = queryClient.getQueryCache().getAll()
  const mutations = queryClient.getMutationCache().getAll()
  return [
    queries.map(({ queryKey, state }) => spell([queryKey, state])),
    mutations.map(({ options, state }) => spell([options, state])),
    spell(told),
    spell({ ...localStorage }),
    spell({ ...sessionStorage }),
    await databases(),
    await responses(),
    document.cookie,
    document.referrer,
    document.title,
    window.name,
    location.href,
    spell(history.state),
    historyOf(window),
    markupOf(document),
  ]
    .flat()
    .join('\n')
}

/** Text of a value, errors and maps too. */
function spell(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) => {
    if (member instanceof Error)
      return { ...member, text: String(member.stack), cause: member.cause }
    if (member instanceof Map || member instanceof Set) return [...member]
    return typeof member === 'function' || typeof member === 'symbol' ? String(member) : member
  })
}

function historyOf(view: Window): readonly string[] {
  const navigation: unknown = Reflect.get(view, 'navigation')
  const entries: readonly unknown[] = Reflect.apply(
    Reflect.get(Object(navigation), 'entries'),
    navigation,
    [],
  )
  return entries.map((entry) => {
    const state: unknown = Reflect.apply(Reflect.get(Object(entry), 'getState'), entry, [])
    return `${Reflect.get(Object(entry), 'url')} ${spell(state)}`
  })
}

/** Markup, and what stands in members of elements instead of attributes; frames as far as they can be read. */
function markupOf(page: Document): readonly string[] {
  const members = [...page.querySelectorAll('*')].flatMap((element) =>
    ['href', 'src', 'action', 'value', 'title', 'download', 'srcdoc'].map((name) =>
      String(Reflect.get(element, name) ?? ''),
    ),
  )
  const frames = [...page.querySelectorAll('iframe')].flatMap((frame) => {
    const inner = frame.contentDocument
    if (inner === null || frame.contentWindow === null) return []
    return [inner.URL, ...markupOf(inner), ...historyOf(frame.contentWindow)]
  })
  return [page.documentElement.outerHTML, ...members, ...frames]
}

async function databases(): Promise<readonly string[]> {
  const names = (await indexedDB.databases()).map(({ name }) => name ?? '')
  return names.length === 0 ? [] : [`There is a database that nobody searched: ${names} signature=`]
}

async function responses(): Promise<readonly string[]> {
  const found = await Promise.all(
    (await caches.keys()).map(async (name) => {
      const cache = await caches.open(name)
      return (await cache.keys()).map(({ url }) => `${name} ${url}`)
    }),
  )
  return found.flat()
}
