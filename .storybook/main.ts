import type { StorybookConfig } from '@storybook/react-vite'
import { mergeConfig } from 'vite'
import { packageAliases } from '../vite.aliases.js'

const config: StorybookConfig = {
  framework: '@storybook/react-vite',
  stories: [
    { directory: '../stories/docs', files: '**/*.mdx' },
    { directory: '../stories', files: '*.stories.tsx', titlePrefix: 'Components' },
    { directory: '../stories/designers', files: '*.stories.tsx', titlePrefix: 'For designers' },
    { directory: '../stories/hooks', files: '*.@(mdx|stories.tsx)', titlePrefix: 'Hooks' },
    { directory: '../stories', files: '{pages,systems}/*.stories.tsx' },
  ],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  staticDirs: ['./public'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  typescript: { reactDocgen: 'react-docgen' },
  viteFinal: (vite) => mergeConfig(vite, { resolve: { alias: packageAliases } }),
}

export default config
