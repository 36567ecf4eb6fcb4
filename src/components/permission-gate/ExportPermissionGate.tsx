import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from 'react'
import { usePermission } from '../../hooks/use-permission.js'
import { cx } from '../parts/cx.js'
import { DeniedPanel } from '../parts/DeniedPanel.js'
import { LoadingPanel } from '../parts/LoadingPanel.js'
import type { SlotClassNames } from '../parts/slot-classes.js'
import { type UiOverrides, UiScope } from '../parts/UiScope.js'
import { usePart } from '../parts/use-part.js'
import { useExportJobsUi } from '../useExportJobsUi.js'
import type { PermissionGatePart, PermissionGateSlot } from './slots.js'

/** Props of {@link ExportPermissionGate}, beside those of a `<div>`. */
export interface ExportPermissionGateProps
  extends ComponentPropsWithoutRef<'div'>,
    UiOverrides<PermissionGatePart> {
  /** Stands here while the permission is not known. Default a grey block. */
  pending?: ReactNode
  /** Stands here when the person may not see the list. Default a lock and a hint. */
  denied?: ReactNode
  /** The host's class names, by slot. */
  classNames?: SlotClassNames<PermissionGateSlot>
}

/**
 * Shows its children only to a person whom the host's `can('list')` allows to see them; nothing below
 * it is mounted before, so nothing is asked of the backend. Renders a `<div>`. Source: E1, M15.
 */
export const ExportPermissionGate = forwardRef<HTMLDivElement, ExportPermissionGateProps>(
  function ExportPermissionGate(props, ref): ReactNode {
    const { labels, formatters, components, pending, denied, ...others } = props
    const { classNames, className, children, ...rest } = others
    const permission = usePermission('list')
    const state = permission === 'pending' ? 'pending' : permission ? 'allowed' : 'denied'
    return (
      <UiScope labels={labels} formatters={formatters} components={components}>
        <div
          {...rest}
          ref={ref}
          className={cx('ej-root ej-permission-gate', classNames?.permissionGate, className)}
          data-permission={state}
          aria-busy={state === 'pending' || undefined}
        >
          {state === 'allowed' && children}
          {state === 'pending' && (pending ?? <Waiting />)}
          {state === 'denied' && (denied ?? <Denied />)}
        </div>
      </UiScope>
    )
  },
)

function Waiting(): ReactNode {
  const { labels } = useExportJobsUi()
  const Loading = usePart('loading', LoadingPanel)
  return <Loading label={labels.table.loading} />
}

function Denied(): ReactNode {
  const { labels } = useExportJobsUi()
  const Panel = usePart('denied', DeniedPanel)
  return <Panel {...labels.table.denied} />
}
