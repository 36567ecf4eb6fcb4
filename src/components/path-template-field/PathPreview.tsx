import { type ReactNode, useDeferredValue, useId, useMemo } from 'react'
import { parsePathTemplate, renderPathTemplate } from '../../core/path-template.js'
import {
  findPathCollisions,
  type PathTemplateFile,
  pathTemplateValues,
} from '../../core/path-template-files.js'
import type { SlotClasses } from '../parts/slot-classes.js'
import { useRequestUi } from '../request-form/useRequestUi.js'
import { type PathFolder, toPathTree } from './path-tree.js'
import type { PathTemplateSlot } from './slots.js'

/** Props of {@link PathPreview}. */
export interface PathPreviewProps {
  /** The template's text. */
  readonly text: string
  /** The files it is tried on. */
  readonly sampleFiles: readonly PathTemplateFile[]
  /** The classes of the slots. */
  readonly classes: SlotClasses<PathTemplateSlot>
}

/** The folders and files that a template makes of sample files, and which would overwrite others. */
export function PathPreview({ text, sampleFiles, classes }: PathPreviewProps): ReactNode {
  const { words, formatters } = useRequestUi()
  const titleId = useId()
  // typing goes first
  const settled = useDeferredValue(text)
  const preview = useMemo(() => {
    const result = parsePathTemplate(settled)
    if (!result.ok) return null
    const { template } = result
    const paths = sampleFiles.map((file) => renderPathTemplate(template, pathTemplateValues(file)))
    return { tree: toPathTree(paths), collisions: findPathCollisions(template, sampleFiles) }
  }, [settled, sampleFiles])
  const { pathTemplate } = words
  return (
    <section className={classes.pathPreview} aria-labelledby={titleId}>
      <p id={titleId} className={classes.pathPreviewTitle}>
        {pathTemplate.preview}
      </p>
      {preview === null ? (
        <p className={classes.pathTree}>{pathTemplate.noPreview}</p>
      ) : (
        <Folder folder={preview.tree} classes={classes} />
      )}
      <div role="status">
        {preview?.collisions.map(({ path, indexes: { length: count } }) => (
          <p key={path} className={classes.pathWarning}>
            {pathTemplate.collision({ count, countText: formatters.formatNumber(count), path })}{' '}
            {pathTemplate.collisionHint}
          </p>
        ))}
      </div>
    </section>
  )
}

interface FolderProps {
  readonly folder: PathFolder
  readonly classes: SlotClasses<PathTemplateSlot>
}

function Folder({ folder, classes }: FolderProps): ReactNode {
  const seen = new Map<string, number>()
  return (
    <ul className={classes.pathTree}>
      {[...folder.folders].map(([name, inner]) => (
        <li key={name} className={classes.pathFolder}>
          <bdi>{name}/</bdi>
          <Folder folder={inner} classes={classes} />
        </li>
      ))}
      {folder.files.map((name) => {
        const number = (seen.get(name) ?? 0) + 1
        seen.set(name, number)
        return (
          <li key={`${name}/${number}`} className={classes.pathFile}>
            <bdi>{name}</bdi>
          </li>
        )
      })}
    </ul>
  )
}
