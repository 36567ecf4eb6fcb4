/** Spells a name of ours as backends and URLs do: words apart by `_`, in lower case. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
