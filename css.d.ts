declare module '*.css'

declare module '*.css?raw' {
  /** The text of the file. */
  const css: string

  export { css as default }
}

declare module '*.css?inline' {
  /** The text of the file and of those it imports. */
  const css: string

  export { css as default }
}
