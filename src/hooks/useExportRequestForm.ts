import { useEffect, useId, useMemo, useSyncExternalStore } from 'react'
import type { ExportJobsError } from '../core/errors.js'
import type { ReportType } from '../core/report-types.js'
import type { StandardSchema } from '../core/standard-schema.js'
import type { RequestFormHome, RequestFormSetting } from '../forms/form-setting.js'
import { browserStorages, type FormStorages } from '../forms/form-storage.js'
import { createRequestForm } from '../forms/request-form.js'
import type { RequestForm, RequestFormState, SubmitOutcome } from '../forms/request-form-types.js'
import { guardHandler } from '../internal/guard-handler.js'
import { randomId } from '../internal/random-id.js'
import { useIsomorphicLayoutEffect, useStableCallback } from '../internal/use-stable.js'
import { useExportJobsContext } from '../provider/export-jobs-context.js'
import { serverNow } from '../queries/server-clock.js'
import { createRunAlone } from '../sync/run-alone.js'
import { createBrowserTabs } from '../sync/tabs.js'
import { useCreateExportJob } from './useCreateExportJob.js'
import { useReportTypes } from './useReportTypes.js'

/** Options of {@link useExportRequestForm}; objects may be written inline. */
export interface UseExportRequestFormOptions {
  /** The report type, where the page has chosen it; default the person chooses. */
  readonly reportType?: string
  /** The page's own values by field id, such as its filters; what the person typed goes first. */
  readonly initialValues?: Readonly<Record<string, unknown>>
  /** Tells this form's draft from those of other forms. Default `request`. */
  readonly formKey?: string
  /** Whether what is typed survives navigation and reload, in this tab. Default `true`. */
  readonly keepDraft?: boolean
  /** Whether the values of the last request are there the next time. Default `true`. */
  readonly keepLastUsed?: boolean
  /** Judges the values besides the report type's own schema; any Standard Schema, also asynchronous. */
  readonly schema?: StandardSchema
  /**
   * Where drafts, presets and the rest are kept. Default `sessionStorage` and `localStorage`; nothing
   * is kept while the provider's `userKey` is `null`, since the next person would read it.
   */
  readonly storage?: Partial<FormStorages>
  /** Hears what became of each press of the button. */
  readonly onSubmitted?: (outcome: SubmitOutcome) => void
}

/** What {@link useExportRequestForm} returns. */
export interface UseExportRequestFormResult extends RequestFormState {
  /** Reads and changes the form; hand it to `useExportRequestField`. Keeps its identity. */
  readonly form: RequestForm
  /**
   * `loading` until it is known what may be exported, `denied` when nothing or not this report type,
   * `error` when the backend did not tell the report types, else `ready`.
   */
  readonly status: 'loading' | 'ready' | 'denied' | 'error'
  /** Why the report types are not known, or `null`. */
  readonly reportTypesError: ExportJobsError | null
  /** Asks for the report types again. Never rejects; keeps its identity. */
  readonly refreshReportTypes: () => Promise<void>
  /** The kinds of report that this person may export. */
  readonly reportTypes: readonly ReportType[]
  /** Whether the backend takes requests and the host permits them. Source: E4, M15. */
  readonly canSubmit: boolean
  /** IANA zone in which days and ready periods are meant, to be shown beside them. */
  readonly timeZone: string
  /** Checks and sends; see `RequestForm.submit`. Keeps its identity. */
  readonly submit: RequestForm['submit']
}

const NO_VALUES: Readonly<Record<string, unknown>> = {}
const NO_FORMATS: readonly string[] = []

/**
 * Runs a request form from the registry of report types: values, conditions, mistakes, sending, the
 * draft, presets and the guard against asking twice. It draws nothing.
 *
 * A key stroke renders the field alone and what depends on it. Nothing that was typed is lost by a
 * refusal, by leaving the page or by a reload. Source: F1 to F3, F7, E4, M11, M12.
 */
export function useExportRequestForm(
  options: UseExportRequestFormOptions = {},
): UseExportRequestFormResult {
  const { formKey = 'request', keepDraft = true, keepLastUsed = true } = options
  const context = useExportJobsContext('useExportRequestForm')
  const { client, queryClient, ownerHash, userKey, timeZone, reportError } = context
  const registry = useReportTypes()
  const { createJob, canCreate } = useCreateExportJob()
  const { fileFormats } = client.capabilities
  const setting: RequestFormSetting = {
    reportTypes: registry.reportTypes,
    fixedReportType: options.reportType ?? null,
    formats: fileFormats === 'by-report-type' ? NO_FORMATS : fileFormats,
    initialValues: options.initialValues ?? NO_VALUES,
    schema: options.schema ?? null,
    timeZone,
    idPrefix: useId(),
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: another owner's form is another form; the setting follows below
  const owned = useMemo(() => createRequestForm(setting), [ownerHash, formKey])
  const { form } = owned

  useIsomorphicLayoutEffect(() => owned.configure(setting))

  const openHome = useStableCallback((): RequestFormHome => {
    const { session, local } = { ...browserStorages(), ...options.storage }
    const isKnown = userKey !== null
    const { lock } = createBrowserTabs(ownerHash)
    return {
      storages: { session: isKnown && keepDraft ? session : null, local: isKnown ? local : null },
      keepLastUsed,
      storageKey: (what) => `export-jobs:${what}:${what === 'draft' ? formKey : ''}:${ownerHash}`,
      now: () => serverNow(queryClient, client.key),
      wallNow: Date.now,
      sender: randomId(),
      runAlone: createRunAlone(lock, `react-export-jobs:sent:${ownerHash}`),
      send: createJob,
      reportError,
    }
  })
  useIsomorphicLayoutEffect(() => owned.open(openHome()), [owned, openHome])

  useEffect(() => {
    addEventListener('storage', owned.reload)
    return () => removeEventListener('storage', owned.reload)
  }, [owned])

  const submit = useStableCallback(async (given?: { readonly another?: boolean }) => {
    const outcome = await form.submit(given)
    guardHandler(() => options.onSubmitted?.(outcome))
    return outcome
  })
  const state = useSyncExternalStore(form.subscribe, form.getState, form.getState)
  const isOffered =
    registry.reportTypes.length === 0 ||
    options.reportType === undefined ||
    registry.reportTypes.some(({ id }) => id === options.reportType)
  const status = registry.status === 'ready' && !isOffered ? 'denied' : registry.status
  return {
    ...state,
    form,
    status,
    reportTypesError: registry.error,
    refreshReportTypes: registry.refresh,
    reportTypes: registry.reportTypes,
    canSubmit: canCreate && status === 'ready',
    timeZone,
    submit,
  }
}
