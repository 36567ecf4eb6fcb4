import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Names the packages whose code went into a bundle, from esbuild's metafile. */
export function bundledPackages(metafile) {
  const folders = new Set()
  for (const output of Object.values(metafile.outputs)) {
    for (const [input, { bytesInOutput }] of Object.entries(output.inputs)) {
      const found = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)
      if (found && bytesInOutput > 0) folders.add(found[1])
    }
  }
  return [...folders].sort()
}

/** Writes the licence of every bundled package: each asks that its notice travels with its code. */
export function writeNotices({ metafile, outFile }) {
  const parts = bundledPackages(metafile).map((folder) => {
    const { name, version, license } = JSON.parse(
      readFileSync(join(folder, 'package.json'), 'utf8'),
    )
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry))
    const text =
      file && existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8') : ''
    return `${name} ${version} (${license ?? 'see below'})\n\n${text.trim()}\n`
  })
  const intro = 'The chunks that only the mocks load hold code of these packages.\n\n'
  writeFileSync(outFile, intro + parts.join(`\n${'-'.repeat(72)}\n\n`))
}
