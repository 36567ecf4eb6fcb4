import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { entries, manifest } from './built-package.js'
import { createHost, type Host } from './host.js'

let host: Host

beforeAll(() => {
  host = createHost()
})

afterAll(() => host.remove())

/** The head of a host's page: what is rendered goes to `print`. */
const PAGE = `
  import { createElement as h } from 'react'
  import { renderToString } from 'react-dom/server'
  import { ExportJobsProvider } from 'react-export-jobs'
  import { useExportJobs } from 'react-export-jobs/hooks'
  import { createMemoryClient } from 'react-export-jobs/clients/memory'
  const Probe = () => h('p', null, useExportJobs().status)
  const print = (value) => process.stdout.write(JSON.stringify(value))
`

describe('a host that installs the package', () => {
  it.each(entries)('can import $name with the dependencies and peers alone', ({ name }) => {
    const specifier = name.replace(/^\./, manifest.name)
    const names = host.run(
      `process.stdout.write(JSON.stringify(Object.keys(await import('${specifier}'))))`,
    )
    expect(names).not.toEqual([])
  })

  it('finds a hook of one entry inside the provider of another', () => {
    const markup = host.run(`${PAGE}
      const client = createMemoryClient({ jobs: [] })
      print(renderToString(h(ExportJobsProvider, { client, urlState: 'memory' }, h(Probe))))
    `)
    expect(markup).toContain('<p>loading</p>')
  })

  it('is told which provider to add when a hook stands outside of it', () => {
    const message = host.run(`${PAGE}
      try { renderToString(h(Probe)); print('rendered') } catch (error) { print(error.message) }
    `)
    expect(message).toContain('ExportJobsProvider')
  })

  it('gets one error class from every entry', () => {
    const isSame = host.run(`
      import { ExportJobsError } from 'react-export-jobs'
      import { ExportJobsError as OfCore } from 'react-export-jobs/core'
      process.stdout.write(JSON.stringify(ExportJobsError === OfCore))
    `)
    expect(isSame).toBe(true)
  })
})

describe('the packed package', () => {
  it('holds every file that the exports name', () => {
    const named = Object.values(manifest.exports)
      .flatMap((target) => (typeof target === 'object' ? Object.values(target) : [target]))
      .map((path) => path.replace(/^\.\//, ''))
    expect(named.filter((path) => !host.files.includes(path))).toEqual([])
  })

  it.each([
    'README.md',
    'LICENSE',
    'CHANGELOG.md',
    'openapi.yaml',
    'package.json',
    'dist/THIRD_PARTY_NOTICES.txt',
  ])('holds %s', (path) => {
    expect(host.files).toContain(path)
  })

  it('holds the build and its papers, nothing else', () => {
    const papers = /^(README\.md|LICENSE|CHANGELOG\.md|openapi\.yaml|package\.json)$/
    const built = /^dist\/.*\.(js|d\.ts|css)$|^dist\/THIRD_PARTY_NOTICES\.txt$/
    expect(host.files.filter((path) => !papers.test(path) && !built.test(path))).toEqual([])
  })
})
