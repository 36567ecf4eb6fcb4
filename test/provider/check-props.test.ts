import { afterEach, describe, expect, it, vi } from 'vitest'
import { checkProviderProps } from '../../src/provider/check-props.js'
import type { ExportJobsProviderProps } from '../../src/provider/ExportJobsProvider.js'
import { createScriptedClient } from '../support/scripted-client.js'

const client = createScriptedClient()

/** Props as a host without types may write them. */
function check(props: object) {
  return () =>
    checkProviderProps(Object.assign<{ client: typeof client }, object>({ client }, props))
}

afterEach(() => vi.unstubAllEnvs())

describe('what a provider is given', () => {
  it('is taken when it is right', () => {
    const right: Omit<ExportJobsProviderProps, 'client'> = {
      scope: { companyId: '7' },
      urlState: 'memory',
      userKey: null,
      locale: 'pt-BR',
      timeZone: 'Asia/Kathmandu',
      can: () => true,
      labels: {},
      polling: { mode: 'off' },
      readableOrigins: ['https://files.example.com', 'http://localhost:8080'],
      reportTypes: [{ id: 'orders', label: 'Orders' }],
    }
    expect(check(right)).not.toThrow()
  })

  it.each([
    [{ client: undefined }, 'client is missing'],
    [{ client: { ...client, getJob: undefined } }, 'client.getJob is not a function'],
    [{ urlState: 'url' }, 'urlState is "url"'],
    [{ client: { ...client, capabilities: undefined } }, 'client.capabilities.statuses is not'],
    [{ client: { ...client, capabilities: { statuses: [] } } }, 'client.capabilities.orderings is'],
    [{ userKey: 5 }, 'userKey is neither a string nor null'],
    [{ locale: 'en_US' }, 'locale is "en_US", in which dates cannot be written'],
    [{ locale: '' }, 'locale is ""'],
    [{ locale: null }, 'locale is null'],
    [{ timeZone: 'Mars/Base' }, 'timeZone is "Mars/Base", which this machine does not know'],
    [{ can: { list: true } }, 'can is not a function'],
    [{ getJobHref: '/jobs' }, 'getJobHref is not a function'],
    [{ readableOrigins: 'https://a.test' }, 'readableOrigins is "https://a.test", so'],
    [{ readableOrigins: null }, 'readableOrigins is null, so it is not known where files'],
    [
      { readableOrigins: ['https://a.test', 'https://b.test/'] },
      'readableOrigins[1] is "https://b',
    ],
    [{ readableOrigins: ['*'] }, 'readableOrigins[0] is "*", so'],
    [{ readableOrigins: [7] }, 'readableOrigins[0] is 7, so'],
    [{ labels: null }, 'labels is not an object'],
    [{ polling: 'off' }, 'polling is not an object'],
    [{ reportTypes: {} }, 'reportTypes is not an array of report types'],
    [{ reportTypes: ['orders'] }, 'reportTypes is not an array of report types'],
    [
      { reportTypes: ['a', 'b', 'a'].map((id) => ({ id, label: id })) },
      'reportTypes holds the id "a" twice',
    ],
  ])('is refused in development when it cannot work: %j', (props, message) => {
    expect(check(props)).toThrow(`[react-export-jobs] <ExportJobsProvider>: ${message}`)
  })

  it.each(['development', 'production'])(
    'is refused in %s when it would mix up tenants or backends',
    (mode) => {
      vi.stubEnv('NODE_ENV', mode)
      expect(check({ scope: { companyId: 7 } })).toThrow('scope.companyId is not a string')
      expect(check({ scope: '7' })).toThrow('scope is not an object')
      expect(check({ scope: null })).toThrow('scope is not an object')
      expect(check({ client: { ...client, key: '' } })).toThrow('client.key is empty')
    },
  )
})
