import { AUTONOMY_DOCUMENT_TYPE } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  SearchFilterResultTypeBlueprint,
  SearchResultListItemBlueprint,
} from '@backstage/plugin-search-react/alpha';
import { RiSteering2Line } from '@remixicon/react';

export const autonomySearchResult = SearchResultListItemBlueprint.make({
  params: {
    icon: <RiSteering2Line aria-hidden />,
    predicate: ({ type }) => type === AUTONOMY_DOCUMENT_TYPE,
    component: async () => {
      const { AutonomySearchResultListItem } = await import(
        '../components/SearchResult'
      );
      return AutonomySearchResultListItem;
    },
  },
});

export const autonomySearchType = SearchFilterResultTypeBlueprint.make({
  params: {
    value: AUTONOMY_DOCUMENT_TYPE,
    name: 'Autonomy',
    icon: <RiSteering2Line aria-hidden />,
  },
});
