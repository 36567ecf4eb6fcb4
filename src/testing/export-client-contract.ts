import type { CaseContext, ContractCase, ExportClientContractOptions } from './contract-options.js'
import { defineListCases } from './list-cases.js'
import { defineReadCases } from './read-cases.js'
import { defineWriteCases } from './write-cases.js'

/**
 * The client contract as tests, for a host's own client or backend. It belongs to no test runner.
 *
 * Only what the client claims in its capabilities and has methods for is looked at.
 *
 * @example
 * for (const { name, run } of exportClientContract({ createClient, scope: { companyId: '7' } })) {
 *   test(name, run)
 * }
 */
export function exportClientContract(
  options: ExportClientContractOptions,
): readonly ContractCase[] {
  const cases: ContractCase[] = []

  function createCaseContext(): CaseContext {
    const { signal } = new AbortController()
    return { options, client: options.createClient(), request: { scope: options.scope, signal } }
  }

  function define(name: string, check: (context: CaseContext) => Promise<void>): void {
    cases.push({ name, run: async () => check(createCaseContext()) })
  }

  const sample = createCaseContext()
  defineListCases(define, sample)
  defineReadCases(define, sample)
  defineWriteCases(define, sample)
  return cases
}
