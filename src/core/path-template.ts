import {
  byteLength,
  cleanSegment,
  joinSafePath,
  MAX_PATH_SEGMENTS,
  MAX_SEGMENT_BYTES,
  SEPARATORS,
} from './safe-path.js'

/** The variables a path template may use. Source: F4. */
export const PATH_TEMPLATE_VARIABLES = [
  'WORKFLOW_NAME',
  'WORKFLOW_ORDER_NAME',
  'CASE_ID',
  'CASE_SHORT_ID',
  'CASE_EXTERNAL_ID',
  'CASE_EXTERNAL_ID_PADDED',
  'FILE_UUID',
  'FILE_COUNT',
  'FILE_EXT',
  'ORIGINAL_FILENAME',
  'FILENAME',
] as const

/** One member of {@link PATH_TEMPLATE_VARIABLES}. */
export type PathTemplateVariable = (typeof PATH_TEMPLATE_VARIABLES)[number]

/** What each variable stands for with one file; any text will do. */
export type PathTemplateValues = Readonly<Record<PathTemplateVariable, string>>

/** A template without mistakes, made by {@link parsePathTemplate}; plain JSON. */
export interface PathTemplate {
  /** The text it was made from. */
  readonly text: string
  /** Each folder's name and, last, the file's, with their variables still in braces. */
  readonly segments: readonly string[]
}

/**
 * What can be wrong in a path template.
 *
 * - `tag`: a Liquid tag, `{% ... %}`.
 * - `filter`: a Liquid filter, `{{ NAME | ... }}`.
 * - `token`: a token of another kind, `${NAME}`.
 * - `unknown_variable`: braces around anything but one of the eleven names, in upper case.
 * - `empty_braces`: nothing between the braces.
 * - `unclosed_braces`, `unopened_braces`: `{{` without its `}}`, or the other way round.
 * - `absolute_path`: a path from the root, a drive, a server or the home folder.
 * - `parent_folder`: `..`, plain, encoded or in look-alike characters.
 * - `dot_segment`: a name of one dot.
 * - `empty_segment`: a name of nothing, or of nothing visible.
 * - `trailing_slash`: a folder at the end, without a file name.
 * - `segment_too_long`: a name whose fixed text alone is beyond 255 bytes.
 * - `too_many_folders`: more than 19 folders and a file name.
 * - `template_too_long`: more than 4,096 UTF-16 units.
 *
 * Source: F5.
 */
export type PathTemplateErrorCode =
  | 'tag'
  | 'filter'
  | 'token'
  | 'unknown_variable'
  | 'empty_braces'
  | 'unclosed_braces'
  | 'unopened_braces'
  | 'absolute_path'
  | 'parent_folder'
  | 'dot_segment'
  | 'empty_segment'
  | 'trailing_slash'
  | 'segment_too_long'
  | 'too_many_folders'
  | 'template_too_long'

/** One mistake and its place: never outside the text, never empty. */
export interface PathTemplateError {
  /** What is wrong. */
  readonly code: PathTemplateErrorCode
  /** Where it begins, in UTF-16 units from 0. */
  readonly index: number
  /** How much of the text is wrong, in UTF-16 units; at least 1. */
  readonly length: number
}

/** What came of reading a template. */
export type PathTemplateResult =
  | {
      /** The text is a template. */
      readonly ok: true
      /** What {@link renderPathTemplate} takes. */
      readonly template: PathTemplate
    }
  | {
      /** The text has mistakes. */
      readonly ok: false
      /** At least one, by their place in the text. */
      readonly errors: readonly PathTemplateError[]
    }

// far beyond any use; regular expressions overflow the stack on texts of millions
const MAX_TEXT_LENGTH = 4_096

