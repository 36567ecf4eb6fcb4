import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Folders that hold nothing written by hand. */
const NOT_OURS = new Set([
  '.cache',
  '.git',
  '.vitest-attachments',
  '__screenshots__',
  'coverage',
  'dist',
  'node_modules',
  'storybook-static',
  'test-results',
])

/** Files by their path from the project's folder, with forward slashes. */
export type Sources = ReadonlyMap<string, string>

/** Reads every file of ours whose path passes. */
export function readSources(wanted: (path: string) => boolean): Sources {
  const sources = new Map<string, string>()
  const visit = (folder: string) => {
    for (const entry of readdirSync(`${root}${folder}`, { withFileTypes: true })) {
      const path = `${folder}${entry.name}`
      if (entry.isDirectory() && !NOT_OURS.has(entry.name)) visit(`${path}/`)
      if (entry.isFile() && wanted(path)) sources.set(path, readFileSync(`${root}${path}`, 'utf8'))
    }
  }
  visit('')
  return sources
}

/** Whether a path names TypeScript of ours. */
export const isTypeScript = (path: string) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts')
