import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import type { ComponentType } from 'react';

/** The widget brings a frame of its own, whose title is in the reader's language. */
function Bare({ Content, ...props }: { Content: ComponentType }) {
  return <Content {...props} />;
}

/** How many needs it lists is a setting of the widget on the page. */
export const needsWidget = HomePageWidgetBlueprint.make({
  name: 'needs',
  params: {
    name: 'AutonomyNeeds',
    title: 'What needs me',
    description:
      'What waits for you as an owner of services and as a member of a board',
    components: async () => {
      const { NeedsWidget } = await import('../components/NeedsWidget');
      return { Content: NeedsWidget };
    },
    componentProps: { Renderer: Bare },
    layout: {
      width: { defaultColumns: 6, minColumns: 3 },
      height: { defaultRows: 9, minRows: 3 },
    },
    settings: {
      schema: {
        title: 'What needs me',
        type: 'object',
        properties: {
          limit: {
            title: 'Entries before "Show all"',
            type: 'integer',
            minimum: 1,
            maximum: 50,
            default: 5,
          },
        },
      },
    },
  },
});
