/** Slots of the path template's field. */
export const PATH_TEMPLATE_SLOTS = [
  'pathTemplateField',
  'pathControl',
  'pathInput',
  'pathVariables',
  'pathVariable',
  'pathVariableText',
  'pathMistakes',
  'pathEcho',
  'pathMistake',
  'pathPreview',
  'pathPreviewTitle',
  'pathTree',
  'pathFolder',
  'pathFile',
  'pathWarning',
] as const

/** One member of {@link PATH_TEMPLATE_SLOTS}. */
export type PathTemplateSlot = (typeof PATH_TEMPLATE_SLOTS)[number]

/** What a host may replace in the path template's field. */
export const PATH_TEMPLATE_PARTS = ['button', 'icon', 'loading', 'pathPreview'] as const

/** One member of {@link PATH_TEMPLATE_PARTS}. */
export type PathTemplatePart = (typeof PATH_TEMPLATE_PARTS)[number]
