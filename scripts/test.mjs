import { run } from './run.mjs'
import { ensureChromium, installDependencies } from './setup.mjs'

try {
  await installDependencies()
  const chromium = await ensureChromium()
  // `node` is now the installed one
  process.exitCode = await run('node', ['scripts/check.mjs', ...process.argv.slice(2)], {
    env: { CHROMIUM_PATH: chromium },
    check: false,
  })
} catch (error) {
  process.stderr.write(`\nFAILED: set-up: ${error.message}\n`)
  process.stdout.write('0 passed, 1 failed\n')
  process.exitCode = 1
}
