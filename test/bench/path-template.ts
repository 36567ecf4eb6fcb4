import { parsePathTemplate, renderPathTemplate } from '../../src/core/path-template.js'
import { type PathTemplateFile, pathTemplateValues } from '../../src/core/path-template-files.js'

const TEMPLATE = '{{ WORKFLOW_ORDER_NAME }}/{{ CASE_EXTERNAL_ID }}/{{ FILENAME }}'
const FEW = 1_000
const MANY = 10_000
const LIMIT = 12
const ROUNDS = 31

const result = parsePathTemplate(TEMPLATE)
if (!result.ok) throw new Error(`The template has mistakes: ${JSON.stringify(result.errors)}`)
const { template } = result

const files = Array.from({ length: MANY }, (_, index) => sampleFile(index))
const few = files.slice(0, FEW)

// few and many by turns, so that a busy machine slows down both; the best of each is the cost
const times = { few: [] as number[], many: [] as number[] }
for (let round = 0; round < ROUNDS; round += 1) {
  times.few.push(timeRendering(few))
  times.many.push(timeRendering(files))
}
const [fewMs, manyMs] = [Math.min(...times.few), Math.min(...times.many)]
const ratio = manyMs / fewMs
const passes = ratio <= LIMIT

console.log(`${FEW} files: ${fewMs.toFixed(2)} ms, ${MANY} files: ${manyMs.toFixed(2)} ms`)
console.log(
  `${passes ? 'PASS' : 'FAIL'}  rendering ${MANY} files against ${FEW}: ` +
    `${ratio.toFixed(2)} times (at most ${LIMIT})`,
)
process.exitCode = passes ? 0 : 1

function timeRendering(list: readonly PathTemplateFile[]): number {
  const before = performance.now()
  let length = 0
  for (const file of list) length += renderPathTemplate(template, pathTemplateValues(file)).length
  const elapsed = performance.now() - before
  if (length === 0) throw new Error('Nothing was rendered')
  return elapsed
}

/** Every tenth name needs cleaning, every hundredth is too long. */
function sampleFile(index: number): PathTemplateFile {
  const number = (index % 5) + 1
  const caseId = String(Math.floor(index / 5))
  const name = index % 10 === 0 ? `../S\u00e9rie: ${index}` : `Series ${index}`
  return {
    workflowName: 'Knee study 2026',
    orderName: index % 100 === 0 ? name.repeat(60) : name,
    caseId,
    caseShortId: `K${caseId}`,
    caseExternalId: index % 2 === 0 ? `C/${caseId}` : null,
    entityExternalId: null,
    fileUuid: `b0c1d2e3-${index}`,
    fileNumber: number,
    originalFilename: `scan ${number}.jpg`,
  }
}
