import { run } from './run.mjs'

const codes = [
  await run('biome', ['ci', '--error-on-warnings', '.'], { check: false }),
  await run('stylelint', ['src/**/*.css'], { check: false }),
]
process.exitCode = codes.some((code) => code !== 0) ? 1 : 0
