import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type { RequestFieldState, RequestForm } from '../forms/request-form-types.js'

/** What {@link useExportRequestField} returns. The same object until something in it changes. */
export interface UseExportRequestFieldResult extends RequestFieldState {
  /** Takes over what the person typed or chose. Keeps its identity. */
  readonly setValue: (value: unknown) => void
  /** Notes that the person left the field. Keeps its identity. */
  readonly touch: () => void
}

/**
 * Reads one field of a request form, and renders anew only when this field changes: its value, its
 * choices, what is wrong with it.
 *
 * @param form - From `useExportRequestForm`.
 * @returns The field, or `null` when the present report type has none of this id.
 */
export function useExportRequestField(
  form: RequestForm,
  fieldId: string,
): UseExportRequestFieldResult | null {
  const subscribe = useCallback(
    (listener: () => void) => form.subscribeField(fieldId, listener),
    [form, fieldId],
  )
  const read = () => form.getField(fieldId)
  const state = useSyncExternalStore(subscribe, read, read)
  const setValue = useCallback((value: unknown) => form.setValue(fieldId, value), [form, fieldId])
  const touch = useCallback(() => form.touch(fieldId), [form, fieldId])
  return useMemo(
    () => (state === null ? null : { ...state, setValue, touch }),
    [state, setValue, touch],
  )
}
