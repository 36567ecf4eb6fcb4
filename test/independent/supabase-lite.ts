import { pathToFileURL } from 'node:url'

/** What is used of `@supabase/lite`, which is no dependency: `npm run test:supabase-lite` installs it. */
interface Lite {
  readonly App: new (config: {
    readonly connection: LiteConnection
    readonly auth: { readonly enabled: true; readonly publishable_key: string }
  }) => { fetch(request: Request): Promise<Response> }
  readonly createPgliteConnection: (config: { readonly url: string }) => Promise<LiteConnection>
}

interface LiteConnection {
  exec(sql: string): Promise<unknown>
  createMigrator(schema: string): { migrate(): Promise<unknown> }
}

/** A Supabase project over a real PostgreSQL in memory, by people who never saw our client. */
export interface IndependentProject {
  /** Reaches it. */
  readonly fetch: typeof fetch
  /** Runs SQL as the database's owner. */
  readonly sql: (sql: string) => Promise<unknown>
}

/**
 * Starts a project with a schema.
 *
 * @param publishableKey - What supabase-js sends.
 */
export async function startProject(
  schema: string,
  publishableKey: string,
): Promise<IndependentProject> {
  const path = process.env.SUPABASE_LITE
  if (path === undefined) throw new Error('Run "npm run test:supabase-lite": it installs it.')
  const { App, createPgliteConnection }: Lite = await import(pathToFileURL(path).href)
  const connection = await createPgliteConnection({ url: 'memory://' })
  const auth = { enabled: true, publishable_key: publishableKey } as const
  const app = new App({ connection, auth })
  await connection.createMigrator(schema).migrate()
  let last: Promise<unknown> = Promise.resolve()
  // it has one connection, on which the transactions of requests at the same time would mix
  const inTurn = <T>(run: () => Promise<T>): Promise<T> => {
    const turn = last.then(run, run)
    last = turn
    return turn
  }
  return {
    fetch: (input, init) => inTurn(() => app.fetch(new Request(input, init))),
    sql: (sql) => inTurn(() => connection.exec(sql)),
  }
}
