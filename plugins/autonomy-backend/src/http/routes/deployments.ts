import type { ListDeploymentsRequest } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { audited } from '../audited';
import { parseInstant, parseRef } from '../parseQuery';
import type { AutonomyRouter, RouterOptions } from './types';

/**
 * @internal
 */
export function addDeploymentsRoutes(
  router: AutonomyRouter,
  {
    auditor,
    deployments,
    httpAuth,
  }: Pick<RouterOptions, 'auditor' | 'deployments' | 'httpAuth'>,
): void {
  router.get('/deployments', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const request = parseListRequest(req.query);
    res.json(await deployments.list(request, { credentials }));
  });

  router.post('/deployments/:source/:id/review', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { id, source } = req.params;
    const reviewed = await audited(
      auditor,
      {
        eventId: 'deployment-review',
        request: req,
        meta: { source, deploymentId: id },
      },
      () => deployments.review({ id, source }, req.body, { credentials }),
      ({ entityRef, reviewedAt }) => ({ entityRef, reviewedAt }),
    );
    res.json(reviewed);
  });
}

/** The validator has seen to types and ranges. */
function parseListRequest(query: {
  entity?: string;
  from?: string;
  limit?: number;
  cursor?: string;
}): ListDeploymentsRequest {
  const { cursor, entity, from, limit } = query;
  return {
    entity: entity === undefined ? undefined : parseRef('entity', entity),
    from: from === undefined ? undefined : parseInstant('from', from),
    limit,
    cursor,
  };
}
