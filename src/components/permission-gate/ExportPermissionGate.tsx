import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from 'react'
import { usePermission } from '../../hooks/use-permission.js'
import { cx } from '../parts/cx.js'
import { DeniedPanel } from '../parts/DeniedPanel.js'
import { type UiOverrides, UiScope } from '../parts/UiScope.js'
import { useExportJobsUi } from '../useExportJobsUi.js'

/** Props of {@link ExportPermissionGate}, beside those of a `<div>`. */
export interface ExportPermissionGateProps extends ComponentPropsWithoutRef<'div'>, UiOverrides {
  /** Stands here while the permission is not known. Default a grey block. */
  pending?: ReactNode
  /** Stands here when the person may not see the list. Default a lock and a hint. */
  denied?: ReactNode
}

/**
 * Shows its children only to a person whom the host's `can('list')` allows to see them; nothing below
 * it is mounted before, so nothing is asked of the backend. Renders a `<div>`. Source: E1, M15.
 */
export const ExportPermissionGate = forwardRef<HTMLDivElement, ExportPermissionGateProps>(
  function ExportPermissionGate(props, ref): ReactNode {
    const { labels, formatters, pending, denied, className, children, ...rest } = props
    const permission = usePermission('list')
    const state = permission === 'pending' ? 'pending' : permission ? 'allowed' : 'denied'
    return (
      <UiScope labels={labels} formatters={formatters}>
        <div
          {...rest}
          ref={ref}
          className={cx('ej-root ej-permission-gate', className)}
          data-permission={state}
          aria-busy={state === 'pending' || undefined}
        >
          {state === 'allowed' && children}
          {state === 'pending' && (pending ?? <Waiting />)}
          {state === 'denied' && (denied ?? <DeniedPanel />)}
        </div>
      </UiScope>
    )
  },
)

function Waiting(): ReactNode {
  const { labels } = useExportJobsUi()
  return (
    <p className="ej-state" data-kind="pending">
      <span className="ej-skeleton" />
      <span className="ej-visually-hidden">{labels.table.loading}</span>
    </p>
  )
}
