import { jsPDF } from 'jspdf'
import { fitLatin } from './fit-latin.js'
import type { ReportRow } from './rows.js'
import type { ReportHead } from './write-file.js'

interface PdfColumn {
  readonly label: string
  readonly width: number
  readonly isNumber: boolean
  readonly text: (row: ReportRow) => string
}

const AMOUNT = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

// Widths in points; together 770, the width of a landscape A4 page within its margins.
const COLUMNS: readonly PdfColumn[] = [
  { label: 'Order no.', width: 56, isNumber: false, text: (row) => row.orderNumber },
  { label: 'Received on', width: 58, isNumber: false, text: (row) => row.receivedOn },
  { label: 'Vendor', width: 128, isNumber: false, text: (row) => row.vendorLatin },
  { label: 'Delivery location', width: 98, isNumber: false, text: (row) => row.location },
  { label: 'Item', width: 118, isNumber: false, text: (row) => row.item },
  { label: 'Quantity', width: 46, isNumber: true, text: (row) => String(row.quantity) },
  { label: 'Unit', width: 36, isNumber: false, text: (row) => row.unit },
  { label: 'Unit price', width: 52, isNumber: true, text: (row) => AMOUNT.format(row.unitPrice) },
  { label: 'Total', width: 58, isNumber: true, text: (row) => AMOUNT.format(row.total) },
  { label: 'Note', width: 120, isNumber: false, text: (row) => row.note },
]

const MARGIN = 36
const PADDING = 3
const LINE_HEIGHT = 9.5
const FONT_SIZE = 8

/**
 * Writes a PDF that a person can read: title and period on the first page, a table whose header
 * stands on each page, and page numbers.
 *
 * It uses the fonts that every reader has, which know Western European letters only; other text is
 * written in Latin letters.
 */
export function writePdf(rows: readonly ReportRow[], head: ReportHead): Uint8Array {
  const doc = new jsPDF({ orientation: 'landscape', unit: 'pt', format: 'a4', compress: true })
  doc.setFileId('0'.repeat(32))
  doc.setCreationDate(`D:${compactInstant(head.madeAt)}+00'00'`)
  doc.setProperties({ title: fitLatin(head.title) })
  const bottom = doc.internal.pageSize.getHeight() - MARGIN - LINE_HEIGHT * 2

  const linesOf = createLineBreaker(doc)
  let top = drawTableHeader(doc, drawTitle(doc, rows.length, head))
  rows.forEach((row, index) => {
    const cells = COLUMNS.map((column) => linesOf(column, row))
    const height = Math.max(...cells.map((lines) => lines.length)) * LINE_HEIGHT + PADDING
    if (top + height > bottom) {
      doc.addPage()
      top = drawTableHeader(doc, MARGIN)
    }
    drawRow(doc, cells, top, height, index % 2 === 1)
    top += height
  })
  drawPageNumbers(doc, head)
  return new Uint8Array(doc.output('arraybuffer'))
}

function drawTitle(doc: jsPDF, count: number, head: ReportHead): number {
  doc
    .setFont('helvetica', 'bold')
    .setFontSize(16)
    .text(fitLatin(head.title), MARGIN, MARGIN + 12)
  const rowCount = `${new Intl.NumberFormat('en').format(count)} ${count === 1 ? 'row' : 'rows'}`
  const facts = head.period === null ? rowCount : `Period ${head.period}, ${rowCount}`
  doc
    .setFont('helvetica', 'normal')
    .setFontSize(10)
    .text(fitLatin(facts), MARGIN, MARGIN + 28)
  return MARGIN + 40
}

function drawTableHeader(doc: jsPDF, top: number): number {
  const height = LINE_HEIGHT + PADDING * 2
  doc.setFillColor(35, 62, 95).rect(MARGIN, top, tableWidth(), height, 'F')
  doc.setFont('helvetica', 'bold').setFontSize(FONT_SIZE).setTextColor(255)
  drawCells(
    doc,
    COLUMNS.map(({ label }) => [label]),
    top + PADDING,
  )
  doc.setFont('helvetica', 'normal').setTextColor(20)
  return top + height
}

function drawRow(
  doc: jsPDF,
  cells: readonly (readonly string[])[],
  top: number,
  height: number,
  isShaded: boolean,
): void {
  if (isShaded) doc.setFillColor(241, 244, 248).rect(MARGIN, top, tableWidth(), height, 'F')
  drawCells(doc, cells, top)
}

function drawCells(doc: jsPDF, cells: readonly (readonly string[])[], top: number): void {
  let left = MARGIN
  COLUMNS.forEach(({ width, isNumber }, index) => {
    const x = isNumber ? left + width - PADDING : left + PADDING
    const lines = cells[index] ?? []
    lines.forEach((line, position) => {
      const y = top + LINE_HEIGHT * (position + 0.85)
      if (line !== '') doc.text(line, x, y, { align: isNumber ? 'right' : 'left' })
    })
    left += width
  })
}

/** Breaks texts into lines; it remembers them, for measuring is slow and most texts come again. */
function createLineBreaker(doc: jsPDF) {
  const known = new Map<string, readonly string[]>()
  return (column: PdfColumn, row: ReportRow): readonly string[] => {
    const text = fitLatin(column.text(row))
    const key = `${column.width}/${text}`
    const lines = known.get(key) ?? breakLines(doc, text, column.width - PADDING * 2)
    known.set(key, lines)
    return lines
  }
}

function breakLines(doc: jsPDF, text: string, width: number): readonly string[] {
  const lines: unknown = doc.splitTextToSize(text, width)
  return Array.isArray(lines) ? lines.map(String) : [String(lines)]
}

function drawPageNumbers(doc: jsPDF, head: ReportHead): void {
  const bottom = doc.internal.pageSize.getHeight() - MARGIN / 2
  const right = doc.internal.pageSize.getWidth() - MARGIN
  const made = `Made ${new Date(head.madeAt).toISOString().slice(0, 16).replace('T', ' ')} UTC`
  doc.setFontSize(FONT_SIZE).setTextColor(90)
  const pages = doc.getNumberOfPages()
  for (let page = 1; page <= pages; page += 1) {
    doc.setPage(page)
    doc.text(made, MARGIN, bottom)
    doc.text(`Page ${page} of ${pages}`, right, bottom, { align: 'right' })
  }
}

function tableWidth(): number {
  return COLUMNS.reduce((sum, { width }) => sum + width, 0)
}

function compactInstant(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replace(/[-:T]/g, '')
}
