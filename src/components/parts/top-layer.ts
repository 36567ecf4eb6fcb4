/**
 * Lifts an element into the browser's top layer, over whatever the host stacks. Where the Popover API
 * is missing it stays in its place, which the stylesheet keeps usable.
 *
 * `manual` on purpose: the automatic kind closes on its own terms, and differently without the API.
 *
 * @returns Whether it was lifted.
 */
export function liftToTopLayer(element: HTMLElement): boolean {
  if (typeof element.showPopover !== 'function') return false
  element.setAttribute('popover', 'manual')
  element.showPopover()
  return true
}

/** Takes an element out of the top layer and back to its place. */
export function lowerFromTopLayer(element: HTMLElement): void {
  element.removeAttribute('popover')
}

/**
 * Lifts a panel into the top layer beside its button. Where the browser cannot tie the two together,
 * the panel stays in its place below the button.
 *
 * @param anchorName - A CSS name that is unique in the page.
 */
export function liftBeside(panel: HTMLElement, button: HTMLElement, anchorName: string): void {
  if (typeof CSS === 'undefined' || !CSS.supports?.('position-area', 'block-end')) return
  if (!liftToTopLayer(panel)) return
  button.style.setProperty('anchor-name', anchorName)
  panel.style.setProperty('position-anchor', anchorName)
}
