import type { DownloadGrant } from '../core/download-grant.js'
import { deliverByAnchor } from './deliver-by-anchor.js'
import type { Delivered, DeliverOptions } from './delivery.js'
import { watchGrantLife } from './grant-life.js'
import { checkDownloadLink } from './safe-link.js'

/**
 * Opens a tab at the press and sends it to the link when that comes: opened any later, browsers would
 * block it. The tab knows nothing of this page, and is closed when there is no file. Where it is
 * blocked, the grant waits for another press. Source: E6.
 */
export async function deliverByTab(
  options: DeliverOptions,
  otherwise: () => Promise<Delivered>,
): Promise<Delivered> {
  const tab = openTab(options)
  if (tab !== null) return fill(tab, options, options.ask)
  const grant = await options.ask()
  const isFresh = watchGrantLife(grant)
  return {
    kind: 'blocked',
    async press() {
      const second = openTab(options)
      // blocked at a press too: this browser opens none, so the file goes the usual way
      if (second === null) return otherwise()
      return fill(second, options, isFresh() ? async () => grant : options.ask)
    },
  }
}

function openTab({ document, tabText = '' }: DeliverOptions): Window | null {
  const view = document.defaultView
  if (view === null || view.navigator.userActivation?.isActive === false) return null
  const tab = view.open('', '_blank')
  if (tab === null || tab.closed) return null
  tab.opener = null
  tab.document.title = tabText
  tab.document.body.textContent = tabText
  return tab
}

async function fill(
  tab: Window,
  { document, allowInsecure }: DeliverOptions,
  ask: () => Promise<DownloadGrant>,
): Promise<Delivered> {
  try {
    const { url } = await ask()
    const link = checkDownloadLink(url, document.baseURI, allowInsecure)
    if (tab.closed) return { kind: 'canceled' }
    if (link.protocol === 'blob:') {
      tab.close()
      deliverByAnchor(link, null, document)
    } else {
      tab.location.replace(link.href)
    }
    return { kind: 'started' }
  } catch (thrown) {
    tab.close()
    throw thrown
  }
}
