import type { ListPlansRequest } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { audited } from '../audited';
import { parseRef, parseRefWithin } from '../parseQuery';
import { CALLERS } from './callers';
import type { AutonomyRouter, RouterOptions } from './types';

/**
 * Recalibration plans, and the advice for them.
 *
 * @internal
 */
export function addPlansRoutes(
  router: AutonomyRouter,
  {
    auditor,
    httpAuth,
    plans,
  }: Pick<RouterOptions, 'auditor' | 'httpAuth' | 'plans'>,
): void {
  router.get(
    '/entities/:kind/:namespace/:name/repair-advice',
    async (req, res) => {
      const credentials = await httpAuth.credentials(req, CALLERS);
      const entityRef = stringifyEntityRef(req.params);
      const items = await plans.getRepairAdvice(entityRef, { credentials });
      res.json({ items });
    },
  );

  router.get('/plans', async (req, res) => {
    const credentials = await httpAuth.credentials(req, CALLERS);
    const query = req.query as ListPlansRequest;
    const request: ListPlansRequest = {
      ...query,
      board: query.board?.map(ref => parseRefWithin('board', ref, 'group')),
      entity: query.entity?.map(ref => parseRef('entity', ref)),
    };
    res.json(await plans.list(request, { credentials }));
  });

  router.post('/plans', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { approach, entityRef } = req.body;
    const drafted = await audited(
      auditor,
      {
        eventId: 'plan-draft',
        request: req,
        severityLevel: 'high',
        meta: { approach, entityRef },
      },
      () => plans.draft(req.body, { credentials }),
      ({ areas, id }) => ({ planId: id, areas }),
    );
    res.status(201).json(drafted);
  });

  router.get('/plans/:id', async (req, res) => {
    const credentials = await httpAuth.credentials(req, CALLERS);
    res.json(await plans.get(req.params.id, { credentials }));
  });

  router.put('/plans/:id', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { id } = req.params;
    const changed = await audited(
      auditor,
      {
        eventId: 'plan-change',
        request: req,
        severityLevel: 'high',
        meta: { planId: id },
      },
      () => plans.change(id, req.body, { credentials }),
      ({ entityRef, revision }) => ({ entityRef, revision }),
    );
    res.json(changed);
  });

  router.post('/plans/:id/withdraw', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { id } = req.params;
    const withdrawn = await audited(
      auditor,
      {
        eventId: 'plan-withdraw',
        request: req,
        severityLevel: 'high',
        meta: { planId: id },
      },
      () => plans.withdraw(id, { credentials }),
      ({ entityRef }) => ({ entityRef }),
    );
    res.json(withdrawn);
  });

  router.post('/plans/:id/sign', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { id } = req.params;
    const signed = await audited(
      auditor,
      {
        eventId: 'plan-sign',
        request: req,
        severityLevel: 'high',
        meta: { planId: id, revision: req.body.revision },
      },
      () => plans.sign(id, req.body, { credentials }),
      ({ entityRef, state }) => ({ entityRef, state }),
    );
    res.json(signed);
  });

  router.post('/plans/:id/move', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { id } = req.params;
    const moved = await audited(
      auditor,
      {
        eventId: 'plan-move',
        request: req,
        severityLevel: 'high',
        meta: { planId: id, change: req.body.change },
      },
      () => plans.move(id, req.body, { credentials }),
      ({ entityRef, state }) => ({ entityRef, state }),
    );
    res.json(moved);
  });
}