/** Everything in braces, and braces without their partner; captures what `{{ ... }}` holds. */
const BRACES = /\$\{\{?[^{}]*\}{0,2}|\{%[^{}]*\}?|\{\{((?:[^{}]|\{(?!\{)|\}(?!\}))*)\}\}|\{\{|\}\}/g

const BROKEN_BRACES: Readonly<Record<string, PathTemplateErrorCode>> = {
  '${': 'token',
  '{%': 'tag',
  '}}': 'unopened_braces',
}

/**
 * Reads a path template: plain variables, `{{ NAME }}`, in folders parted by `/`.
 *
 * A blank text stands for the default, `{{ FILENAME }}`. Characters that a path cannot have are no
 * mistake: {@link renderPathTemplate} replaces them.
 *
 * Source: F4 to F6.
 */
export function parsePathTemplate(text: string): PathTemplateResult {
  const source = text.trim() === '' ? '{{FILENAME}}' : text
  const errors = findErrors(source)
  if (errors.length > 0) return { ok: false, errors }
  return { ok: true, template: { text, segments: source.split('/') } }
}

/**
 * Gives one file its path: relative, with `/` between names, and safe to unpack on any system
 * whatever the values hold. Values add no folder and take none away: a name of which nothing is
 * left becomes `_`.
 *
 * Names keep to 255 bytes of UTF-8 and paths to 900. What is longer loses its middle and keeps its
 * last 32 bytes, so a file's number and extension stay.
 *
 * Two files can get one path: see `findPathCollisions`.
 *
 * Source: F4, F5.
 */
export function renderPathTemplate(template: PathTemplate, values: PathTemplateValues): string {
  const fill = (_braces: string, inner = '') => {
    const variable = variableNamed(inner)
    return variable ? values[variable] : ''
  }
  return joinSafePath(
    template.segments.map((segment) => cleanSegment(segment.replace(BRACES, fill))),
  )
}

function findErrors(text: string): readonly PathTemplateError[] {
  const errors: PathTemplateError[] = []
  const add: AddError = (code, index, length) => {
    errors.push({ code, index, length })
  }
  const excess = text.length - MAX_TEXT_LENGTH
  if (excess > 0) add('template_too_long', MAX_TEXT_LENGTH, excess)
  else {
    for (const match of text.matchAll(BRACES)) checkBraces(match, add)
    checkPath(text, add)
  }
  return errors.sort((a, b) => a.index - b.index)
}

type AddError = (code: PathTemplateErrorCode, index: number, length: number) => void

function checkBraces({ 0: all, 1: inner, index }: RegExpExecArray, add: AddError): void {
  if (inner === undefined) {
    add(BROKEN_BRACES[all.slice(0, 2)] ?? 'unclosed_braces', index, all.length)
    return
  }
  const name = inner.trim()
  const start = index + all.indexOf(name, 2)
  const bar = name.indexOf('|')
  if (name === '') add('empty_braces', index, all.length)
  else if (bar >= 0) add('filter', start + bar, name.length - bar)
  else if (!variableNamed(name)) add('unknown_variable', start, name.length)
}

function checkPath(text: string, add: AddError): void {
  // the same length, with letters for braces: no slash, dot or space of theirs counts
  const path = plain(text.replace(BRACES, (all) => 'X'.repeat(all.length)))
  for (const { 0: all, index } of path.matchAll(/\.(?:\s*\.\u3000*)+|[‥…]/g)) {
    add('parent_folder', index, all.length)
  }
  const [leading = '', absolute = ''] = /^\s*((?:[\\/~]|[a-z]\s*:)[\\/\u3000]*)/i.exec(path) ?? []
  let start = leading.length
  if (absolute) add('absolute_path', start - absolute.length, absolute.length)
  if (start === path.length) return

  for (const [number, name] of path.slice(start).split('/').entries()) {
    const fixedText = text.slice(start, start + name.length).replace(BRACES, '')
    // an empty name has no place of its own: the slash after it is marked
    const mark = (code: PathTemplateErrorCode) => add(code, start, name.length || 1)
    if (start === path.length) add('trailing_slash', start - 1, 1)
    else if (name.trim() === '') mark('empty_segment')
    else if (name.trim() === '.') mark('dot_segment')
    else if (byteLength(fixedText) > MAX_SEGMENT_BYTES) mark('segment_too_long')
    else if (number === MAX_PATH_SEGMENTS) mark('too_many_folders')
    start += name.length + 1
  }
}

/** A space that no folded text has: it takes the room of what is invisible or was encoded. */
const PAD = '\u3000'

/**
 * Decodes and folds, in place, what may stand for a dot, a separator or a drive: the length stays.
 * Any separator but a plain `/` becomes `\`.
 */
function plain(text: string): string {
  return text.replace(/%(?:25)*[2-7][\da-f]|[^ -~‥…]/giu, (all) => {
    const folded = all.startsWith('%')
      ? decodeURIComponent(`%${all.slice(-2)}`)
      : all.normalize('NFKC').replace(/\p{Cf}/u, PAD)
    return folded.replace(SEPARATORS, '\\').charAt(0).padEnd(all.length, PAD)
  })
}

function variableNamed(name: string): PathTemplateVariable | undefined {
  return PATH_TEMPLATE_VARIABLES.find((variable) => variable === name.trim())
}
