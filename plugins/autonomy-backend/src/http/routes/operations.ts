import type {
  ListQuarantineResponse,
  ReplayQuarantineResponse,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { SetBackRequest } from '../../coverage';
import type { ReplayRequest } from '../../incidents';
import { audited } from '../audited';
import type { AutonomyRouter, RouterOptions } from './types';

const DEFAULT_LIMIT = 100;
const CALLERS = { allow: ['user' as const, 'service' as const] };

/**
 * What those who run the suite need: whether evidence arrives, and another try for what was set aside.
 *
 * @internal
 */
export function addOperationsRoutes(
  router: AutonomyRouter,
  {
    auditor,
    coverageBackfill,
    health,
    httpAuth,
    inbox,
  }: Pick<
    RouterOptions,
    'auditor' | 'coverageBackfill' | 'health' | 'httpAuth' | 'inbox'
  >,
): void {
  router.get('/health', async (req, res) => {
    const credentials = await httpAuth.credentials(req, CALLERS);
    res.json(await health.read({ credentials }));
  });

  router.get('/inbox/quarantine', async (req, res) => {
    const credentials = await httpAuth.credentials(req, CALLERS);
    const { limit = DEFAULT_LIMIT, source } = req.query;
    const items = await inbox.listQuarantined(
      { limit, source },
      { credentials },
    );
    res.json({ items } satisfies ListQuarantineResponse);
  });

  router.post('/inbox/replay', async (req, res) => {
    const credentials = await httpAuth.credentials(req, CALLERS);
    const request: ReplayRequest = req.body;
    const replayed = await audited(
      auditor,
      { eventId: 'inbox-replay', request: req },
      () => inbox.replay(request, { credentials }),
      count => ({ replayed: count }),
    );
    res.json({ replayed } satisfies ReplayQuarantineResponse);
  });

  router.post('/backfill/coverage', async (req, res) => {
    const credentials = await httpAuth.credentials(req, CALLERS);
    const request: SetBackRequest = req.body;
    const outcome = await audited(
      auditor,
      {
        eventId: 'coverage-declare',
        request: req,
        meta: { source: request.source },
      },
      () => coverageBackfill.setBack(request, { credentials }),
      counts => ({ ...counts }),
    );
    res.json(outcome);
  });
}
