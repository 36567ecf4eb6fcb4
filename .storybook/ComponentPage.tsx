import {
  Canvas,
  Controls,
  Description,
  Heading,
  Markdown,
  Primary,
  Title,
  useOf,
} from '@storybook/addon-docs/blocks'

/**
 * The page of a component: what it is, one story with its controls, all states, and the way to the
 * others. A frame for each of thirty stories would take a minute to load.
 */
export function ComponentPage() {
  const { csfFile } = useOf('meta', ['meta'])
  const stories = Object.values(csfFile.stories)
  const { AllStates } = csfFile.moduleExports
  return (
    <>
      <Title />
      <Description of="meta" />
      <Primary />
      <Controls />
      {AllStates !== undefined && (
        <>
          <Heading>All states</Heading>
          <Canvas of={AllStates} sourceState="none" />
        </>
      )}
      <Heading>Stories</Heading>
      <Markdown>
        {stories
          .map(({ id, name, parameters }) => {
            const told: unknown = parameters?.docs?.description?.story
            const text = typeof told === 'string' ? `: ${told.replace(/\s+/g, ' ')}` : ''
            return `- [${name}](?path=/story/${id})${text}`
          })
          .join('\n')}
      </Markdown>
    </>
  )
}
