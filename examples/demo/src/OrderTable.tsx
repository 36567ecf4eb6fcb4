import type { PurchaseOrder } from './purchase-orders.js'

const euros = new Intl.NumberFormat('en', { style: 'currency', currency: 'EUR' })
const days = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' })

interface OrderTableProps {
  readonly orders: readonly PurchaseOrder[]
}

/** The host's own table of orders, with their sum. */
export function OrderTable({ orders }: OrderTableProps) {
  const sum = orders.reduce((total, order) => total + order.total, 0)
  return (
    <div className="app-card">
      <p className="app-sum">
        <bdi>
          <strong>{orders.length}</strong> orders · <strong>{euros.format(sum)}</strong>
        </bdi>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls is scrolled by keyboard */}
      <section className="app-scroll" aria-label="Orders" tabIndex={0}>
        <table className="app-table">
          <thead>
            <tr>
              <th scope="col">Order</th>
              <th scope="col">Received</th>
              <th scope="col">Vendor</th>
              <th scope="col">Location</th>
              <th scope="col" className="app-number">
                Total
              </th>
            </tr>
          </thead>
          <tbody>
            {orders.map(({ number, receivedOn, vendor, location, total }) => (
              <tr key={number}>
                <td>{number}</td>
                <td>{days.format(Date.parse(receivedOn))}</td>
                <td>
                  <bdi>{vendor}</bdi>
                </td>
                <td>
                  <bdi>{location}</bdi>
                </td>
                <td className="app-number">{euros.format(total)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}
