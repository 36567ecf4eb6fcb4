/** What a request to the database was refused with. */
export interface SupabaseRefusal {
  /** The backend's text. */
  readonly message: string
  /** PostgREST's or PostgreSQL's code, such as `PGRST116` or `42501`. */
  readonly code?: string
  /** More text, such as how many rows there are. */
  readonly details?: string | null
}

/** What a request to the database came to. */
export interface SupabaseAnswer {
  /** Rows, a row, or `null`. */
  readonly data: unknown
  /** Why not, or `null`. */
  readonly error: SupabaseRefusal | null
  /** Matching rows when they were asked for and the count could be read, else `null`. */
  readonly count: number | null
  /** HTTP status; 0 when no answer came. */
  readonly status: number
}

/** A request to the database that is complete; it is sent when it is awaited. */
export interface SupabaseRequest extends PromiseLike<SupabaseAnswer> {
  /** Lets a signal end the request. */
  abortSignal(signal: AbortSignal): SupabaseRequest
  /** Says whether supabase-js may send the request again by itself; older versions never do. */
  retry?(enabled: boolean): SupabaseRequest
  /** Asks for exactly one row. */
  single(): PromiseLike<SupabaseAnswer>
}

/** A request to the database while it is put together. */
export interface SupabaseRows extends SupabaseRequest {
  /** Narrows the rows. */
  filter(column: string, operator: string, value: unknown): SupabaseRows
  /** Adds a sort key. */
  order(column: string, options: { ascending: boolean }): SupabaseRows
  /** Takes the rows from one position to another, both inclusive and from 0. */
  range(from: number, to: number): SupabaseRows
  /** Asks for the changed rows. */
  select(columns?: string): SupabaseRequest
}

/** A table, from which requests start. */
export interface SupabaseTable {
  /** Reads. */
  select(columns?: string, options?: { count?: 'exact'; head?: boolean }): SupabaseRows
  /** Adds one row. */
  insert(values: Record<string, unknown>): SupabaseRows
  /** Changes rows. */
  update(values: Record<string, unknown>): SupabaseRows
  /** Removes rows. */
  delete(): SupabaseRows
}

/** A storage bucket. */
export interface SupabaseBucket {
  /** Asks for a signed link that lives for some seconds. */
  createSignedUrl(
    path: string,
    expiresIn: number,
  ): PromiseLike<{
    readonly data: { readonly signedUrl: string } | null
    readonly error: Error | null
  }>
}

/** News of a row. */
export interface SupabaseChange {
  /** `INSERT`, `UPDATE` or `DELETE`. */
  readonly eventType: string
  /** The row as it is now; empty when it is gone. */
  readonly new: object
  /** What is known of the row as it was, at least its primary key. */
  readonly old: object
  /** Why the row is not whole; empty when it is. */
  readonly errors: readonly string[] | null
}

/** A Realtime channel. */
export interface SupabaseChannel {
  /** Listens for changes of rows. */
  on(
    type: 'postgres_changes',
    filter: { event: '*'; schema: string; table: string; filter?: string },
    callback: (change: SupabaseChange) => void,
  ): SupabaseChannel
  /** Listens for what the service says of the channel itself. */
  on(
    type: 'system',
    filter: object,
    callback: (message: { readonly extension?: unknown; readonly status?: unknown }) => void,
  ): SupabaseChannel
  /** Joins; the callback hears each change of the channel's state. */
  subscribe(callback: (status: string) => void): unknown
}

/**
 * What this library uses of a supabase-js client. It is typed by structure, so that supabase-js is
 * no dependency: the host makes the client and signs people in.
 */
export interface SupabaseClientLike {
  /** Starts a request to a table of the default schema. */
  from(table: string): SupabaseTable
  /** Chooses another schema. */
  schema(name: string): { from(table: string): SupabaseTable }
  /** The storage service. */
  readonly storage: {
    /** Chooses a bucket. */
    from(bucket: string): SupabaseBucket
  }
  /** Makes a Realtime channel. */
  channel(name: string, options?: { config: { private?: boolean } }): SupabaseChannel
  /** Leaves a Realtime channel. */
  removeChannel(channel: SupabaseChannel): Promise<unknown>
}
