import { expect, waitFor } from 'storybook/test'

/**
 * Presses a button or a check box in a state's window as soon as it is there.
 *
 * The workbench writes down whatever a play function hands about, and can do so with no element of
 * another page: they stay in here.
 *
 * @param title - The state's name.
 * @param name - Its name, or what that begins with.
 */
export async function pressIn(
  canvasElement: HTMLElement,
  title: string,
  name: string,
): Promise<void> {
  await waitFor(() => {
    findButton(canvasElement, title, name)
  })
  findButton(canvasElement, title, name).click()
}

/** Waits until a state's window shows some words. */
export async function expectIn(
  canvasElement: HTMLElement,
  title: string,
  words: string | RegExp,
): Promise<void> {
  await waitFor(() => expect(pageOf(canvasElement, title).innerText).toMatch(words))
}

function findButton(canvasElement: HTMLElement, title: string, name: string): HTMLElement {
  const buttons = pageOf(canvasElement, title).querySelectorAll<HTMLElement>(
    'button, input[type=checkbox]',
  )
  const found = [...buttons].find(({ ariaLabel, innerText }) =>
    (ariaLabel ?? innerText).startsWith(name),
  )
  if (found === undefined) throw new Error(`The window "${title}" has no "${name}" yet.`)
  return found
}

function pageOf(canvasElement: HTMLElement, title: string): HTMLElement {
  const frame = canvasElement.querySelector<HTMLIFrameElement>(`iframe[title="${title}"]`)
  const page = frame?.contentDocument?.body
  if (!page?.querySelector('main > *')) throw new Error(`There is no window "${title}" yet.`)
  return page
}
