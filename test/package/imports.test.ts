import { describe, expect, it } from 'vitest'
import { entries, manifest, reachOf } from './built-package.js'

const OWN = Object.keys(manifest.dependencies)
const CLIENT_ENTRIES = ['.', './hooks']
const PEERS = Object.keys(manifest.peerDependencies)

const find = (name: string) => {
  const entry = entries.find((candidate) => candidate.name === name)
  if (!entry) throw new Error(`no entry ${name}`)
  return entry
}

/** What each entry may ask a host to have installed. */
const allowedFor = (name: string): readonly string[] => {
  if (name === './core') return []
  if (name === './mocks') return []
  if (name === './mocks/msw') return ['msw']
  if (name === './mocks/node') return ['node:*']
  return [...OWN, ...PEERS.filter((peer) => peer !== 'msw')]
}

const isAllowed = (used: string, allowed: readonly string[]) =>
  allowed.includes(used) || (used.startsWith('node:') && allowed.includes('node:*'))

describe.each(entries)('the built entry $name', ({ name, file, types }) => {
  it('imports only what a host has', () => {
    const foreign = [...reachOf(file).packages].filter((used) => !isAllowed(used, allowedFor(name)))
    expect(foreign).toEqual([])
  })

  it('has declarations that name only what a host has', () => {
    const allowed = [...allowedFor(name), ...(name === './core' ? [] : ['react'])]
    const foreign = [...reachOf(types).packages].filter((used) => !isAllowed(used, allowed))
    expect(foreign).toEqual([])
  })
})

describe('the built entries', () => {
  it('share their files, so that the package has one context and one error class', () => {
    const ofPage = reachOf(find('.').file).files
    const ofHooks = reachOf(find('./hooks').file).files
    for (const file of ['dist/provider/export-jobs-context.js', 'dist/core/errors.js']) {
      expect([...ofPage]).toContain(file)
      expect([...ofHooks]).toContain(file)
    }
  })

  it('keep the table and the calendar out of the headless half', () => {
    const { packages } = reachOf(find('./hooks').file)
    expect(packages).not.toContain('@tanstack/react-table')
    expect(packages).not.toContain('react-day-picker')
  })

  it('keep React out of what runs on a server', () => {
    for (const { name, file } of entries.filter(({ name }) => !CLIENT_ENTRIES.includes(name))) {
      expect([...reachOf(file).packages], name).not.toContain('react')
    }
  })

  it('need the file writers of the mocks in no other entry', () => {
    const ofMocks = reachOf(find('./mocks').file).files
    const others = entries.filter(({ name }) => !name.startsWith('./mocks'))
    const chunks = new Set(others.flatMap(({ file }) => [...reachOf(file).files]))
    const writers = [...ofMocks].filter((file) => /jspdf|csv|excel|xlsx|zip/.test(file))
    expect(writers.length).toBeGreaterThan(0)
    expect(writers.filter((file) => chunks.has(file))).toEqual([])
  })
})
