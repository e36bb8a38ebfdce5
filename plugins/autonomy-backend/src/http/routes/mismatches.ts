import type {
  ListMismatchesRequest,
  MismatchFilter,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { parseRef, parseRefWithin } from '../parseQuery';
import { CALLERS } from './callers';
import type { AutonomyRouter, RouterOptions } from './types';

/**
 * Where teams decide more or less than is recommended.
 *
 * @internal
 */
export function addMismatchesRoutes(
  router: AutonomyRouter,
  { httpAuth, mismatches }: Pick<RouterOptions, 'httpAuth' | 'mismatches'>,
): void {
  router.get('/mismatches', async (req, res) => {
    const credentials = await httpAuth.credentials(req, CALLERS);
    const request = parseFilter(req.query as ListMismatchesRequest);
    res.json(await mismatches.list(request, { credentials }));
  });

  router.get('/mismatches/matrix', async (req, res) => {
    const credentials = await httpAuth.credentials(req, CALLERS);
    const filter = parseFilter(req.query as MismatchFilter);
    res.json(await mismatches.getRiskMatrix(filter, { credentials }));
  });
}

function parseFilter<T extends MismatchFilter>(query: T): T {
  return {
    ...query,
    domain: query.domain?.map(ref => parseRefWithin('domain', ref, 'domain')),
    owner: query.owner?.map(ref => parseRefWithin('owner', ref, 'group')),
    entity: query.entity?.map(ref => parseRef('entity', ref)),
  };
}
