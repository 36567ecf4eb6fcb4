import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import ExcelJS from 'exceljs'
import Papa from 'papaparse'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { fromBuffer } from 'yauzl'

/** Reads a CSV with its header, by a reader that did not write it. */
export function readCsv(bytes: Uint8Array) {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const { data, errors } = Papa.parse<Record<string, string>>(text, {
    header: true,
    delimiter: ',',
    skipEmptyLines: true,
  })
  return { text, rows: data, errors }
}

/** Opens an archive with a reader that did not write it, and reads every entry. */
export function readZip(
  bytes: Uint8Array,
): Promise<{ name: string; bytes: Uint8Array; time: Date }[]> {
  return new Promise((resolve, reject) => {
    const entries: { name: string; bytes: Uint8Array; time: Date }[] = []
    fromBuffer(Buffer.from(bytes), { lazyEntries: true, strictFileNames: true }, (failure, zip) => {
      if (failure) return reject(failure)
      zip.on('error', reject)
      zip.on('end', () => resolve(entries))
      zip.on('entry', (entry) => {
        zip.openReadStream(entry, async (error, stream) => {
          if (error) return reject(error)
          const chunks: Buffer[] = []
          for await (const chunk of stream) chunks.push(Buffer.from(chunk))
          entries.push({
            name: entry.fileName,
            bytes: new Uint8Array(Buffer.concat(chunks)),
            time: entry.getLastModDate(),
          })
          zip.readEntry()
        })
      })
      zip.readEntry()
    })
  })
}

/** Reads a PDF's text, page by page, and what it says of itself. */
export async function readPdf(bytes: Uint8Array) {
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const pdf = await getDocument({
    data: bytes.slice(),
    standardFontDataUrl: join(folder, 'standard_fonts/'),
  }).promise
  const pages: string[] = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join('\n'))
  }
  const { info } = await pdf.getMetadata()
  return { pages, info }
}

/** Opens a workbook's first sheet. */
export async function readSheet(bytes: Uint8Array): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(Buffer.from(bytes).buffer)
  const [sheet] = workbook.worksheets
  if (sheet === undefined) throw new Error('The workbook has no sheet.')
  return sheet
}
