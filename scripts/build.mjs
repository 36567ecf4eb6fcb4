import { readFileSync, rmSync } from 'node:fs'
import { buildStyles } from './build-styles.mjs'
import { run } from './run.mjs'
import { writeNotices } from './third-party-notices.mjs'

const METAFILE = 'dist/metafile-esm.json'

rmSync('dist', { recursive: true, force: true })
await run('tsup', ['--silent'])
writeNotices({
  metafile: JSON.parse(readFileSync(METAFILE, 'utf8')),
  outFile: 'dist/THIRD_PARTY_NOTICES.txt',
})
rmSync(METAFILE)
await run('tsc', ['-p', 'tsconfig.build.json'])
buildStyles({ entry: 'src/styles/index.css', outDir: 'dist' })
