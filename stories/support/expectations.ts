import { expect, waitFor, within } from 'storybook/test'

/** The first of several, of which there must be one. */
export function first<T>(items: readonly T[]): T {
  const [item] = items
  if (item === undefined) throw new Error('There is none.')
  return item
}

/** Waits until an element has come and has faded in. */
export async function expectShown(find: () => HTMLElement): Promise<void> {
  await waitFor(() => expect(find()).toBeVisible())
}

/** Waits for the "Failed to download" pop-up and its words. */
export async function expectPopUp(
  canvasElement: HTMLElement,
  words: string | RegExp,
): Promise<void> {
  const canvas = within(canvasElement)
  const popUps = () => within(canvas.getByRole('region', { name: 'Download problems' }))
  await expectShown(() => popUps().getByText(words))
  await expect(popUps().getAllByText('Failed to download')).not.toHaveLength(0)
  await expect(popUps().getAllByRole('button', { name: 'Close' })).not.toHaveLength(0)
}
