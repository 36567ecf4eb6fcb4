import { useState } from 'react'
import { ExportButton } from 'react-export-jobs'
import { fetchReport } from './direct-report.js'
import { OrderTable } from './OrderTable.js'
import { dayBefore, LOCATIONS, PURCHASE_ORDER_LIST } from './purchase-orders.js'
import { PURCHASE_ORDERS } from './reports.js'

interface ReportPageProps {
  readonly companyId: string
}

/**
 * A report page of the host's own. What it shows can be exported as it stands: the file at once, or a
 * job in the background.
 */
export function ReportPage({ companyId }: ReportPageProps) {
  const [from, setFrom] = useState(() => dayBefore(30))
  const [to, setTo] = useState(() => dayBefore(0))
  const [location, setLocation] = useState('')
  const orders = PURCHASE_ORDER_LIST.filter(
    (order) =>
      order.receivedOn >= from &&
      order.receivedOn <= to &&
      (location === '' || order.location === location),
  )
  return (
    <>
      <div className="app-heading">
        <h1>Purchase orders</h1>
        <ExportButton
          reportType={PURCHASE_ORDERS}
          initialValues={{ dateRange: { from, to }, ...(location !== '' && { location }) }}
          direct={{ request: (request, { signal }) => fetchReport(companyId, request, signal) }}
        />
      </div>
      <form className="app-filters" aria-label="Filters">
        <label>
          Received from
          <input
            type="date"
            value={from}
            max={to}
            onChange={(event) => setFrom(event.target.value)}
          />
        </label>
        <label>
          Received until
          <input
            type="date"
            value={to}
            min={from}
            onChange={(event) => setTo(event.target.value)}
          />
        </label>
        <label>
          Location
          <select value={location} onChange={(event) => setLocation(event.target.value)}>
            <option value="">All locations</option>
            {LOCATIONS.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
      </form>
      <OrderTable orders={orders} />
    </>
  )
}
