import type {
  DecisionRight,
  RecordedAudit,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useEntityAutonomy } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { usePolicy } from '../../usePolicy';

/** A decision area that is rated. */
export interface AuditArea {
  area: string;
  title: string;
  /** Absent where the entity has no evaluation that the reader may see. */
  recommended?: DecisionRight;
  effective?: DecisionRight;
}

/** Every area of the policy with what is recommended for the entity; empty before an answer. */
export function useAuditAreas({ entityRef }: RecordedAudit) {
  const policy = usePolicy();
  const { evaluation, loading } = useEntityAutonomy(entityRef);
  const rights = new Map(evaluation?.rights.map(item => [item.area, item]));
  const known = policy?.areas.map(({ id, title }) => ({ area: id, title }));
  const areas: AuditArea[] = (known ?? evaluation?.rights ?? []).map(
    ({ area, title }) => ({
      area,
      title,
      recommended: rights.get(area)?.recommended,
      effective: rights.get(area)?.effective,
    }),
  );
  return { areas, evaluation, loading: loading && !evaluation };
}
