import { stringifyEntityRef } from '@backstage/catalog-model';
import { audited } from '../audited';
import { CALLERS } from './callers';
import type { AutonomyRouter, RouterOptions } from './types';

/**
 * @internal
 */
export function addObjectivesRoutes(
  router: AutonomyRouter,
  {
    auditor,
    httpAuth,
    objectives,
  }: Pick<RouterOptions, 'auditor' | 'httpAuth' | 'objectives'>,
): void {
  router.get('/objectives/:kind/:namespace/:name', async (req, res) => {
    const credentials = await httpAuth.credentials(req, CALLERS);
    const domainRef = stringifyEntityRef(req.params);
    res.json(await objectives.get(domainRef, { credentials }));
  });

  router.put('/objectives/:kind/:namespace/:name', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const domainRef = stringifyEntityRef(req.params);
    const objective = await audited(
      auditor,
      { eventId: 'objective-set', request: req, meta: { domainRef } },
      () => objectives.set(domainRef, req.body, { credentials }),
      ({ measures, ownerRef, reviewAt, statement }) => ({
        measures: measures.length,
        ownerRef,
        reviewAt,
        statement,
      }),
    );
    res.json(objective);
  });
}
