import type { Plugin } from 'esbuild'
import { defineConfig, type Options } from 'tsup'

type TsupPlugin = NonNullable<Options['plugins']>[number]

/** jsPDF loads these for HTML and SVG input, which we give it none of; a host need not have them. */
const withoutOptionalParts: Plugin = {
  name: 'without-optional-parts',
  setup(build) {
    build.onResolve({ filter: /^(canvg|dompurify|html2canvas)$/ }, ({ path }) => ({
      path,
      namespace: 'absent',
    }))
    build.onLoad({ filter: /.*/, namespace: 'absent' }, ({ path }) => ({
      contents: `throw new Error('${path} is not part of react-export-jobs/mocks')`,
    }))
  },
}

/**
 * Marks what makes a component or a context as free of side effects, so that a host's bundler drops
 * the components that it does not use; without the mark it must keep every call.
 */
const withoutUnusedComponents: TsupPlugin = {
  name: 'without-unused-components',
  renderChunk(code) {
    const calls = /= (?=(?:forwardRef|memo|createContext|lazy)\d*\()/g
    return { code: code.replace(calls, '= /* @__PURE__ */ ') }
  },
}

/** JavaScript only: the compiler writes the declarations (`tsconfig.build.json`). */
const common: Options = { format: 'esm', target: 'es2022', dts: false, clean: false }

/**
 * The library, a file for each of its own: a host's bundler then takes what the host uses, and cuts the
 * parts that load late where it would itself (docs/decisions/build-shape.md).
 */
const library: Options = {
  ...common,
  entry: ['src/**/*.ts', 'src/**/*.tsx'],
  outDir: 'dist',
  bundle: false,
  plugins: [withoutUnusedComponents],
}

/** The mocks, with the writers of files bundled in: a host need not install them. */
const mocks: Options = {
  ...common,
  entry: { mocks: 'mocks/index.ts', 'mocks/msw': 'mocks/msw.ts', 'mocks/node': 'mocks/node.ts' },
  // 'node' would pick the Node builds of the file writers, 'browser' would fix process.env.NODE_ENV
  platform: 'neutral',
  splitting: true,
  metafile: true,
  external: [/^node:/],
  removeNodeProtocol: false,
  esbuildPlugins: [withoutOptionalParts],
  esbuildOptions(options) {
    options.conditions = ['browser', 'module', 'import', 'default']
    options.mainFields = ['browser', 'module', 'main']
    options.chunkNames = 'chunks/[name]-[hash]'
    options.legalComments = 'none'
  },
}

export default defineConfig([library, mocks])
