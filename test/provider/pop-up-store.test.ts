import { describe, expect, it } from 'vitest'
import { buildExportJob } from '../../mocks/builders.js'
import { createPopUpStore, type PopUp, type UndoOffer } from '../../src/provider/pop-up-store.js'

const offer: UndoOffer = { undo: () => {}, sendNow: () => {}, hold: () => {} }
const about = (id: string, more: Partial<PopUp> = {}): Omit<PopUp, 'id'> => ({
  job: buildExportJob({ id }),
  refusal: 'failed',
  reason: null,
  error: null,
  ...more,
})
const undoOf = (id: string) => about(id, { action: 'delete', doneCount: 1, undo: offer })

function openStore() {
  const store = createPopUpStore()
  const outlet = {}
  store.attach(outlet, () => {})
  const shown = () => store.read(outlet).map(({ job, fileId }) => job.id + (fileId ?? ''))
  return { store, shown }
}

describe('a stack of pop-ups', () => {
  it('has the newest last, and three at most', () => {
    const { store, shown } = openStore()
    for (const id of ['1', '2', '3', '4']) store.show(about(id))
    expect(shown()).toEqual(['2', '3', '4'])
  })

  it('has one for each file', () => {
    const { store, shown } = openStore()
    store.show(about('1'))
    store.show(about('2'))
    store.show(about('1'))
    expect(shown()).toEqual(['2', '1'])
    store.show(about('1', { fileId: 'a' }))
    expect(shown()).toEqual(['2', '1', '1a'])
  })

  it('keeps an offer to take something back, whatever comes', () => {
    const { store, shown } = openStore()
    store.show(undoOf('1'))
    for (const id of ['1', '2', '3', '4', '5']) store.show(about(id))
    expect(shown()).toEqual(['1', '4', '5'])
  })

  it('keeps the one that the person looks at, for as long as they do', () => {
    const { store, shown } = openStore()
    const first = store.show(about('1'))
    store.hold(first, true)
    for (const id of ['2', '3', '4', '5']) store.show(about(id))
    expect(shown()).toEqual(['1', '4', '5'])
    store.hold(first, false)
    store.show(about('6'))
    expect(shown()).toEqual(['4', '5', '6'])
  })

  it('no longer keeps one that was looked at where it is no longer shown', () => {
    const store = createPopUpStore()
    const next = {}
    const leave = store.attach({}, () => {})
    store.attach(next, () => {})
    store.hold(store.show(about('1')), true)
    leave()
    for (const id of ['2', '3', '4']) store.show(about(id))
    expect(store.read(next).map(({ job }) => job.id)).toEqual(['2', '3', '4'])
  })

  it('keeps one that is looked at when another place goes', () => {
    const { store, shown } = openStore()
    const leave = store.attach({}, () => {})
    store.hold(store.show(about('1')), true)
    leave()
    for (const id of ['2', '3', '4']) store.show(about(id))
    expect(shown()).toEqual(['1', '3', '4'])
  })

  it('shows every offer, and what is told after them', () => {
    const { store, shown } = openStore()
    for (const id of ['1', '2', '3', '4']) store.show(undoOf(id))
    store.show(about('5'))
    expect(shown()).toEqual(['1', '2', '3', '4', '5'])
  })
})
