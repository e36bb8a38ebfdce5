import type { CheckInsightsRequest } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { parseEntitiesFilter } from '../parseEntitiesFilter';
import { CALLERS } from './callers';
import type { AutonomyRouter, RouterOptions } from './types';

/**
 * What helps to write checks: how those in force fare, and what they can ask for.
 *
 * @internal
 */
export function addInsightRoutes(
  router: AutonomyRouter,
  options: Pick<RouterOptions, 'checkInsight' | 'httpAuth' | 'knownFacts'>,
): void {
  const { checkInsight, httpAuth, knownFacts } = options;

  router.get('/checks', async (req, res) => {
    const credentials = await httpAuth.credentials(req, CALLERS);
    const request = parseEntitiesFilter(req.query as CheckInsightsRequest);
    res.json(await checkInsight.read(request, { credentials }));
  });

  router.get('/policy/facts', async (req, res) => {
    const credentials = await httpAuth.credentials(req, CALLERS);
    res.json(await knownFacts.read({ credentials }));
  });
}
