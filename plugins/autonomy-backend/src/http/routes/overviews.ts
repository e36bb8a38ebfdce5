import type {
  GuardrailMatrixRequest,
  SummarizeEntitiesRequest,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { parseEntitiesFilter } from '../parseEntitiesFilter';
import { CALLERS } from './callers';
import type { AutonomyRouter, RouterOptions } from './types';

/**
 * Many entities at once.
 *
 * @internal
 */
export function addOverviewsRoutes(
  router: AutonomyRouter,
  options: Pick<
    RouterOptions,
    'guardrails' | 'httpAuth' | 'readiness' | 'summaries'
  >,
): void {
  const { guardrails, httpAuth, readiness, summaries } = options;

  router.get('/summary', async (req, res) => {
    const credentials = await httpAuth.credentials(req, CALLERS);
    const request = parseEntitiesFilter(req.query as SummarizeEntitiesRequest);
    res.json(await summaries.summarize(request, { credentials }));
  });

  router.get('/guardrails', async (req, res) => {
    const credentials = await httpAuth.credentials(req, CALLERS);
    const request = parseEntitiesFilter(req.query as GuardrailMatrixRequest);
    res.json(await guardrails.read(request, { credentials }));
  });

  router.get('/readiness', async (req, res) => {
    const credentials = await httpAuth.credentials(req, CALLERS);
    res.json(await readiness.ofOrganisation({ credentials }));
  });

  router.get('/readiness/:kind/:namespace/:name', async (req, res) => {
    const credentials = await httpAuth.credentials(req, CALLERS);
    const entityRef = stringifyEntityRef(req.params);
    res.json(await readiness.of(entityRef, { credentials }));
  });
}
