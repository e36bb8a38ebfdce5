import type {
  ListMovesRequest,
  MovesFilter,
  NewSimulation,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { audited } from '../audited';
import { moveColumns } from '../moveColumns';
import { parseRef, parseRefWithin } from '../parseQuery';
import { sendCsv } from '../sendCsv';
import { withRetryAfter } from '../throttle';
import { CALLERS } from './callers';
import type { AutonomyRouter, RouterOptions } from './types';

/**
 * Drafts of the policy, tried before they are published.
 *
 * @internal
 */
export function addSimulationsRoutes(
  router: AutonomyRouter,
  options: Pick<
    RouterOptions,
    'auditor' | 'httpAuth' | 'simulations' | 'trials'
  >,
): void {
  const { auditor, httpAuth, simulations, trials } = options;

  router.get('/simulations', async (req, res) => {
    const credentials = await httpAuth.credentials(req, CALLERS);
    const items = await simulations.list(req.query, { credentials });
    res.json({ items });
  });

  router.post('/simulations', async (req, res) => {
    const credentials = await httpAuth.credentials(req, CALLERS);
    const { draftId } = req.body;
    const simulation = await audited(
      auditor,
      { eventId: 'simulation-start', request: req, meta: { draftId } },
      () => simulations.start(req.body as NewSimulation, { credentials }),
      ({ id }) => ({ simulationId: id }),
    );
    res.status(201).json(simulation);
  });

  router.get('/simulations/:id', async (req, res) => {
    const credentials = await httpAuth.credentials(req, CALLERS);
    res.json(await simulations.get(req.params.id, { credentials }));
  });

  router.post('/simulations/:id/cancel', async (req, res) => {
    const credentials = await httpAuth.credentials(req, CALLERS);
    const { id } = req.params;
    const simulation = await audited(
      auditor,
      {
        eventId: 'simulation-cancel',
        request: req,
        meta: { simulationId: id },
      },
      () => simulations.cancel(id, { credentials }),
    );
    res.json(simulation);
  });

  router.get('/simulations/:id/moves', async (req, res) => {
    const credentials = await httpAuth.credentials(req, CALLERS);
    const request = parseMovesFilter(req.query as ListMovesRequest);
    const { id } = req.params;
    res.json(await simulations.listMoves(id, request, { credentials }));
  });

  router.get('/simulations/:id/groups', async (req, res) => {
    const credentials = await httpAuth.credentials(req, CALLERS);
    const { by } = req.query;
    res.json(await simulations.groups(req.params.id, by, { credentials }));
  });

  router.get('/simulations/:id/moves.csv', async (req, res) => {
    const credentials = await httpAuth.credentials(req, CALLERS);
    const filter = parseMovesFilter(req.query as MovesFilter);
    const { id } = req.params;
    await audited(
      auditor,
      {
        eventId: 'simulation-export',
        request: req,
        severityLevel: 'low',
        meta: { simulationId: id },
      },
      async () => {
        const pieces = await simulations.moves(id, filter, { credentials });
        const columns = moveColumns(filter.when);
        return sendCsv(res, 'autonomy-simulation.csv', columns, pieces);
      },
      sent => ({ entities: sent }),
    );
  });

  router.get('/simulations/:id/report.md', async (req, res) => {
    const credentials = await httpAuth.credentials(req, CALLERS);
    const filter = parseMovesFilter(req.query as MovesFilter);
    const { id } = req.params;
    const report = await simulations.report(id, filter, { credentials });
    res.attachment('autonomy-simulation.md');
    res.type('text/markdown').send(report);
  });

  router.post('/policy/trial', async (req, res) => {
    const credentials = await httpAuth.credentials(req, CALLERS);
    const entityRef = parseRef('entityRef', req.body.entityRef);
    const request = { ...req.body, entityRef };
    const trial = await trials.tryOn(request, { credentials });
    // The document leaves results of checks open to grow.
    res.type('application/json').end(JSON.stringify(trial));
  });

  router.post('/policy/applicability', async (req, res) => {
    const credentials = await httpAuth.credentials(req, CALLERS);
    const gone = new AbortController();
    res.on('close', () => gone.abort());
    const { signal } = gone;
    const { yaml } = req.body;
    const counts = await withRetryAfter(res, () =>
      trials.countApplicable(yaml, { credentials, signal }),
    );
    res.json(counts);
  });
}

function parseMovesFilter<T extends MovesFilter>(query: T): T {
  return {
    ...query,
    owner: query.owner?.map(ref => parseRefWithin('owner', ref, 'group')),
    domain: query.domain?.map(ref => parseRefWithin('domain', ref, 'domain')),
  };
}
