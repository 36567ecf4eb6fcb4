import { describe, it } from 'vitest'
import { type ExportClientContractOptions, exportClientContract } from '../../src/testing.js'

/** Runs the client contract under vitest. */
export function describeExportClient(name: string, options: ExportClientContractOptions): void {
  describe(`${name} keeps the client contract`, () => {
    for (const { name: rule, run } of exportClientContract(options)) it(rule, run)
  })
}
