import { stringifyEntityRef } from '@backstage/catalog-model';
import { audited } from '../audited';
import { withRetryAfter } from '../throttle';
import { CALLERS } from './callers';
import type { AutonomyRouter, RouterOptions } from './types';

/**
 * @internal
 */
export function addRefreshRoutes(
  router: AutonomyRouter,
  {
    auditor,
    httpAuth,
    refresh,
  }: Pick<RouterOptions, 'auditor' | 'httpAuth' | 'refresh'>,
): void {
  router.post('/entities/:kind/:namespace/:name/refresh', async (req, res) => {
    const credentials = await httpAuth.credentials(req, CALLERS);
    const entityRef = stringifyEntityRef(req.params);
    const body = await audited(
      auditor,
      { eventId: 'evaluation-refresh', request: req, meta: { entityRef } },
      () =>
        withRetryAfter(res, () => refresh.refresh(entityRef, { credentials })),
      found => ({ isEvaluated: found !== undefined }),
    );
    if (body === undefined) {
      res.status(202).json({ status: 'pending' });
    } else {
      res.type('application/json').end(body);
    }
  });
}
