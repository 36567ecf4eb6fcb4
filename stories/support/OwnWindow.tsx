import { type ReactNode, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'

interface OwnWindowProps {
  /** What it is called. */
  readonly title: string
  /** How high it is, in rem. */
  readonly heightRem: number
  readonly children: ReactNode
}

/** Without a doctype the browser would lay everything out as in the last century. */
const BLANK =
  '<!doctype html><html><head><meta charset="utf-8"></head><body><main></main></body></html>'

/**
 * A window for one state of a sheet. Dialogs, pop-ups and open menus lie over the whole page: here
 * each has a page to lie over, which looks as the story's surroundings do and follows the toolbar.
 */
export function OwnWindow({ title, heightRem, children }: OwnWindowProps): ReactNode {
  const [frame, setFrame] = useState<HTMLIFrameElement | null>(null)
  const [page, setPage] = useState<Document | null>(null)

  useEffect(() => {
    const around = frame?.closest<HTMLElement>('.story-surroundings')
    if (page === null || !around) return
    takeOver(page, around)
    const observer = new MutationObserver(() => takeOver(page, around))
    observer.observe(around, { attributes: true, childList: true })
    return () => observer.disconnect()
  }, [frame, page])

  return (
    <>
      <iframe
        ref={setFrame}
        title={title}
        className="sheet-window"
        style={{ blockSize: `${heightRem}rem` }}
        srcDoc={BLANK}
        onLoad={({ currentTarget }) => setPage(currentTarget.contentDocument)}
      />
      {page !== null && createPortal(children, mainOf(page))}
    </>
  )
}

/** Gives a window's page the sheets of the story's page, its theme, language and direction. */
function takeOver(page: Document, { className, dir, lang, dataset }: HTMLElement): void {
  const sheets = document.querySelectorAll('style, link[rel="stylesheet"]')
  page.head.replaceChildren(...[...sheets].map((sheet) => sheet.cloneNode(true)))
  page.documentElement.lang = lang
  page.documentElement.dir = dir
  const main = mainOf(page)
  Object.assign(main.dataset, dataset)
  main.className = className
}

function mainOf(page: Document): HTMLElement {
  return page.querySelector('main') ?? page.body
}
