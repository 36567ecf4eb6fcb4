/** A folder of the preview. */
export interface PathFolder {
  /** Its folders by name, in the order of the files. */
  readonly folders: ReadonlyMap<string, PathFolder>
  /** The files right in it. Two of the same name are both told. */
  readonly files: readonly string[]
}

/** Sorts paths into the folders that they lie in. */
export function toPathTree(paths: readonly string[]): PathFolder {
  interface Folder {
    readonly folders: Map<string, Folder>
    readonly files: string[]
  }
  const root: Folder = { folders: new Map(), files: [] }
  for (const path of paths) {
    const names = path.split('/')
    let folder = root
    for (const name of names.slice(0, -1)) {
      const inner = folder.folders.get(name) ?? { folders: new Map(), files: [] }
      folder.folders.set(name, inner)
      folder = inner
    }
    folder.files.push(names.at(-1) ?? '')
  }
  return root
}
