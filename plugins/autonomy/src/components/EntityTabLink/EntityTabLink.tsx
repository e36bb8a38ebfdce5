import { Link } from '@backstage/core-components';
import {
  EntityDisplayName,
  useEntityRefLink,
} from '@backstage/plugin-catalog-react';
import type { TabTopic } from '../EntityAutonomyContent/topics';

/** Where the tab is below an entity's page. */
const TAB = '/autonomy';

export interface EntityTabLinkProps {
  entityRef: string;
  /** What people call it. */
  title?: string;
  /** The decision area that is explained there. */
  area?: string;
  topic?: TabTopic;
}

/** The name of an entity, which leads to everything about its autonomy. */
export function EntityTabLink(props: EntityTabLinkProps) {
  const { area, entityRef, title, topic } = props;
  const pathOf = useEntityRefLink();
  const query = area ? `?${new URLSearchParams({ area })}` : '';
  const part = topic ? `#${topic}` : '';
  return (
    <Link to={`${pathOf(entityRef)}${TAB}${query}${part}`}>
      {title ?? (
        <EntityDisplayName entityRef={entityRef} hideIcon disableTooltip />
      )}
    </Link>
  );
}
