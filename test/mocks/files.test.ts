import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { createExportBackend, type JobSeed } from '../../mocks/index.js'
import { readCsv, readPdf, readZip } from '../support/read-files.js'
import { addCompleted, download, setUp } from './helpers.js'

/** Generates a job's file as it is, without the dialect's ZIP. */
async function plainFile(fileFormat: string, totalRows: number, more: JobSeed = {}) {
  const backend = createExportBackend()
  const { id } = addCompleted(backend, { fileFormat, totalRows, ...more })
  return backend.readFile(id)
}

describe('CSV', () => {
  it.each([0, 1, 25, 3_000])('holds %i rows when the job says so', async (totalRows) => {
    const { bytes, contentType, filename } = await plainFile('csv', totalRows)
    const { rows, errors } = readCsv(bytes)
    expect(rows).toHaveLength(totalRows)
    expect(errors).toEqual([])
    expect(contentType).toMatch(/^text\/csv/)
    expect(filename).toBe('delivery_location_2026-10-01_2026-10-31.csv')
  })

  it('has a header even when it has no rows', async () => {
    const { bytes } = await plainFile('csv', 0)
    expect(readCsv(bytes).text).toMatch(/^\ufeffOrder no\.,Received on,Vendor,/)
  })

  it('survives commas, quotes, line ends and letters of many scripts', async () => {
    const { rows } = readCsv((await plainFile('csv', 500)).bytes)
    const values = rows.flatMap((row) => Object.values(row))
    expect(values).toContain('東京茶商株式会社')
    expect(values).toContain('Bistro "Le Coin"')
    expect(values).toContain('Harbor & Vine Foods, Inc.')
    expect(values).toContain('Delivered to the back door.\nSigned by J. Ortiz.')
    for (const row of rows) expect(Object.keys(row)).toHaveLength(10)
  })

  it('quotes text that looks like a formula and leaves it as it is', async () => {
    const { bytes } = await plainFile('csv', 500)
    const { text, rows } = readCsv(bytes)
    const formulas = rows.filter((row) => /^[=+\-@]/.test(row.Note ?? ''))
    expect(formulas.length).toBeGreaterThan(0)
    expect(text).not.toMatch(/(^|,|\n)[=+\-@]/)
    expect(text).toContain('"=SUM(A1:A9) was typed into this field by the vendor"')
  })

  it('has its dates within the period of the job', async () => {
    const { rows } = readCsv((await plainFile('csv', 200)).bytes)
    const days = rows.map((row) => row['Received on'] ?? '')
    expect(days[0]).toBe('2026-10-01')
    expect(days.at(-1)).toBe('2026-10-31')
    expect(days).toEqual([...days].sort())
  })

  it('adds up: quantity times price is the total', async () => {
    const { rows } = readCsv((await plainFile('csv', 100)).bytes)
    for (const row of rows) {
      expect(Number(row.Quantity) * Number(row['Unit price'])).toBeCloseTo(Number(row.Total), 2)
    }
  })
})

describe('XLSX', () => {
  it.each([0, 1, 250])('holds %i rows in a workbook that opens', async (totalRows) => {
    const { bytes, filename } = await plainFile('xlsx', totalRows)
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(Buffer.from(bytes).buffer)
    const [sheet] = workbook.worksheets
    expect(filename).toMatch(/\.xlsx$/)
    expect(sheet?.actualRowCount).toBe(totalRows + 1)
    expect(sheet?.getRow(1).values).toContain('Delivery location')
  })

  it('has the same values as the CSV of the same job, numbers and dates as such', async () => {
    const csv = readCsv((await plainFile('csv', 60)).bytes).rows
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(Buffer.from((await plainFile('xlsx', 60)).bytes).buffer)
    const [sheet] = workbook.worksheets
    csv.forEach((row, index) => {
      const cells = sheet?.getRow(index + 2)
      expect(cells?.getCell(1).value).toBe(row['Order no.'])
      expect(cells?.getCell(2).value).toEqual(new Date(`${row['Received on']}T00:00:00Z`))
      expect(cells?.getCell(3).value).toBe(row.Vendor)
      expect(cells?.getCell(6).value).toBe(Number(row.Quantity))
      expect(cells?.getCell(9).value).toBe(Number(row.Total))
      expect(cells?.getCell(10).value ?? '').toBe(row.Note)
    })
  })

  it('holds text that looks like a formula as text', async () => {
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(Buffer.from((await plainFile('xlsx', 300)).bytes).buffer)
    const types = new Set<number>()
    workbook.worksheets[0]?.eachRow((row) => {
      row.eachCell((cell) => {
        if (String(cell.value).startsWith('=')) types.add(cell.type)
      })
    })
    expect([...types]).toEqual([ExcelJS.ValueType.String])
  })
})

