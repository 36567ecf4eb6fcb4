import { type ReactNode, useCallback, useState, useSyncExternalStore } from 'react'
import type { DirectExport } from '../../downloads/direct-export.js'
import type { RequestForm } from '../../forms/request-form-types.js'
import type { UseExportRequestFormResult } from '../../hooks/useExportRequestForm.js'
import { Button } from '../parts/Button.js'
import { Icon } from '../parts/icons.js'
import type { SlotClasses } from '../parts/slot-classes.js'
import { type DirectPress, DirectRun } from './DirectRun.js'
import { FormEstimate } from './FormEstimate.js'
import { SendNotices } from './FormNotices.js'
import type { RequestFormSlot } from './slots.js'
import { useRequestUi } from './useRequestUi.js'

/** Props of {@link FormFoot}. */
export interface FormFootProps {
  /** The form as a whole. */
  readonly request: UseExportRequestFormResult
  /** The way to the file itself. */
  readonly direct: DirectExport | undefined
  /** Further buttons. */
  readonly actions: ReactNode
  /** The classes of the slots. */
  readonly classes: SlotClasses<RequestFormSlot>
}

/** How the file will come, how big it will be, the buttons, and what became of pressing them. Source: F3. */
export function FormFoot({ request, direct, actions, classes }: FormFootProps): ReactNode {
  const { form: words } = useRequestUi().words
  const { form, delivery, submitLabel, isSubmitting, canSubmit, submit } = request
  const [press, setPress] = useState<DirectPress | null>(null)
  return (
    <div className={classes.formFoot}>
      <SendNotices request={request} classes={classes} />
      <p className={classes.formDelivery}>{words.delivery[delivery]}</p>
      <FormEstimate form={form} delivery={delivery} className={classes.formDelivery} />
      <div className={classes.formActions}>
        <Button
          type="submit"
          variant="primary"
          aria-busy={isSubmitting || undefined}
          aria-disabled={!canSubmit || undefined}
          data-preparing={isSubmitting ? '' : undefined}
        >
          {isSubmitting && <Icon name="processing" />}
          {submitLabel ?? words.submit}
        </Button>
        {direct !== undefined && (
          <DirectButton form={form} direct={direct} press={press} onPress={setPress} />
        )}
        {actions}
      </div>
      {direct !== undefined && 'request' in direct && press !== null && (
        <DirectRun direct={direct} press={press} onBackground={() => void submit()} />
      )}
      <span className="ej-visually-hidden" role="status">
        {isSubmitting && words.submitting}
      </span>
    </div>
  )
}

interface DirectButtonProps {
  readonly form: RequestForm
  readonly direct: DirectExport
  readonly press: DirectPress | null
  readonly onPress: (press: DirectPress) => void
}

/** The way to the file of what is in the form now; while the form has mistakes, it says them instead. */
function DirectButton({ form, direct, press, onPress }: DirectButtonProps): ReactNode {
  const { form: words } = useRequestUi().words
  const subscribe = useCallback(
    (listener: () => void) => {
      const stopValues = form.subscribeValues(listener)
      const stopForm = form.subscribe(listener)
      return () => {
        stopValues()
        stopForm()
      }
    },
    [form],
  )
  const read = () => {
    const request = form.getRequest()
    return request === null || !('href' in direct) ? null : direct.href(request)
  }
  const href = useSyncExternalStore(subscribe, read, read)
  if (href !== null) {
    return (
      <a className="ej-button" href={href}>
        {words.directly}
      </a>
    )
  }
  const go = () => {
    const request = form.getRequest()
    // a form with a mistake sends nothing: it tells what is wrong
    if (request === null) void form.submit()
    else onPress({ request, serial: (press?.serial ?? 0) + 1 })
  }
  return <Button onClick={go}>{words.directly}</Button>
}
