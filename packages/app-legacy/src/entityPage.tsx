import {
  EntityAutonomyCard,
  EntityAutonomyContent,
  EntityAutonomyRollUpCard,
  isAutonomyAvailable,
} from '@aligned-autonomy/backstage-plugin-autonomy/legacy';
import {
  EntityAboutCard,
  EntityHasComponentsCard,
  EntityHasSystemsCard,
  EntityLayout,
  EntityLinksCard,
  EntitySwitch,
  isKind,
} from '@backstage/plugin-catalog';
import {
  EntityGroupProfileCard,
  EntityMembersListCard,
  EntityUserProfileCard,
} from '@backstage/plugin-org';
import Grid from '@material-ui/core/Grid';
import { Children, type ReactNode } from 'react';

const Cards = ({ children }: { children: ReactNode }) => (
  <Grid container spacing={3} alignItems="flex-start">
    {Children.map(children, card => (
      <Grid item xs={12} md={6}>
        {card}
      </Grid>
    ))}
  </Grid>
);

const autonomyCard = (
  <EntitySwitch>
    <EntitySwitch.Case if={isAutonomyAvailable}>
      <EntityAutonomyCard />
    </EntitySwitch.Case>
  </EntitySwitch>
);

const defaultPage = (
  <EntityLayout>
    <EntityLayout.Route path="/" title="Overview">
      <Cards>
        <EntityAboutCard />
        {autonomyCard}
        <EntityLinksCard />
      </Cards>
    </EntityLayout.Route>
    <EntityLayout.Route
      path="/autonomy"
      title="Autonomy"
      if={isAutonomyAvailable}
    >
      <EntityAutonomyContent />
    </EntityLayout.Route>
  </EntityLayout>
);

const pageOf = (...cards: ReactNode[]) => (
  <EntityLayout>
    <EntityLayout.Route path="/" title="Overview">
      <Cards>{Children.toArray(cards)}</Cards>
    </EntityLayout.Route>
  </EntityLayout>
);

export const entityPage = (
  <EntitySwitch>
    <EntitySwitch.Case if={isKind('user')}>
      {pageOf(<EntityUserProfileCard />)}
    </EntitySwitch.Case>
    <EntitySwitch.Case if={isKind('group')}>
      {pageOf(
        <EntityGroupProfileCard />,
        <EntityAutonomyRollUpCard />,
        <EntityMembersListCard />,
      )}
    </EntitySwitch.Case>
    <EntitySwitch.Case if={isKind('system')}>
      {pageOf(
        <EntityAboutCard />,
        <EntityAutonomyRollUpCard />,
        <EntityHasComponentsCard />,
      )}
    </EntitySwitch.Case>
    <EntitySwitch.Case if={isKind('domain')}>
      {pageOf(
        <EntityAboutCard />,
        <EntityAutonomyRollUpCard />,
        <EntityHasSystemsCard />,
      )}
    </EntitySwitch.Case>
    <EntitySwitch.Case>{defaultPage}</EntitySwitch.Case>
  </EntitySwitch>
);
