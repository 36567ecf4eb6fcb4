import { describe, expect, it } from 'vitest'
import { parsePathTemplate } from '../../src/core/path-template.js'
import {
  findPathCollisions,
  type PathTemplateFile,
  pathTemplateValues,
} from '../../src/core/path-template-files.js'

const FILE: PathTemplateFile = {
  workflowName: 'Knee study',
  orderName: '8492192',
  caseId: '77',
  caseShortId: 'K7',
  caseExternalId: 'C-1',
  entityExternalId: '3112442',
  fileUuid: 'b0c1d2e3',
  fileNumber: 1,
  originalFilename: 'Left knee.jpg',
}

const valuesOf = (facts: Partial<PathTemplateFile>) => pathTemplateValues({ ...FILE, ...facts })

function collisions(text: string, files: readonly Partial<PathTemplateFile>[]) {
  const result = parsePathTemplate(text)
  if (!result.ok) throw new Error(`${text} has mistakes`)
  return findPathCollisions(
    result.template,
    files.map((facts) => ({ ...FILE, ...facts })),
  )
}

const originals = (...names: readonly string[]) =>
  names.map((originalFilename) => ({ originalFilename }))

describe('the variables of a file', () => {
  it('come from the facts', () => {
    expect(pathTemplateValues(FILE)).toEqual({
      WORKFLOW_NAME: 'Knee study',
      WORKFLOW_ORDER_NAME: '8492192',
      CASE_ID: '77',
      CASE_SHORT_ID: 'K7',
      CASE_EXTERNAL_ID: '3112442',
      CASE_EXTERNAL_ID_PADDED: '000003112442',
      FILE_UUID: 'b0c1d2e3',
      FILE_COUNT: '1',
      FILE_EXT: '.jpg',
      ORIGINAL_FILENAME: 'Left knee.jpg',
      FILENAME: '000003112442_8492192_1.jpg',
    })
  })

  it.each([null, '', ' '])('take the workflow for the order without one: %j', (orderName) => {
    const values = valuesOf({ orderName })
    expect(values.WORKFLOW_ORDER_NAME).toBe('Knee study')
    expect(values.FILENAME).toBe('000003112442_Knee study_1.jpg')
  })

  it.each([
    ['E', 'C', 'E'],
    [null, 'C', 'C'],
    ['', 'C', 'C'],
    [' ', null, 'K7'],
    [null, '', 'K7'],
  ])('take the first external id there is: %j, %j', (entityExternalId, caseExternalId, id) => {
    const values = valuesOf({ entityExternalId, caseExternalId })
    expect(values.CASE_EXTERNAL_ID).toBe(id)
    expect(values.CASE_EXTERNAL_ID_PADDED).toBe(id.padStart(12, '0'))
  })

  it('leave a long external id whole', () => {
    expect(valuesOf({ entityExternalId: '1234567890123' }).CASE_EXTERNAL_ID_PADDED).toBe(
      '1234567890123',
    )
  })

  it.each([
    ['a.PNG', '.PNG'],
    ['a.tar.gz', '.gz'],
    ['folder.d/file', ''],
    ['file', ''],
    ['.htaccess', ''],
    ['file.', ''],
    ['file..jpg', ''],
    ['Letter to Dr. Who', ''],
    ['a.twentycharactersexac', '.twentycharactersexac'],
    ['a.more-than-twenty-chars', ''],
    ['', ''],
  ])('have the extension of the original name: %j', (originalFilename, extension) => {
    const values = valuesOf({ originalFilename })
    expect(values.FILE_EXT).toBe(extension)
    expect(values.FILENAME).toBe(`000003112442_8492192_1${extension}`)
  })
})

describe('files', () => {
  it('do not collide under different paths', () => {
    expect(collisions('{{ CASE_ID }}/{{ FILENAME }}', [{}, { fileNumber: 2 }])).toEqual([])
    expect(collisions('{{ CASE_ID }}/{{ FILENAME }}', [{}, { caseId: '78' }])).toEqual([])
    expect(collisions('', [])).toEqual([])
  })

  it('collide under the same path', () => {
    const files = [{}, { caseId: '78' }, { fileUuid: 'f' }]
    expect(collisions('all/{{ CASE_ID }}{{ FILE_EXT }}', files)).toEqual([
      { path: 'all/77.jpg', indexes: [0, 2] },
    ])
  })

  it('collide when values become the same once they are harmless', () => {
    expect(collisions('{{ ORIGINAL_FILENAME }}', originals('a/b', 'a_b', 'a?b'))).toEqual([
      { path: 'a_b', indexes: [0, 1, 2] },
    ])
  })

  it.each([
    ['Scan.JPG', 'scan.jpg'],
    ['caf\u00e9', 'cafe\u0301'],
    ['CAF\u00c9', 'cafe\u0301'],
    ['\u03a3\u03b1\u03c2', '\u03c3\u03b1\u03c3'],
    ['\u1e9e', '\u00df'],
    ['\u0390', '\u03aa\u0301'],
    ['\u212a', 'k'],
  ])('collide where a system reads both names as one: %j, %j', (first, second) => {
    expect(collisions('{{ ORIGINAL_FILENAME }}', originals(first, second))).toEqual([
      { path: first.normalize('NFC'), indexes: [0, 1] },
    ])
  })

  it('may share a folder in any spelling', () => {
    const files = [{ caseId: 'A' }, { caseId: 'a', fileNumber: 2 }]
    expect(collisions('{{ CASE_ID }}/{{ FILENAME }}', files)).toEqual([])
  })

  it('are told of in their order', () => {
    expect(collisions('{{ ORIGINAL_FILENAME }}', originals('z', 'a', 'z', 'b', 'A'))).toEqual([
      { path: 'z', indexes: [0, 2] },
      { path: 'a', indexes: [1, 4] },
    ])
  })
})
