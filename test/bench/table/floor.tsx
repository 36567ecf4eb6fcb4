import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { answerText } from './backend.js'
import { drive } from './drive.js'

interface Row {
  readonly id: number
  readonly report_type: string
  readonly file_format: string
  readonly status: string
  readonly progress: number | null
  readonly date_from: string | null
  readonly date_to: string | null
  readonly created_at: string
  readonly is_downloadable: boolean
}

const instants = new Intl.DateTimeFormat('en', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'UTC',
})
const days = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' })
const shares = new Intl.NumberFormat('en', { style: 'percent' })

async function fetchRows(page: number, pageSize: number): Promise<readonly Row[]> {
  const response = new Response(answerText(page, pageSize))
  return (await response.json()).results
}

let poll = async () => {}
let turnTo: (page: number) => void = () => {}

/** A history as one would write it by hand: a table, `fetch` and state. */
function History({ pageSize }: { pageSize: number }) {
  const [page, setPage] = useState(0)
  const [rows, setRows] = useState<readonly Row[]>([])
  turnTo = setPage
  poll = async () => setRows(await fetchRows(page, pageSize))
  useEffect(() => {
    let isCurrent = true
    void fetchRows(page, pageSize).then((next) => isCurrent && setRows(next))
    return () => {
      isCurrent = false
    }
  }, [page, pageSize])
  return (
    <section>
      {TOOLBAR}
      <table>
        <thead>
          <tr>
            {['Format', 'Period', 'Report', 'Status', 'Created', 'Download'].map((title) => (
              <th key={title} scope="col">
                <button type="button">{title}</button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <TableRow key={row.id} row={row} />
          ))}
        </tbody>
      </table>
      <p>
        Page {page + 1} <button type="button">Previous</button> <button type="button">Next</button>
      </p>
    </section>
  )
}

function Toolbar() {
  return (
    <form>
      <select aria-label="Status">
        <option>All</option>
        <option>Completed</option>
      </select>
      <select aria-label="Format">
        <option>All</option>
        <option>CSV</option>
      </select>
      <input type="date" aria-label="From" />
      <input type="date" aria-label="To" />
      <button type="button">Refresh</button>
    </form>
  )
}

/** Outside of what answers draw: React writes the type of each input anew whenever one is drawn. */
const TOOLBAR = <Toolbar />

function TableRow({ row }: { row: Row }) {
  return (
    <tr>
      <td>
        <Badge word={row.file_format.toUpperCase()} />
      </td>
      <td>
        <Period row={row} />
      </td>
      <td>
        <Report row={row} />
      </td>
      <td>
        <Status row={row} />
      </td>
      <td>
        <Created row={row} />
      </td>
      <td>
        <Download row={row} />
      </td>
    </tr>
  )
}

function Badge({ word }: { word: string }) {
  return <span className="badge">{word}</span>
}

function Period({ row: { date_from: from, date_to: to } }: { row: Row }) {
  if (from === null || to === null) return <span>Any</span>
  return <span>{days.formatRange(new Date(from), new Date(to))}</span>
}

function Report({ row }: { row: Row }) {
  return <span>{row.report_type}</span>
}

function Status({ row: { status, progress } }: { row: Row }) {
  return (
    <div>
      <Badge word={status} />
      <span>{progress === null ? '' : shares.format(progress)}</span>
    </div>
  )
}

function Created({ row }: { row: Row }) {
  return <time dateTime={row.created_at}>{instants.format(new Date(row.created_at))}</time>
}

function Download({ row }: { row: Row }) {
  return (
    <button type="button" disabled={!row.is_downloadable}>
      Download
    </button>
  )
}

drive({
  mount(root, pageSize) {
    const home = createRoot(root)
    flushSync(() => home.render(<History pageSize={pageSize} />))
    return () => home.unmount()
  },
  poll: () => poll(),
  turnTo: (page) => turnTo(page),
})
