import { autonomyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import type { Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { Answer } from './Answer';
import { ObjectiveSection } from './objective';
import { RollUpSections } from './RollUpSections';
import { useRollUpScope, type RollUpKind, type RollUpScope } from './scope';

/** As many owners as one filter can name. */
const MOST_TEAMS = 50;

export interface RollUpProps {
  entity: Entity;
  kind: RollUpKind;
}

/** Everything the card says about what belongs to an entity. */
export function RollUp({ entity, kind }: RollUpProps) {
  const scope = useRollUpScope(entity, kind);
  return (
    <Answer state={scope} lines={12}>
      {value => <RollUpOfScope entity={entity} scope={value} />}
    </Answer>
  );
}

function RollUpOfScope(props: { entity: Entity; scope: RollUpScope }) {
  const { scope } = props;
  const api = useApi(autonomyApiRef);
  const summary = useAsyncRetry(
    () =>
      api.summarizeEntities({
        ...scope.filter,
        groupBy: 'owner',
        limit: MOST_TEAMS,
      }),
    [api, scope],
  );
  return (
    <>
      <Answer state={summary} lines={12}>
        {value => <RollUpSections {...props} summary={value} />}
      </Answer>
      <ObjectiveSection {...props} />
    </>
  );
}
