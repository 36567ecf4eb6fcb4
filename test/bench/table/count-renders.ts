/** The part of React's own record of a component that says whether it was drawn. */
interface Fiber {
  readonly tag: number
  readonly flags: number
  readonly alternate: Fiber | null
  readonly child: Fiber | null
  readonly sibling: Fiber | null
}

/** Function, class, forwarded-ref and memo components. */
const COMPONENT_TAGS = new Set([0, 1, 11, 14, 15])
/** Set on what was drawn in the latest commit; React's developer tools read it too. */
const PERFORMED_WORK = 1

let renders = 0

function countMounted(fiber: Fiber | null): void {
  for (let next = fiber; next !== null; next = next.sibling) {
    if (COMPONENT_TAGS.has(next.tag)) renders += 1
    countMounted(next.child)
  }
}

function countUpdated(fiber: Fiber, before: Fiber): void {
  if (COMPONENT_TAGS.has(fiber.tag) && (fiber.flags & PERFORMED_WORK) !== 0) renders += 1
  if (fiber.child === before.child) return
  for (let next = fiber.child; next !== null; next = next.sibling) {
    if (next.alternate !== null) countUpdated(next, next.alternate)
    else {
      if (COMPONENT_TAGS.has(next.tag)) renders += 1
      countMounted(next.child)
    }
  }
}

declare global {
  /** Hears of React's commits; the script outside the page calls it from the hook that React looks for. */
  var onCommit: ((root: { readonly current: Fiber }) => void) | undefined
}

/** Counts how many components are drawn from now on. */
export function startCounting(): void {
  renders = 0
  globalThis.onCommit = ({ current }) => {
    if (current.alternate !== null) countUpdated(current, current.alternate)
  }
}

/** Ends it. */
export function stopCounting(): number {
  globalThis.onCommit = undefined
  return renders
}
