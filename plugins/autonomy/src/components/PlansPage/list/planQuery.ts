import {
  PLAN_STATES,
  type ListPlansRequest,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { knownIn, listIn } from '../../useAddressQuery';

/** What the reader chose; all of it is in the address. */
export type PlanQuery = Pick<ListPlansRequest, 'board' | 'entity' | 'state'>;

/** Reads the address; what it does not know is left out rather than sent on. */
export function readPlanQuery(params: URLSearchParams): PlanQuery {
  return {
    state: knownIn(params, 'state', PLAN_STATES),
    board: listIn(params, 'board'),
    entity: listIn(params, 'entity'),
  };
}
