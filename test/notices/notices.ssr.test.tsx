import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { createMemoryClient } from '../../src/clients/memory.js'
import { DEFAULT_POLL_POLICY } from '../../src/core/poll-plan.js'
import { useExportNotifications } from '../../src/hooks/useExportNotifications.js'
import { createNoticeCenter } from '../../src/notices/notice-center.js'
import { NoticeCenterContext } from '../../src/notices/notice-center-context.js'

function Page() {
  const { notices, counts } = useExportNotifications()
  return `${notices.length} notices, ${counts.notDownloaded} to fetch`
}

describe('notices on the server', () => {
  it('render as none, without a window', () => {
    const center = createNoticeCenter({
      source: { client: createMemoryClient({}), policy: DEFAULT_POLL_POLICY, onError: () => {} },
      scope: {},
      userKey: 'ann',
      ownerHash: 'ann',
    })
    const html = renderToString(
      <NoticeCenterContext.Provider value={center}>
        <Page />
      </NoticeCenterContext.Provider>,
    )
    expect(html).toContain('0 notices, 0 to fetch')
  })
})
