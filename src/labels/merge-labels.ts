import type { LabelOverrides } from './labels.js'

/**
 * Lays words over words, group by group and key by key; what is left out or `undefined` stays.
 *
 * @param base - A complete catalogue, or some of its groups.
 * @param overrides - From the weakest to the strongest.
 */
export function mergeLabels<Labels extends object>(
  base: Labels,
  ...overrides: readonly (LabelOverrides | undefined)[]
): Labels {
  return overrides.reduce<Labels>(
    (labels, patch) => (patch === undefined ? labels : overlay(labels, patch, 2)),
    base,
  )
}

/** Lays two sets of overrides over each other, the second one on top. */
export function mergeLabelOverrides(
  lower: LabelOverrides | undefined,
  upper: LabelOverrides | undefined,
): LabelOverrides | undefined {
  if (lower === undefined || upper === undefined) return upper ?? lower
  return overlay(lower, upper, 2)
}

/** Groups hold records at most one level further down. */
function overlay<T extends object>(base: T, patch: object, depth: number): T {
  const merged = { ...base }
  for (const [key, value] of Object.entries(patch)) {
    if (value === undefined) continue
    const former: unknown = Reflect.get(base, key)
    const isGroup = depth > 0 && isRecord(former) && isRecord(value)
    Reflect.set(merged, key, isGroup ? overlay(former, value, depth - 1) : value)
  }
  return merged
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
