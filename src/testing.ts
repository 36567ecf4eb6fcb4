export type { ContractCase, ExportClientContractOptions } from './testing/contract-options.js'
export { exportClientContract } from './testing/export-client-contract.js'
