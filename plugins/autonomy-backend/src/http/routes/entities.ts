import type {
  EntitiesSelection,
  ListEntitiesRequest,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import { audited } from '../audited';
import { ENTITY_COLUMNS } from '../entityColumns';
import { parseEntitiesFilter } from '../parseEntitiesFilter';
import { parseRef } from '../parseQuery';
import { sendCsv } from '../sendCsv';
import { CALLERS } from './callers';
import type { AutonomyRouter, RouterOptions } from './types';

/**
 * @internal
 */
export function addEntitiesRoutes(
  router: AutonomyRouter,
  {
    auditor,
    evaluations,
    httpAuth,
  }: Pick<RouterOptions, 'auditor' | 'evaluations' | 'httpAuth'>,
): void {
  router.get('/entities', async (req, res) => {
    const credentials = await httpAuth.credentials(req, CALLERS);
    const request = parseEntitiesFilter(req.query as ListEntitiesRequest);
    res.json(await evaluations.list(request, { credentials }));
  });

  router.get('/entities.csv', async (req, res) => {
    const credentials = await httpAuth.credentials(req, CALLERS);
    const request = parseEntitiesFilter(req.query as EntitiesSelection);
    await audited(
      auditor,
      { eventId: 'entities-export', request: req, severityLevel: 'low' },
      async () => {
        const pieces = await evaluations.all(request, { credentials });
        return sendCsv(res, 'autonomy-entities.csv', ENTITY_COLUMNS, pieces);
      },
      sent => ({ entities: sent }),
    );
  });

  router.post('/entities/by-refs', async (req, res) => {
    const credentials = await httpAuth.credentials(req, CALLERS);
    const refs = req.body.entityRefs.map((ref, index) =>
      parseRef(`entityRefs[${index}]`, ref),
    );
    const items = await evaluations.byRefs(refs, { credentials });
    res.json({ items: items.map(item => item ?? null) });
  });

  router.get('/entities/:kind/:namespace/:name', async (req, res) => {
    const credentials = await httpAuth.credentials(req, CALLERS);
    const entityRef = stringifyEntityRef(req.params);
    const body = await audited(
      auditor,
      {
        eventId: 'evaluation-read',
        request: req,
        severityLevel: 'low',
        meta: { entityRef },
      },
      async () => {
        const found = await evaluations.get(entityRef, { credentials });
        if (found === undefined) {
          throw new NotFoundError(`No evaluation of ${entityRef}`);
        }
        return found;
      },
    );
    // Stored as it is sent.
    res.type('application/json').end(body);
  });
}
