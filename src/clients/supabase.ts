export { createSupabaseClient } from './supabase/create-supabase-client.js'
export type {
  SupabaseActions,
  SupabaseClientOptions,
  SupabaseColumns,
  SupabaseCreateOptions,
  SupabaseFilter,
  SupabaseRealtimeOptions,
} from './supabase/options.js'
export type {
  SupabaseAnswer,
  SupabaseBucket,
  SupabaseChange,
  SupabaseChannel,
  SupabaseClientLike,
  SupabaseRefusal,
  SupabaseRequest,
  SupabaseRows,
  SupabaseTable,
} from './supabase/supabase-js.js'
