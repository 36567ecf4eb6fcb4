import { type PathTemplate, type PathTemplateValues, renderPathTemplate } from './path-template.js'

/** The facts about one file from which a path template's variables are made. Source: F4. */
export interface PathTemplateFile {
  /** The workflow's name. */
  readonly workflowName: string
  /** The workflow order's name; `null` or blank without an order. */
  readonly orderName: string | null
  /** The case's id in the database. */
  readonly caseId: string
  /** The case's short id. */
  readonly caseShortId: string
  /** The case's own external id, `null` or blank if it has none. */
  readonly caseExternalId: string | null
  /** The external id of the entity that the case is about, `null` or blank if it has none. */
  readonly entityExternalId: string | null
  /** The file's unique id. */
  readonly fileUuid: string
  /** Which file of its case it is, from 1. */
  readonly fileNumber: number
  /** The name under which it was uploaded; its extension is the file's. */
  readonly originalFilename: string
}

/** Files that would overwrite one another. */
export interface PathCollision {
  /** The path they contest, as the first file to have it spells it. */
  readonly path: string
  /** Their places in the list of files, from 0, ascending; at least two. */
  readonly indexes: readonly number[]
}

/**
 * Works out the eleven variables of one file.
 *
 * `CASE_EXTERNAL_ID` is the entity's external id, else the case's, else the short id. `FILE_EXT`
 * has its dot, and is empty where the original name has no extension. `FILENAME` is
 * `<CASE_EXTERNAL_ID_PADDED>_<WORKFLOW_ORDER_NAME>_<FILE_COUNT><FILE_EXT>`.
 *
 * Source: F4, F6.
 */
export function pathTemplateValues(file: PathTemplateFile): PathTemplateValues {
  const orderName = file.orderName?.trim() ? file.orderName : file.workflowName
  const externalId =
    [file.entityExternalId, file.caseExternalId].find((id) => id?.trim()) ?? file.caseShortId
  const padded = externalId.padStart(12, '0')
  // not a leading dot's name, and not the end of a sentence such as "Letter to Dr. Who"
  const extension = /[^.](\.[^.\s/\\]{1,20})$/.exec(file.originalFilename)?.[1] ?? ''
  return {
    WORKFLOW_NAME: file.workflowName,
    WORKFLOW_ORDER_NAME: orderName,
    CASE_ID: file.caseId,
    CASE_SHORT_ID: file.caseShortId,
    CASE_EXTERNAL_ID: externalId,
    CASE_EXTERNAL_ID_PADDED: padded,
    FILE_UUID: file.fileUuid,
    FILE_COUNT: String(file.fileNumber),
    FILE_EXT: extension,
    ORIGINAL_FILENAME: file.originalFilename,
    FILENAME: `${padded}_${orderName}_${file.fileNumber}${extension}`,
  }
}

/**
 * Finds files that would overwrite one another when unpacked: the same path, but for upper and
 * lower case and the way accents are composed, which Windows and macOS do not tell apart. (All
 * files of one template lie equally deep, so none can stand where another needs a folder.)
 *
 * @returns One entry for each contested path, in the order of the files; empty when all is well.
 */
export function findPathCollisions(
  template: PathTemplate,
  files: readonly PathTemplateFile[],
): readonly PathCollision[] {
  const places = new Map<string, { path: string; indexes: number[] }>()
  for (const [index, file] of files.entries()) {
    const path = renderPathTemplate(template, pathTemplateValues(file))
    // down, then up, since some letters have only one of the two ways
    const key = path.toLowerCase().toUpperCase().normalize('NFC')
    const place = places.get(key)
    if (place) place.indexes.push(index)
    else places.set(key, { path, indexes: [index] })
  }
  return [...places.values()].filter(({ indexes }) => indexes.length > 1)
}
