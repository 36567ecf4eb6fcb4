import { fileURLToPath } from 'node:url'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Lets stories, examples and tests import the package's entries by the names that hosts use. */
export const packageAliases = [
  { find: /^react-export-jobs\/styles\.css$/, replacement: at('./src/styles/index.css') },
  { find: /^react-export-jobs\/((?:clients|push)\/[a-z]+)$/, replacement: at('./src/$1.ts') },
  { find: /^react-export-jobs\/locales\/([A-Za-z-]+)$/, replacement: at('./src/labels/$1.ts') },
  { find: /^react-export-jobs\/(hooks|core|server|testing)$/, replacement: at('./src/$1.ts') },
  { find: /^react-export-jobs\/mocks$/, replacement: at('./mocks/index.ts') },
  { find: /^react-export-jobs\/(mocks\/[a-z]+)$/, replacement: at('./$1.ts') },
  { find: /^react-export-jobs$/, replacement: at('./src/index.ts') },
]