describe('PDF', () => {
  it.each([0, 1, 25, 400])('holds %i rows over pages that are numbered', async (totalRows) => {
    const { pages } = await readPdf((await plainFile('pdf', totalRows)).bytes)
    expect(pages.join('\n').match(/\bPO-\d+/g) ?? []).toHaveLength(totalRows)
    pages.forEach((page, index) => {
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`)
      expect(page).toContain('Delivery location')
    })
    if (totalRows === 400) expect(pages.length).toBeGreaterThan(5)
  })

  it('begins with its title, period and row count', async () => {
    const { pages, info } = await readPdf((await plainFile('pdf', 1_284)).bytes)
    expect(pages[0]).toContain('Purchase orders by delivery location')
    expect(pages[0]).toContain('Period 2026-10-01 to 2026-10-31, 1,284 rows')
    expect(pages[1]).not.toContain('Period')
    expect(info).toMatchObject({ Title: 'Purchase orders by delivery location' })
  })

  it('writes Western letters as they are and others in Latin ones', async () => {
    const { pages } = await readPdf((await plainFile('pdf', 300)).bytes)
    const text = pages.join('\n')
    expect(text).toContain('Molkerei Grünwald GmbH')
    expect(text).toContain('Tokyo Chasho K.K.')
    expect(text).toContain('extra virgin')
    expect(text).not.toContain('?')
  })
})

describe('ZIP', () => {
  it('stands around the CSV in the Mathership dialect', async () => {
    const { request, backend } = setUp()
    const { id } = addCompleted(backend, { totalRows: 321 })
    const { bytes, filename } = await download(request, id)
    const entries = await readZip(bytes)
    expect(filename).toBe('delivery_location_2026-10-01_2026-10-31.zip')
    expect(entries.map(({ name }) => name)).toEqual(['delivery_location_2026-10-01_2026-10-31.csv'])
    expect(readCsv(entries[0]?.bytes ?? new Uint8Array()).rows).toHaveLength(321)
  })

  it('stands around a PDF too', async () => {
    const { request, backend } = setUp()
    const { id } = addCompleted(backend, { fileFormat: 'pdf', totalRows: 40 })
    const [entry] = await readZip((await download(request, id)).bytes)
    expect(entry?.name).toMatch(/\.pdf$/)
    const { pages } = await readPdf(entry?.bytes ?? new Uint8Array())
    expect(pages.join('\n').match(/\bPO-\d+/g)).toHaveLength(40)
  })

  it('is not put around a ZIP', async () => {
    const { request, backend } = setUp()
    const { id } = addCompleted(backend, { fileFormat: 'zip', totalRows: 12 })
    const entries = await readZip((await download(request, id)).bytes)
    expect(entries.map(({ name }) => name)).toEqual(['delivery_location_2026-10-01_2026-10-31.csv'])
    expect(readCsv(entries[0]?.bytes ?? new Uint8Array()).rows).toHaveLength(12)
  })

  it('shares the rows out among several files', async () => {
    const file = { size: null, contentType: null, checksum: null }
    const files = [
      { id: 'a', name: 'Größe, north.csv', ...file },
      { id: 'b', name: 'south.csv', ...file },
      { id: 'c', name: 'south.csv', ...file },
    ]
    const { request, backend } = setUp()
    const { id } = addCompleted(backend, { files, totalRows: 100 })
    const all = await download(request, id)
    const entries = await readZip(all.bytes)
    expect(entries.map(({ name }) => name)).toEqual([
      'Größe, north.csv',
      'south.csv',
      'south (2).csv',
    ])
    const counts = entries.map(({ bytes }) => readCsv(bytes).rows.length)
    expect(counts.reduce((sum, count) => sum + count)).toBe(100)
    const one = await download(request, id, '&file_id=b')
    expect(one.filename).toBe('south.zip')
    expect((await readZip(one.bytes)).map(({ bytes }) => bytes)).toEqual([entries[1]?.bytes])
  })

  it('notes when the job was completed', async () => {
    const { request, backend } = setUp()
    const { id } = addCompleted(backend, { completedAt: '2026-11-23T08:00:30Z' })
    const [entry] = await readZip((await download(request, id)).bytes)
    const { time } = entry ?? { time: new Date(0) }
    expect([time.getDate(), time.getHours(), time.getMinutes()]).toEqual([23, 8, 0])
  })
})

describe('JSON', () => {
  it('holds one object a row', async () => {
    const { bytes } = await plainFile('json', 7, { reportType: 'inventory' })
    const report: { title: string; rows: object[] } = JSON.parse(new TextDecoder().decode(bytes))
    expect(report.title).toBe('Inventory')
    expect(report.rows).toHaveLength(7)
    expect(report.rows[0]).toHaveProperty('orderNumber')
  })
})

describe('every format', () => {
  it.each(['csv', 'xlsx', 'pdf', 'zip', 'json'])(
    '%s is the same to the byte for the same seed and job, whenever it is made',
    async (fileFormat) => {
      const make = async (advance: number, seed: number) => {
        const backend = createExportBackend({ seed })
        const { id } = addCompleted(backend, { fileFormat })
        backend.clock.advance(advance)
        return Buffer.from((await backend.readFile(id)).bytes).toString('base64')
      }
      const first = await make(0, 1)
      expect(await make(9_999_000, 1)).toBe(first)
      expect(await make(0, 2)).not.toBe(first)
    },
  )

  it('gives two jobs different rows', async () => {
    const backend = createExportBackend()
    const [first, second] = [addCompleted(backend), addCompleted(backend)]
    const texts = await Promise.all(
      [first, second].map(async ({ id }) => readCsv((await backend.readFile(id)).bytes).text),
    )
    expect(texts[0]).not.toBe(texts[1])
  })

  it('holds exactly the rows that a job from the API says', async () => {
    const { backend } = setUp({ plan: { queueMs: 0, runMs: 1 } })
    const { id } = backend.addJob({ plan: {} })
    backend.clock.advance(1)
    const { rows } = readCsv((await backend.readFile(id)).bytes)
    expect(rows).toHaveLength(backend.get(id).totalRows ?? -1)
  })
})
