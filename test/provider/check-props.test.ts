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
    }
    expect(check(right)).not.toThrow()
  })

  it.each([
    [{ client: undefined }, 'client is missing'],
    [{ client: { ...client, getJob: undefined } }, 'client.getJob is not a function'],
    [{ urlState: 'url' }, 'urlState is "url"'],
  ])('is refused in development when it cannot work: %j', (props, message) => {
    expect(check(props)).toThrow(`[react-export-jobs] <ExportJobsProvider>: ${message}`)
  })

  it.each(['development', 'production'])(
    'is refused in %s when it would mix up tenants or backends',
    (mode) => {
      vi.stubEnv('NODE_ENV', mode)
      expect(check({ scope: { companyId: 7 } })).toThrow('scope.companyId is not a string')
      expect(check({ client: { ...client, key: '' } })).toThrow('client.key is empty')
    },
  )
})
