export {
  type RegistryProblem,
  type RegistryReading,
  readReportTypes,
} from './core/read-report-types.js'
export type { ContractCase, ExportClientContractOptions } from './testing/contract-options.js'
export { exportClientContract } from './testing/export-client-contract.js'
