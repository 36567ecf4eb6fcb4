/** Adds a listener; the answer takes it away. */
export function listen(listeners: Set<() => void>, listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** Calls all who listen now, also when one of them stops listening meanwhile. */
export function tellAll(listeners: ReadonlySet<() => void>): void {
  for (const listener of [...listeners]) listener()
}
