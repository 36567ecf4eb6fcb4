/** Lays out a table for the terminal: the first column to the left, the others to the right. */
export function formatTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const lines = [header, ...rows]
  const widths = header.map((_, column) => {
    return Math.max(...lines.map((line) => line[column]?.length ?? 0))
  })
  const format = (cell: string, column: number) => {
    const width = widths[column] ?? 0
    return column === 0 ? cell.padEnd(width) : cell.padStart(width)
  }
  return lines.map((line) => `  ${line.map(format).join('  ')}`).join('\n')
}

/** Milliseconds as seconds with one decimal. */
export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1_000).toFixed(1)} s`
}

/** A ratio with three decimals. */
export function times(ratio: number): string {
  return `${ratio.toFixed(3)} x`
}
