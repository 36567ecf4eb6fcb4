import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildExportJob } from '../../mocks/index.js'
import { readReportTypes } from '../../src/core/read-report-types.js'
import { openForm } from './open-form.js'
import { inventory, orders, workflowExport } from './workflow-reports.js'

const good: unknown = JSON.parse(JSON.stringify([workflowExport, orders, inventory]))

/** Every place in a JSON value. */
function placesOf(value: unknown, way: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [way]
  return [way, ...Object.entries(value).flatMap(([key, inner]) => placesOf(inner, [...way, key]))]
}

/** The same value with something else in one place. */
function replaceAt(value: unknown, [key, ...rest]: readonly string[], other: unknown): unknown {
  if (key === undefined) return other
  const inner = replaceAt(Reflect.get(Object(value), key), rest, other)
  if (Array.isArray(value))
    return value.map((entry, index) => (String(index) === key ? inner : entry))
  return { ...Object(value), [key]: inner }
}

const scrap = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom('layout', 'date', 'select', 'x', 'today', '__proto__', 0, true, null),
  fc.constant({ field: 'layout', is: 'files' }),
  fc.constant({ not: { field: 'order', isEmpty: true } }),
  fc.constant([]),
)
const fieldId = fc.constantFrom(
  ...[workflowExport, orders, inventory].flatMap(({ fields = [] }) => fields.map(({ id }) => id)),
  'reportType',
  'fileFormat',
  '__proto__',
  'constructor',
  'nothing',
)

describe('a registry with a mistake anywhere', () => {
  const broken = fc
    .tuple(fc.constantFrom(...placesOf(good)), scrap)
    .map(([place, other]) => replaceAt(good, place, other))

  it('is told, or makes a form that takes any values without a fault', async () => {
    await fc.assert(
      fc.asyncProperty(
        broken,
        fc.array(fc.tuple(fieldId, fc.oneof(scrap, fc.anything())), { maxLength: 8 }),
        async (registry, steps) => {
          const { reportTypes, problems } = readReportTypes(registry)
          const isWhole = Array.isArray(registry) && reportTypes.length === registry.length
          expect(isWhole || problems.length > 0).toBe(true)
          const { form } = openForm({ reportTypes })
          for (const [id, value] of steps) {
            form.setValue(id, value)
            form.touch(id)
          }
          form.savePreset('mine')
          form.refill(buildExportJob({ parameters: Object.fromEntries(steps) }))
          form.applyPreset('mine')
          form.undo()
          const outcome = await form.submit()
          expect(['job', 'invalid']).toContain(outcome.kind)
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('values that come out of storage', () => {
  it('are taken as far as they fit, whatever they are', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (draft, used, presets) => {
        const kept = new Map(Object.entries({ draft, used, presets, sent: used }))
        const storage = {
          getItem: (key: string) => JSON.stringify(kept.get(key) ?? null),
          setItem: () => {},
          removeItem: () => {},
        }
        const { form } = openForm(
          { reportTypes: [orders, inventory] },
          { storages: { session: storage, local: storage } },
        )
        expect(form.getState().reportType).not.toBeNull()
      }),
    )
  })
})
