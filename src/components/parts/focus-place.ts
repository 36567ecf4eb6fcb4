/** Moves the focus to something that cannot be pressed, such as a table, without scrolling to it. */
export function focusPlace(place: HTMLElement): void {
  place.tabIndex = -1
  place.focus({ preventScroll: true })
}
