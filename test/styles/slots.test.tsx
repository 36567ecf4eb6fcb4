import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CREATED_RANGE_SLOTS } from '../../src/components/created-range/slots.js'
import { DETAIL_SLOTS } from '../../src/components/detail/slots.js'
import { DOWNLOAD_BUTTON_SLOTS } from '../../src/components/download-button/slots.js'
import { FILTER_ROW_SLOTS } from '../../src/components/filter-row/slots.js'
import { FORMAT_BADGE_SLOTS } from '../../src/components/format-badge/slots.js'
import { HISTORY_SLOTS } from '../../src/components/history/slots.js'
import { CELL_SLOTS, HISTORY_TABLE_SLOTS } from '../../src/components/history-table/slots.js'
import { HISTORY_TOOLBAR_SLOTS } from '../../src/components/history-toolbar/slots.js'
import { JOB_ACTIONS_SLOTS } from '../../src/components/job-actions/slots.js'
import { NOTIFICATIONS_SLOTS } from '../../src/components/notifications/slots.js'
import { slotClass } from '../../src/components/parts/slot-classes.js'
import { SHARED_SLOTS } from '../../src/components/parts/slots.js'
import { PERMISSION_GATE_SLOTS } from '../../src/components/permission-gate/slots.js'
import { POP_UPS_SLOTS } from '../../src/components/pop-ups/slots.js'
import { SELECTION_SLOTS } from '../../src/components/selection/slots.js'
import { STATUS_BADGE_SLOTS } from '../../src/components/status-badge/slots.js'
import { REQUEST_SLOTS } from './request-scenes.js'
import { walkThroughEverything } from './scenes.js'

const SLOTS = [
  ...FILTER_ROW_SLOTS,
  ...CELL_SLOTS,
  ...CREATED_RANGE_SLOTS,
  ...DETAIL_SLOTS,
  ...DOWNLOAD_BUTTON_SLOTS,
  ...FORMAT_BADGE_SLOTS,
  ...HISTORY_SLOTS,
  ...HISTORY_TABLE_SLOTS,
  ...HISTORY_TOOLBAR_SLOTS,
  ...JOB_ACTIONS_SLOTS,
  ...NOTIFICATIONS_SLOTS,
  ...PERMISSION_GATE_SLOTS,
  ...POP_UPS_SLOTS,
  ...REQUEST_SLOTS,
  ...SELECTION_SLOTS,
  ...SHARED_SLOTS,
  ...STATUS_BADGE_SLOTS,
]

const FOLDER = 'src/styles'
const sheets = readdirSync(FOLDER).filter((name) => name.endsWith('.css'))
const read = (name: string) => readFileSync(`${FOLDER}/${name}`, 'utf8')
const css = sheets.map(read).join('\n')

const sorted = (names: Iterable<string>) => [...new Set(names)].sort()
const SLOT_CLASSES = sorted(SLOTS.map(slotClass))

function collect(into: Set<string>): void {
  for (const element of document.querySelectorAll('[class]')) {
    for (const name of element.classList) if (name.startsWith('ej-')) into.add(name)
  }
}

describe('the slots', () => {
  it('are all that the stylesheet paints', () => {
    const painted = sorted(css.match(/(?<=\.)ej-[a-z0-9-]+/g) ?? [])
    expect(painted.length).toBeGreaterThan(100)
    expect(painted.filter((name) => !SLOT_CLASSES.includes(name))).toEqual([])
  })

  it('are all on screen, and nothing else is', async () => {
    const found = new Set<string>()
    await walkThroughEverything(() => collect(found))
    expect(sorted(found)).toEqual(SLOT_CLASSES)
  })
})

describe('the stylesheet', () => {
  it('imports every file once', () => {
    const imported = [...read('index.css').matchAll(/@import ["']\.\/(.+)["'];/g)].map(
      ([, name]) => name,
    )
    expect(sorted(imported.map(String))).toEqual(
      sorted(sheets.filter((name) => name !== 'index.css')),
    )
    expect(imported).toHaveLength(sheets.length - 1)
  })

  it('says of each variable a host may set what it paints', () => {
    const lines = read('tokens.css').split('\n')
    const bare = lines.flatMap((line, index) =>
      /^ {2}--ej-/.test(line) && !/\*\/$/.test(lines[index - 1] ?? '') ? [line.trim()] : [],
    )
    expect(bare).toEqual([])
  })

  it('uses no variable that is not declared', () => {
    const declared = new Set(css.match(/--ej-[a-z-]+(?=:)/g) ?? [])
    const used = sorted((css.match(/var\(--ej-[a-z-]+(?=\))/g) ?? []).map((text) => text.slice(4)))
    expect(used.filter((name) => !declared.has(name))).toEqual([])
  })
})
