import { run } from './run.mjs'
import { installDependencies } from './setup.mjs'

try {
  await installDependencies()
  process.exitCode = await run('vite', ['examples/demo', ...process.argv.slice(2)], {
    check: false,
  })
} catch (error) {
  process.stderr.write(`\nThe demo did not start: ${error.message}\n`)
  process.exitCode = 1
}
