import { act, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { buildExportJob } from '../../mocks/index.js'
import type { DownloadGrant } from '../../src/core/download-grant.js'
import { ExportJobsError } from '../../src/core/errors.js'
import type { ExportJob } from '../../src/core/job.js'
import type { SaveTarget } from '../../src/downloads/delivery.js'
import { useExportDownload } from '../../src/hooks/useExportDownload.js'
import {
  ExportJobsProvider,
  type ExportJobsProviderProps,
} from '../../src/provider/ExportJobsProvider.js'
import { newTab, openTabs } from '../support/open-tabs.js'
import { createScriptedClient } from '../support/scripted-client.js'

// what writes a file is fetched with the first one; once here, it is there at once
beforeAll(async () => {
  await import('../../src/downloads/save-file.js')
})

const SECRET = 'https://files.example.test/report.zip?signature=s3cr3t'
const grant: DownloadGrant = { url: SECRET, filename: 'report.zip', expiresAt: null }
const job = buildExportJob({ id: '1' })

function Download({ job }: { readonly job: ExportJob }) {
  const { download, isBlocked, refused, progress } = useExportDownload(job, { tabText: 'Wait' })
  return (
    <button type="button" onClick={download}>
      {isBlocked ? 'Click to download' : 'Download'} {refused?.error?.code} {progress?.loaded}
    </button>
  )
}

function renderDownload(
  props: Partial<ExportJobsProviderProps>,
  ask = async () => grant,
  wanted = job,
) {
  const createDownload = vi.fn(ask)
  render(
    <ExportJobsProvider
      client={createScriptedClient({ createDownload })}
      urlState="memory"
      {...props}
    >
      <Download job={wanted} />
    </ExportJobsProvider>,
  )
  return createDownload
}

const press = () => act(async () => screen.getByRole('button').click())
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

/** A place on the disk that takes down what is written to it. */
function newPlace() {
  const written: Uint8Array[] = []
  const state = { closed: false, aborted: false }
  const place = new WritableStream<Uint8Array>({
    write: (piece) => void written.push(piece),
    close() {
      state.closed = true
    },
    abort() {
      state.aborted = true
    },
  })
  return { place, state, text: () => Buffer.concat(written).toString() }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

describe('a download in a new tab', () => {
  it('opens the tab at the press, and sends it to the link when that comes', async () => {
    const tab = newTab()
    const open = openTabs(tab)
    let resolve: (grant: DownloadGrant) => void = () => {}
    const answer = new Promise<DownloadGrant>((settle) => {
      resolve = settle
    })
    renderDownload({ delivery: 'newTab' }, () => answer)
    screen.getByRole('button').click()
    expect(open).toHaveBeenCalledWith('', '_blank')
    expect(tab.opener).toBeNull()
    expect(tab.document.body.textContent).toBe('Wait')
    await act(async () => resolve(grant))
    expect(tab.location.replace).toHaveBeenCalledWith(SECRET)
  })

  it('closes the tab when there is no file', async () => {
    const tab = newTab()
    openTabs(tab)
    renderDownload({ delivery: 'newTab' }, async () => {
      throw new ExportJobsError('gone', { message: 'No.' })
    })
    await press()
    expect(tab.close).toHaveBeenCalled()
    expect(screen.getByRole('button')).toHaveTextContent('gone')
  })

  it('closes the tab when the link would run code', async () => {
    const tab = newTab()
    openTabs(tab)
    renderDownload({ delivery: 'newTab' }, async () => ({ ...grant, url: 'javascript:alert(1)' }))
    await press()
    expect(tab.location.replace).not.toHaveBeenCalled()
    expect(tab.closed).toBe(true)
  })

  it('waits for another press when it is blocked, with the link in hand', async () => {
    const tab = newTab()
    openTabs(null, tab)
    const ask = renderDownload({ delivery: 'newTab' })
    await press()
    expect(screen.getByRole('button')).toHaveTextContent('Click to download')
    await press()
    expect(tab.location.replace).toHaveBeenCalledWith(SECRET)
    expect(ask).toHaveBeenCalledTimes(1)
    expect(screen.getByRole('button')).toHaveTextContent('Download')
  })

  it('asks anew when the link would die before half a minute', async () => {
    const tab = newTab()
    openTabs(null, tab)
    const ask = renderDownload({ delivery: 'newTab' }, async () => ({
      ...grant,
      expiresInSeconds: 60,
    }))
    await press()
    await pass(31_000)
    await press()
    expect(tab.location.replace).toHaveBeenCalledTimes(1)
    expect(ask).toHaveBeenCalledTimes(2)
  })

  it('opens no tab where there was no press', async () => {
    const open = openTabs(newTab())
    vi.stubGlobal('navigator', { userActivation: { isActive: false } })
    renderDownload({ delivery: 'newTab' })
    await press()
    expect(open).not.toHaveBeenCalled()
    expect(screen.getByRole('button')).toHaveTextContent('Click to download')
  })
})

describe('a download that is saved', () => {
  /** What a storage answers to signed links, one after another, and to addresses without a signature. */
  const answerWith = (...answers: readonly (Response | Error)[]) => {
    const left = [...answers]
    const fetched = vi.fn<typeof fetch>(async (address) => {
      const answer = String(address).includes('signature=') ? left.shift() : unsigned()
      if (answer instanceof Response) return answer
      throw answer ?? new Error('Nobody thought of this request.')
    })
    vi.stubGlobal('fetch', fetched)
    return fetched
  }
  let unsigned = (): Response | Error => new Response('no', { status: 403 })
  const asked = (fetched: { mock: { calls: unknown[][] } }) =>
    fetched.mock.calls.map(([address, init]) => [
      String(address),
      Reflect.get(Object(init), 'redirect'),
    ])
  const elsewhere = () =>
    Object.defineProperty(new Response(null), 'type', { value: 'opaqueredirect' })
  afterEach(() => {
    unsigned = () => new Response('no', { status: 403 })
  })

  it('asks for the place first, then for the link, and writes the file there', async () => {
    const { place, state, text } = newPlace()
    answerWith(new Response('all of it'))
    const order: string[] = []
    const saveTarget: SaveTarget = async (name) => {
      order.push(`pick ${name}`)
      return place
    }
    renderDownload({ delivery: 'save', saveTarget }, async () => {
      order.push('ask')
      return grant
    })
    await press()
    await pass(1)
    expect(order).toEqual(['pick delivery_location_2026-10-01_2026-10-31.csv', 'ask'])
    expect(text()).toBe('all of it')
    expect(state).toEqual({ closed: true, aborted: false })
  })

  it('asks for nothing when the person wants no place', async () => {
    const saveTarget = () => Promise.reject(new DOMException('No.', 'AbortError'))
    const ask = renderDownload({ delivery: 'save', saveTarget })
    await press()
    expect(ask).not.toHaveBeenCalled()
    expect(screen.getByRole('button').textContent?.trim()).toBe('Download')
  })

  it('asks once more when storage refuses, then gives the place up', async () => {
    const { place, state } = newPlace()
    answerWith(new Response('no', { status: 403 }), new Response('no', { status: 403 }))
    const ask = renderDownload({ delivery: 'save', saveTarget: async () => place })
    await press()
    await pass(1)
    expect(ask).toHaveBeenCalledTimes(2)
    expect(state).toEqual({ closed: false, aborted: true })
    expect(screen.getByRole('button')).toHaveTextContent('unavailable')
  })

  it('gives the place up when the connection is lost half-way', async () => {
    const { place, state } = newPlace()
    const pieces = [new TextEncoder().encode('half')]
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        const piece = pieces.shift()
        if (piece === undefined) controller.error(new TypeError('network'))
        else controller.enqueue(piece)
      },
    })
    answerWith(new Response(body))
    renderDownload({ delivery: 'save', saveTarget: async () => place })
    await press()
    await pass(1)
    expect(state).toEqual({ closed: false, aborted: true })
    expect(screen.getByRole('button')).toHaveTextContent('offline')
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', 'http://files.example.test/a.zip'])(
    'reads nothing from %s',
    async (url) => {
      const { place, state } = newPlace()
      const fetched = answerWith()
      renderDownload({ delivery: 'save', saveTarget: async () => place }, async () => ({
        ...grant,
        url,
      }))
      await press()
      await pass(1)
      expect(fetched).not.toHaveBeenCalled()
      expect(state.aborted).toBe(true)
      expect(screen.getByRole('button')).toHaveTextContent('bad_response')
    },
  )

  it('proposes a name without path parts and characters that show it as something else', async () => {
    const { place } = newPlace()
    answerWith(new Response('all of it'))
    const saveTarget = vi.fn<SaveTarget>(async () => place)
    const file = {
      id: 'a',
      name: '../..\\x/gpj.\u202e\u0000exe',
      size: 1,
      contentType: null,
      checksum: null,
    }
    const named = buildExportJob({ id: '1', files: [file] })
    renderDownload({ delivery: 'save', saveTarget }, async () => grant, named)
    await press()
    await pass(1)
    expect(saveTarget).toHaveBeenCalledWith('gpj.exe')
  })

  it('goes the usual way where the storage does not let the page read, its secret untold', async () => {
    const { place, state } = newPlace()
    unsigned = () => new TypeError('CORS')
    const fetched = answerWith()
    const ask = renderDownload({ delivery: 'save', saveTarget: async () => place })
    await press()
    await pass(1)
    expect(asked(fetched)).toEqual([['https://files.example.test/report.zip', 'manual']])
    expect(ask).toHaveBeenCalledTimes(1)
    expect(state).toEqual({ closed: false, aborted: true })
    expect(document.querySelector('iframe')).not.toBeNull()
    await pass(61_000)
  })

  it('asks the origin alone where the path may be the secret', async () => {
    unsigned = () => new TypeError('CORS')
    const fetched = answerWith()
    renderDownload({ delivery: 'save', saveTarget: async () => newPlace().place }, async () => ({
      ...grant,
      url: 'https://files.example.test/s3cr3t/report.zip',
    }))
    await press()
    await pass(1)
    expect(asked(fetched)).toEqual([['https://files.example.test/', 'manual']])
    await pass(61_000)
  })

  it('stays with the origin, though the path begins as another host would', async () => {
    unsigned = () => new TypeError('CORS')
    const fetched = answerWith()
    renderDownload({ delivery: 'save', saveTarget: async () => newPlace().place }, async () => ({
      ...grant,
      url: 'https://files.example.test//reports/x.csv?signature=s3cr3t',
    }))
    await press()
    await pass(1)
    expect(asked(fetched)).toEqual([['https://files.example.test//reports/x.csv', 'manual']])
    await pass(61_000)
  })

  it('leaves nothing of the trial running', async () => {
    const cancel = vi.fn()
    unsigned = () => new Response(new ReadableStream({ cancel }))
    answerWith(new Response('all of it'))
    const { place, text } = newPlace()
    renderDownload({ delivery: 'save', saveTarget: async () => place })
    await press()
    await pass(1)
    expect(cancel).toHaveBeenCalledTimes(1)
    expect(text()).toBe('all of it')
  })

  it('goes the usual way, with a link of its own, where the storage points elsewhere', async () => {
    const { place, state } = newPlace()
    const fetched = answerWith(elsewhere())
    const ask = renderDownload({ delivery: 'save', saveTarget: async () => place })
    await press()
    await pass(1)
    expect(asked(fetched).at(-1)).toEqual([SECRET, 'manual'])
    expect(ask).toHaveBeenCalledTimes(2)
    expect(state).toEqual({ closed: false, aborted: true })
    expect(document.querySelector('iframe')).not.toBeNull()
    await pass(61_000)
  })

  it('takes it for unreadable when the trial points elsewhere', async () => {
    unsigned = elsewhere
    const fetched = answerWith()
    renderDownload({ delivery: 'save', saveTarget: async () => newPlace().place })
    await press()
    await pass(1)
    expect(fetched).toHaveBeenCalledTimes(1)
    expect(document.querySelector('iframe')).not.toBeNull()
    await pass(61_000)
  })

  it.each([
    ["the page's own origin", {}, `${location.origin}/report.zip?signature=s3cr3t`, 'manual'],
    [
      'an origin that the host calls readable',
      { readableOrigins: ['https://files.example.test'] },
      SECRET,
      'follow',
    ],
  ])('is fetched at once from %s', async (_, props, url, redirect) => {
    const { place, text } = newPlace()
    const fetched = answerWith(new Response('all of it'))
    const saveTarget = async () => place
    renderDownload({ ...props, delivery: 'save', saveTarget }, async () => ({ ...grant, url }))
    await press()
    await pass(1)
    expect(asked(fetched)).toEqual([[url, redirect]])
    expect(text()).toBe('all of it')
  })

  it('goes the usual way where the browser has no picker', async () => {
    renderDownload({ delivery: 'save' })
    await press()
    expect(document.querySelector('iframe')).not.toBeNull()
    await pass(61_000)
  })

  it('waits for another press where the first one no longer counts', async () => {
    const { place, text } = newPlace()
    answerWith(new Response('all of it'))
    const saveTarget = vi
      .fn<SaveTarget>()
      .mockRejectedValueOnce(new DOMException('No press.', 'SecurityError'))
      .mockResolvedValueOnce(place)
    renderDownload({ delivery: 'save', saveTarget })
    await press()
    expect(screen.getByRole('button')).toHaveTextContent('Click to download')
    await press()
    await pass(1)
    expect(text()).toBe('all of it')
  })
})
