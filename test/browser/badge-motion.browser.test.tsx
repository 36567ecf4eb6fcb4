import '../../src/styles/index.css'
import { cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { cdp } from 'vitest/browser'
import { ExportStatusBadge } from '../../src/components/status-badge/ExportStatusBadge.js'
import type { ExportStatus } from '../../src/core/status.js'
import { renderWithProvider } from '../support/render-with-provider.js'
import { createScriptedClient } from '../support/scripted-client.js'

const setMotion = (value: 'reduce' | 'no-preference') =>
  cdp().send('Emulation.setEmulatedMedia', {
    features: [{ name: 'prefers-reduced-motion', value }],
  })

afterEach(async () => {
  cleanup()
  await setMotion('no-preference')
})

/** Whether a badge's icon moves, as Chromium paints it. */
function isMoving(status: ExportStatus, word: string): boolean {
  renderWithProvider(<ExportStatusBadge job={{ status, statusText: null }} />, {
    client: createScriptedClient(),
  })
  const badge = screen.getByText(word)
  return badge.getAnimations({ subtree: true }).some(({ playState }) => playState === 'running')
}

describe('the badge of a job', () => {
  it.each([
    ['pending', 'Pending'],
    ['processing', 'Processing'],
  ] as const)(
    'moves while it is %s, and stands still for those who want no motion',
    async (status, word) => {
      expect(isMoving(status, word)).toBe(true)
      cleanup()
      await setMotion('reduce')
      expect(isMoving(status, word)).toBe(false)
    },
  )

  it.each([
    ['completed', 'Completed'],
    ['failed', 'Failed'],
  ] as const)('stands still once it is %s', (status, word) => {
    expect(isMoving(status, word)).toBe(false)
  })
})
