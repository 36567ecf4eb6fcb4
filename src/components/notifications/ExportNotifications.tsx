import {
  type ComponentPropsWithoutRef,
  forwardRef,
  type KeyboardEvent,
  type ReactNode,
  useId,
  useRef,
} from 'react'
import {
  type UseExportNotificationsOptions,
  useExportNotifications,
} from '../../hooks/useExportNotifications.js'
import { useIsomorphicLayoutEffect } from '../../internal/use-stable.js'
import { Button } from '../parts/Button.js'
import { cx } from '../parts/cx.js'
import { Icon } from '../parts/icons.js'
import { type SlotClassNames, useSlotClasses } from '../parts/slot-classes.js'
import { liftToTopLayer, lowerFromTopLayer } from '../parts/top-layer.js'
import { type UiOverrides, UiScope } from '../parts/UiScope.js'
import { usePart } from '../parts/use-part.js'
import { ExportPopUps } from '../pop-ups/ExportPopUps.js'
import { useExportJobsUi } from '../useExportJobsUi.js'
import { Notification } from './Notification.js'
import { noticesTitle, noticesTold, worstEnd } from './notification-words.js'
import { NOTIFICATIONS_SLOTS, type NotificationsPart, type NotificationsSlot } from './slots.js'
import { useArrivals } from './useArrivals.js'
import { useKeptFocus } from './useKeptFocus.js'

/** Props of {@link ExportNotifications}, beside those of a `<div>`. */
export interface ExportNotificationsProps
  extends Omit<ComponentPropsWithoutRef<'div'>, 'children'>,
    UiOverrides<NotificationsPart>,
    UseExportNotificationsOptions {
  /** The corner of the window; `end` is where lines end. Default `top-end`. */
  position?: 'top-start' | 'top-end' | 'bottom-start' | 'bottom-end'
  /** The host's class names, by slot. */
  classNames?: SlotClassNames<NotificationsSlot>
}

/** More than this are counted, and found in the history. */
const MOST = 3

/**
 * Tells in a corner of the window, on every page that has it, that exports are ready or have failed:
 * each once, in the window that the person turned to last, until it is dismissed. Several are told
 * together. Renders a `<div>`.
 *
 * Source: M13, E4.
 */
export const ExportNotifications = forwardRef<HTMLDivElement, ExportNotificationsProps>(
  function ExportNotifications({ labels, formatters, components, ...rest }, ref): ReactNode {
    return (
      <UiScope labels={labels} formatters={formatters} components={components}>
        <Outlet {...rest} ref={ref} />
      </UiScope>
    )
  },
)

const Outlet = forwardRef<HTMLDivElement, Omit<ExportNotificationsProps, keyof UiOverrides>>(
  function Outlet(props, ref): ReactNode {
    const { onNotify, position = 'top-end', classNames, className, ...rest } = props
    const { labels, formatters, reportTypes, getHistoryHref, ...ui } = useExportJobsUi()
    const { linkComponent: Link } = ui
    const classes = useSlotClasses(NOTIFICATIONS_SLOTS, classNames)
    const { notices, dismiss, dismissAll } = useExportNotifications({ onNotify })
    const arrivals = useArrivals(notices)
    const titleId = useId()
    const panel = useRef<HTMLElement>(null)
    const onFocus = useKeptFocus(panel)
    const isEmpty = notices.length === 0
    useIsomorphicLayoutEffect(() => {
      const element = panel.current
      if (element === null || isEmpty) return
      liftToTopLayer(element)
      return () => lowerFromTopLayer(element)
    }, [isEmpty])

    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape') dismissAll()
    }
    const listed = notices.slice(0, MOST)
    const more = notices.length - listed.length
    const NoticePart = usePart('notification', Notification)
    return (
      <div {...rest} ref={ref} className={cx('ej-root', classes.notifications, className)}>
        {/* It stands here from the start: a live region that comes with its text is not read out. */}
        <div className="ej-visually-hidden" role="status">
          {!isEmpty && (
            <p key={arrivals.count}>
              {noticesTold(arrivals.notices, labels, formatters, reportTypes)}
            </p>
          )}
        </div>
        <section
          ref={panel}
          className={classes.notificationPanel}
          aria-label={labels.notifications.region}
          data-position={position}
          data-status={worstEnd(notices)}
          hidden={isEmpty}
          onFocus={onFocus}
          onKeyDown={onKeyDown}
        >
          {!isEmpty && (
            <>
              <p id={titleId} className={classes.notificationTitle}>
                {noticesTitle(notices, labels, formatters)}
              </p>
              <ul className={classes.notificationList} aria-labelledby={titleId}>
                {listed.map((notice) => (
                  <li
                    key={notice.id}
                    className={classes.notification}
                    data-status={notice.job.status}
                  >
                    <NoticePart
                      notice={notice}
                      isOnly={notices.length === 1}
                      classes={classes}
                      onDismiss={() => dismiss(notice.id)}
                    />
                  </li>
                ))}
              </ul>
              {notices.length > 1 && (more > 0 || getHistoryHref !== undefined) && (
                <p className={classes.notificationFooter}>
                  {more > 0 &&
                    labels.notifications.more({
                      count: more,
                      countText: formatters.formatNumber(more),
                    })}{' '}
                  {getHistoryHref !== undefined && (
                    <Link className="ej-link" href={getHistoryHref()} onClick={dismissAll}>
                      {labels.notifications.history}
                    </Link>
                  )}
                </p>
              )}
              <Button
                className={classes.notificationDismiss}
                variant="icon"
                aria-label={labels.notifications.dismiss}
                onClick={dismissAll}
              >
                <Icon name="close" />
              </Button>
            </>
          )}
        </section>
        {/* here too, lest a refused download pass in silence; a table's own comes first */}
        {arrivals.count > 0 && <ExportPopUps />}
      </div>
    )
  },
)
