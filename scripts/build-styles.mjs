import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { transformSync } from 'esbuild'

const LAYER = 'react-export-jobs'

/**
 * Puts the files that a stylesheet imports in its place. Text goes over untouched, so no new CSS is
 * lowered and the comments that say what a variable paints reach the host.
 */
export function inlineImports(file, seen = new Set()) {
  if (seen.has(file)) throw new Error(`${file} is imported twice`)
  seen.add(file)
  const text = readFileSync(file, 'utf8')
  const inlined = text.replace(/^@import\s+["'](\.[^"']+\.css)["'];[ \t]*$/gm, (_, path) =>
    inlineImports(resolve(dirname(file), path), seen).trimEnd(),
  )
  const rest = /^\s*@(import|charset)\b.*$/m.exec(inlined)
  if (rest)
    throw new Error(`${file}: only "@import './file.css';" is understood: ${rest[0].trim()}`)
  return inlined
}

/** Writes `styles.css` and, for hosts whose own utilities live in layers, `styles.layer.css`. */
export function buildStyles({ entry, outDir }) {
  const css = `${inlineImports(resolve(entry)).trim()}\n`
  const { warnings } = transformSync(css, { loader: 'css', target: 'esnext' })
  if (warnings.length > 0) {
    throw new Error(warnings.map(({ text, location }) => `${location?.line}: ${text}`).join('\n'))
  }
  writeFileSync(resolve(outDir, 'styles.css'), css)
  writeFileSync(resolve(outDir, 'styles.layer.css'), `@layer ${LAYER} {\n${css}}\n`)
  writeFileSync(resolve(outDir, 'styles.d.ts'), 'export {}\n')
}
