import type {
  GetHistoryRequest,
  ListActivityRequest,
  TrendsRequest,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { parsePeriod, parseRefWithin } from '../parseQuery';
import { CALLERS } from './callers';
import type { AutonomyRouter, RouterOptions } from './types';

/**
 * What was, and what changed.
 *
 * @internal
 */
export function addHistoryRoutes(
  router: AutonomyRouter,
  {
    activity,
    history,
    httpAuth,
    trends,
  }: Pick<RouterOptions, 'activity' | 'history' | 'httpAuth' | 'trends'>,
): void {
  router.get('/entities/:kind/:namespace/:name/history', async (req, res) => {
    const credentials = await httpAuth.credentials(req, CALLERS);
    const entityRef = stringifyEntityRef(req.params);
    const request: GetHistoryRequest = {
      ...req.query,
      ...parsePeriod(req.query),
    };
    res.json(await history.read(entityRef, request, { credentials }));
  });

  router.get('/activity', async (req, res) => {
    const credentials = await httpAuth.credentials(req, CALLERS);
    const query = req.query as ListActivityRequest;
    const request: ListActivityRequest = {
      ...query,
      domain: query.domain?.map(ref => parseRefWithin('domain', ref, 'domain')),
      owner: query.owner?.map(ref => parseRefWithin('owner', ref, 'group')),
    };
    res.json(await activity.list(request, { credentials }));
  });

  router.get('/trends', async (req, res) => {
    const credentials = await httpAuth.credentials(req, CALLERS);
    const { kind, ref } = req.query;
    const defaultKind = kind === 'owner' ? 'group' : kind;
    const request: TrendsRequest = {
      kind,
      ref: ref === undefined ? ref : parseRefWithin('ref', ref, defaultKind),
      ...parsePeriod(req.query),
    };
    res.json(await trends.read(request, { credentials }));
  });
}
