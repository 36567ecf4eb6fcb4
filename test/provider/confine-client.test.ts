import { describe, expect, it } from 'vitest'
import { buildExportJobs } from '../../mocks/builders.js'
import { createMemoryClient } from '../../src/clients/memory.js'
import type { ListAccess } from '../../src/core/list-access.js'
import { confineClient } from '../../src/provider/confine-client.js'
import { createListState, toListQuery } from '../../src/url-state/list-state.js'

const TYPES = ['wages', 'stock']
const options = { scope: {}, signal: new AbortController().signal }
const query = toListQuery(createListState(), 'UTC')

function confine(access: ListAccess) {
  const jobs = buildExportJobs(4, (index) => ({ reportType: TYPES[index % 2] }))
  const own = createMemoryClient({ jobs, methods: ['getJobs'] })
  return { jobs, own, client: confineClient(own, () => access) }
}

describe('a confined client', () => {
  it('asks for the permitted types, and gives their jobs alone', async () => {
    const { jobs, own, client } = confine({ answer: true, reportTypes: ['stock'] })
    const page = await client.listJobs(query, options)
    expect(page.total).toBe(2)
    expect(page.jobs.every(({ reportType }) => reportType === 'stock')).toBe(true)
    expect(own.calls[0]?.args[0]).toMatchObject({ filters: { reportTypes: ['stock'] } })
    const several = await client.getJobs?.(
      jobs.map(({ id }) => id),
      options,
    )
    expect(several).toHaveLength(2)
  })

  it('withholds one job of another type', async () => {
    const { jobs, client } = confine({ answer: true, reportTypes: ['stock'] })
    const hidden = jobs.find(({ reportType }) => reportType === 'wages')
    await expect(client.getJob(hidden?.id ?? '', options)).rejects.toMatchObject({
      code: 'forbidden',
    })
  })

  it.each([
    ['no type is permitted', { answer: false, reportTypes: [] }, 'forbidden'],
    ['a permission is pending', { answer: 'pending', reportTypes: null }, 'unavailable'],
  ] as const)('asks nobody while %s', async (_, access, code) => {
    const { own, client } = confine(access)
    await expect(client.listJobs(query, options)).rejects.toMatchObject({ code })
    await expect(client.getJob('1', options)).rejects.toMatchObject({ code })
    await expect(client.getJobs?.(['1'], options)).rejects.toMatchObject({ code })
    expect(own.calls).toHaveLength(0)
  })

  it('changes nothing where nothing is confined, nor where the page of all jobs is withheld', async () => {
    for (const answer of [true, false]) {
      const { jobs, client } = confine({ answer, reportTypes: null })
      expect((await client.listJobs(query, options)).jobs).toHaveLength(jobs.length)
    }
  })
})
