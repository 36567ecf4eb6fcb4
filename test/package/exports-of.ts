import { parseSync } from 'vite'
import { type BuiltEntry, readBuilt } from './built-package.js'

/** Lists what an entry exports, in order: `name`, or `type Name`. */
export function exportsOf({ file, types }: BuiltEntry): readonly string[] {
  const values = namesIn(file)
  const declared = namesIn(types)
  const missing = values.filter((name) => !declared.includes(name))
  if (missing.length > 0) throw new Error(`${types} does not declare ${missing.join(', ')}`)
  return declared.map((name) => (values.includes(name) ? name : `type ${name}`))
}

function namesIn(path: string): readonly string[] {
  const { module, errors } = parseSync(path, readBuilt(path))
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]?.message}`)
  const found = module.staticExports.flatMap(({ entries }) =>
    entries.map(({ exportName }) => {
      if (exportName.name === null) throw new Error(`${path} has a default export or an export *`)
      return exportName.name
    }),
  )
  return [...new Set(found)].sort()
}
