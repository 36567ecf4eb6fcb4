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
