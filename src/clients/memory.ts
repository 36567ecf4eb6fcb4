export { createMemoryClient } from './memory/create-memory-client.js'
export type {
  MemoryCall,
  MemoryClient,
  MemoryClientOptions,
  MemoryMethod,
  MemoryOptionalMethod,
} from './memory/options.js'
