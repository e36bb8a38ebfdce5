import type {
  EvaluatedEntity,
  RecordedIncident,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { autonomyTranslationRef } from '../../../translation';
import { BoardName, EntityName } from '../shared';

export interface DecisionNoteProps {
  decides: boolean;
  entity: EvaluatedEntity;
  incident: RecordedIncident;
}

/** Who decides on what is said of an incident: the board of the entity that it was reported on. */
export function DecisionNote(props: DecisionNoteProps) {
  const { decides, entity, incident } = props;
  const { t } = useTranslationRef(autonomyTranslationRef);
  const board =
    incident.entityRef === entity.entityRef ? (
      <BoardName boardRef={entity.boardRef} />
    ) : (
      t('incidentDispute.boardOf', {
        entity: <EntityName entityRef={incident.entityRef} />,
      })
    );
  return (
    <Typography variant="body2" role="note">
      {decides
        ? t('incidentDispute.atOnce')
        : t('incidentDispute.proposed', { board })}
    </Typography>
  );
}
