/** The part of a `Map` or `WeakMap` that {@link getOrCreate} needs. */
interface Store<Key, Value> {
  get(key: Key): Value | undefined
  set(key: Key, value: Value): unknown
}

/** What a map holds for a key; what it lacks is made and kept. */
export function getOrCreate<Key, Value>(
  map: Store<Key, Value>,
  key: Key,
  create: () => Value,
): Value {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = create()
  map.set(key, made)
  return made
}
