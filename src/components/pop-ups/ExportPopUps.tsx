import {
  type ComponentPropsWithoutRef,
  forwardRef,
  type ReactNode,
  useCallback,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { useIsomorphicLayoutEffect } from '../../internal/use-stable.js'
import { useExportJobsContext } from '../../provider/export-jobs-context.js'
import type { PopUp } from '../../provider/pop-up-store.js'
import { cx } from '../parts/cx.js'
import { type SlotClassNames, useSlotClasses } from '../parts/slot-classes.js'
import { liftToTopLayer, lowerFromTopLayer } from '../parts/top-layer.js'
import { type UiOverrides, UiScope } from '../parts/UiScope.js'
import { useExportJobsUi } from '../useExportJobsUi.js'
import { PopUpCard } from './PopUpCard.js'
import { popUpWords } from './pop-up-words.js'
import { POP_UPS_SLOTS, type PopUpsPart, type PopUpsSlot } from './slots.js'

/** Props of {@link ExportPopUps}, beside those of a `<div>`. */
export interface ExportPopUpsProps
  extends Omit<ComponentPropsWithoutRef<'div'>, 'children'>,
    UiOverrides<PopUpsPart> {
  /** Milliseconds after which a pop-up goes by itself; `null` lets it stay. Default 5,000. Source: W6. */
  toastMs?: number | null
  /** The host's class names, by slot. */
  classNames?: SlotClassNames<PopUpsSlot>
}

const NONE: readonly PopUp[] = []

/**
 * Shows the pop-ups of the provider: "Failed to download", other refused actions, and deletions that can
 * still be taken back. The table has one of its own; of several on a
 * page, the first shows them all. Renders a `<div>`.
 *
 * Source: W6, M14.
 */
export const ExportPopUps = forwardRef<HTMLDivElement, ExportPopUpsProps>(function ExportPopUps(
  { labels, formatters, components, ...rest },
  ref,
): ReactNode {
  return (
    <UiScope labels={labels} formatters={formatters} components={components}>
      <Outlet {...rest} ref={ref} />
    </UiScope>
  )
})

const Outlet = forwardRef<HTMLDivElement, Omit<ExportPopUpsProps, keyof UiOverrides>>(
  function Outlet({ toastMs = 5_000, classNames, className, ...rest }, ref): ReactNode {
    const { popUps } = useExportJobsContext('ExportPopUps')
    const { labels, formatters } = useExportJobsUi()
    const classes = useSlotClasses(POP_UPS_SLOTS, classNames)
    const [outlet] = useState<object>(() => ({}))
    const subscribe = useCallback(
      (listener: () => void) => popUps.attach(outlet, listener),
      [popUps, outlet],
    )
    const shown = useSyncExternalStore(
      subscribe,
      () => popUps.read(outlet),
      () => NONE,
    )
    const stack = useRef<HTMLElement>(null)
    const isEmpty = shown.length === 0
    useIsomorphicLayoutEffect(() => {
      const element = stack.current
      if (element === null || isEmpty) return
      liftToTopLayer(element)
      return () => lowerFromTopLayer(element)
    }, [isEmpty])

    return (
      <div {...rest} ref={ref} className={cx('ej-root', classes.popUps, className)}>
        {/* It stands here from the start: a live region that comes with its text is not read out. */}
        <div className="ej-visually-hidden" role="alert">
          {shown.map((popUp) => {
            const { title, text } = popUpWords(popUp, labels, formatters)
            return <p key={popUp.id}>{text === null ? title : `${title}. ${text}`}</p>
          })}
        </div>
        <section
          ref={stack}
          className={classes.popUpStack}
          aria-label={labels.popUp.region}
          hidden={isEmpty}
        >
          {shown.map((popUp) => (
            <PopUpCard
              key={popUp.id}
              popUp={popUp}
              toastMs={toastMs}
              classes={classes}
              onDismiss={popUps.dismiss}
              onHold={popUps.hold}
            />
          ))}
        </section>
      </div>
    )
  },
)
