/**
 * What has the focus in the tree that an element stands in: its shadow root's, or its document's, which
 * need not be the script's own. `null` when nothing there has it, or the element stands in none.
 */
export function focusedBeside(element: Node | null): Element | null {
  const root: (Node & Partial<DocumentOrShadowRoot>) | undefined = element?.getRootNode()
  const focused = root?.activeElement
  return focused && focused.localName !== 'body' ? focused : null
}
