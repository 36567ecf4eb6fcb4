import { cleanup, configure } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import styles from '../../src/styles/index.css?inline'
import { walkThroughEverything } from '../styles/scenes.js'
import { HOST_SHEETS, type HostSheet } from './host-sheets.js'
import { PART_PROPERTIES } from './part-properties.js'

// a busy machine may take longer than a second to load a part of the form
configure({ asyncUtilTimeout: 15_000 })

const LAYER_ORDER = '@layer theme, base, react-export-jobs, components, utilities;'
const LAYERED = `${LAYER_ORDER} @layer react-export-jobs { ${styles} }`

/** So that parts can be measured: one font, one margin of the page, nothing that moves. */
const STILL = `
  html { overflow-y: scroll }
  body { margin: 0 !important; font-family: sans-serif !important }
  *, ::before { animation: none !important; transition: none !important; caret-color: transparent }
`

const hostStyle = document.createElement('style')
const ourStyle = document.createElement('style')
const stillStyle = document.createElement('style')
stillStyle.textContent = STILL

beforeEach(async () => {
  await page.viewport(1_280, 900)
  document.head.append(hostStyle, ourStyle, stillStyle)
})
afterEach(() => {
  cleanup()
  hostStyle.remove()
  ourStyle.remove()
  stillStyle.remove()
})

function dress({ css, isLayered }: Omit<HostSheet, 'name'>): void {
  hostStyle.textContent = isLayered ? `${LAYER_ORDER}${css}` : css
  ourStyle.textContent = isLayered ? LAYERED : styles
}

/** Every element that we draw: parts, and what stands in them without a class. A list opens natively. */
const ours = () => [...document.querySelectorAll('.ej-root, .ej-root :not(option)')]

const nameOf = (element: Element): string =>
  element
    .getAttribute('class')
    ?.split(' ')
    .filter((name) => name !== 'ej-root')
    .join('.') ||
  `${element.parentElement === null ? '' : nameOf(element.parentElement)} > ${element.localName}`

/** What has no effect on an element that has no padding, border or size of its own. */
const NO_MATTER = /^(box-sizing|border-.+-(style|color))$/

interface Painted {
  readonly element: Element
  readonly pseudo: string | undefined
  readonly values: readonly string[]
}

/** What is computed for every part, for what stands in it, and for the drawings before its words. */
const look = (): readonly Painted[] =>
  ours().flatMap((element) =>
    [undefined, '::before'].flatMap((pseudo) => {
      const style = getComputedStyle(element, pseudo)
      if (pseudo !== undefined && style.content === 'none') return []
      const values = PART_PROPERTIES.map((property) => style.getPropertyValue(property))
      return [{ element, pseudo, values }]
    }),
  )

function differences(bare: readonly Painted[], dressed: readonly Painted[]): readonly string[] {
  if (bare.length !== dressed.length) return ['Something came or went.']
  return bare.flatMap(({ element, pseudo, values }, index) => {
    const isPart = pseudo === undefined && element.matches('[class^="ej-"]')
    return values.flatMap((value, at) => {
      const [property, other] = [PART_PROPERTIES[at] ?? '', dressed[index]?.values[at]]
      if (other === value || (!isPart && NO_MATTER.test(property))) return []
      return [`${nameOf(element)}${pseudo ?? ''} { ${property}: ${other}, not ${value} }`]
    })
  })
}

describe('under every host sheet', () => {
  it('each part looks as on a bare page', { timeout: 120_000 }, async () => {
    const found = new Map<string, Set<string>>()
    let seen = 0
    dress({ css: '' })
    await walkThroughEverything(() => {
      dress({ css: '' })
      const bare = look()
      seen += bare.length
      for (const sheet of HOST_SHEETS) {
        dress(sheet)
        const leaks = found.get(sheet.name) ?? new Set()
        for (const difference of differences(bare, look())) leaks.add(difference)
        found.set(sheet.name, leaks)
      }
      dress({ css: '' })
    })
    expect(seen).toBeGreaterThan(1_000)
    const leaks = [...found].flatMap(([name, of]) => [...of].map((leak) => `${name}: ${leak}`))
    expect(leaks).toEqual([])
  })
})

/** One of each element that hosts' pages are made of. */
const HOST_PAGE = `
  <main><nav><a href="#x">Link</a></nav><h1>One</h1><h2>Two</h2><h3>Three</h3>
    <p>Text <strong>strong</strong> <em>em</em> <small>small</small> <code>code</code></p>
    <ul><li>Item</li></ul><ol><li>Item</li></ol><dl><dt>Term</dt><dd>Words</dd></dl>
    <table><caption>Caption</caption><thead><tr><th>Head</th></tr></thead>
      <tbody><tr><td>Cell</td></tr></tbody></table>
    <form><fieldset><legend>Legend</legend><label>Label <input></label><input type="checkbox">
      <input type="search"><select><option>One</option></select><textarea></textarea>
      <button>Button</button><progress value="0.4"></progress></fieldset></form>
    <details open><summary>Summary</summary>Details</details><hr><blockquote>Quote</blockquote>
    <dialog open>Dialog</dialog><div popover="manual">Popover</div>
    <svg width="16" height="16"><path d="M0 0h16v16H0Z" /></svg>
    <div class="root button dialog icon table state chip pager popover">Words that we use too</div>
    <div class="my-ej-button notej-">Names like ours</div>
  </main>`

describe("a host page's own elements", () => {
  it('look the same with our sheet and without it', () => {
    const host = document.createElement('div')
    host.innerHTML = HOST_PAGE
    document.body.append(host)
    const elements = [document.documentElement, document.body, ...host.querySelectorAll('*')]
    // a variable that nothing of the host's uses is no look
    const looks = () =>
      elements.flatMap((element) => {
        const style = getComputedStyle(element)
        const names = [...style].filter((name) => !name.startsWith('--'))
        return names.map(
          (name) => `${element.localName} { ${name}: ${style.getPropertyValue(name)} }`,
        )
      })
    dress({ css: '' })
    ourStyle.textContent = ''
    const without = looks()
    for (const ownSheet of [styles, LAYERED]) {
      ourStyle.textContent = ownSheet
      const changed = looks().filter((line, index) => line !== without[index])
      expect(changed).toEqual([])
    }
    host.remove()
  })
})

describe('words of ours', () => {
  it("are set in the host's font, even where the host insists on it", async () => {
    dress({ css: '' })
    const families = new Set<string>()
    await walkThroughEverything(() => {
      for (const element of ours()) families.add(getComputedStyle(element).fontFamily)
    })
    expect([...families].sort()).toEqual(['sans-serif', 'ui-monospace, monospace'])
  })
})
