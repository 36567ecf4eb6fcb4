import { addons } from 'storybook/manager-api'
import { create } from 'storybook/theming'

addons.setConfig({
  theme: create({ base: 'light', brandTitle: 'react-export-jobs', colorSecondary: '#2557d6' }),
  sidebar: { showRoots: true },
})
