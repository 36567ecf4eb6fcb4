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
export default defineConfig({
  entry: {
    index: 'src/index.ts',
    hooks: 'src/hooks.ts',
    core: 'src/core.ts',
    server: 'src/server.ts',
    testing: 'src/testing.ts',
    'clients/rest': 'src/clients/rest.ts',
    'clients/memory': 'src/clients/memory.ts',
    'clients/supabase': 'src/clients/supabase.ts',
    'push/sse': 'src/push/sse.ts',
    'push/websocket': 'src/push/websocket.ts',
    'locales/en': 'src/labels/en.ts',
    mocks: 'mocks/index.ts',
    'mocks/msw': 'mocks/msw.ts',
    'mocks/node': 'mocks/node.ts',
  },
  format: 'esm',
  target: 'es2022',
  // 'node' would pick the Node builds of the file writers, 'browser' would fix process.env.NODE_ENV
  platform: 'neutral',
  // shared chunks: every entry sees the same React context and the same error class
  splitting: true,
  dts: false,
  clean: true,
  metafile: true,
  // dependencies and peers stay outside by themselves; the writers behind ./mocks are bundled
  external: [/^node:/],
  removeNodeProtocol: false,
  esbuildPlugins: [withoutOptionalParts],
  plugins: [withoutUnusedComponents],
  esbuildOptions(options) {
    options.conditions = ['browser', 'module', 'import', 'default']
    options.mainFields = ['browser', 'module', 'main']
    options.chunkNames = 'chunks/[name]-[hash]'
    options.legalComments = 'none'
  },
})
