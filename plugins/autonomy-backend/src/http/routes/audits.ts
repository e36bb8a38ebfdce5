import type { ListAuditsRequest } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { audited } from '../audited';
import { parseRef, parseRefWithin } from '../parseQuery';
import { CALLERS } from './callers';
import type { AutonomyRouter, RouterOptions } from './types';

/**
 * Trust audits.
 *
 * @internal
 */
export function addAuditsRoutes(
  router: AutonomyRouter,
  {
    auditor,
    audits,
    httpAuth,
  }: Pick<RouterOptions, 'auditor' | 'audits' | 'httpAuth'>,
): void {
  router.get('/audits', async (req, res) => {
    const credentials = await httpAuth.credentials(req, CALLERS);
    const query = req.query as ListAuditsRequest;
    const request: ListAuditsRequest = {
      ...query,
      board: query.board?.map(ref => parseRefWithin('board', ref, 'group')),
      domain: query.domain?.map(ref => parseRefWithin('domain', ref, 'domain')),
      entity: query.entity?.map(ref => parseRef('entity', ref)),
    };
    res.json(await audits.list(request, { credentials }));
  });

  router.post('/audits', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { entityRef } = req.body;
    const opened = await audited(
      auditor,
      {
        eventId: 'audit-open',
        request: req,
        severityLevel: 'high',
        meta: { entityRef },
      },
      () => audits.open(req.body, { credentials }),
      ({ dueAt, id }) => ({ auditId: id, dueAt }),
    );
    res.status(201).json(opened);
  });

  router.post('/audits/ratings', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { ids } = req.body;
    const rated = await audited(
      auditor,
      {
        eventId: 'audit-rate-all',
        request: req,
        severityLevel: 'high',
        meta: { auditIds: [...ids] },
      },
      () => audits.rateAll(req.body, { credentials }),
      ({ results }) => ({
        refused: results.flatMap(({ id, status }) =>
          status === 'refused' ? id : [],
        ),
      }),
    );
    res.json(rated);
  });

  router.get('/audits/:id', async (req, res) => {
    const credentials = await httpAuth.credentials(req, CALLERS);
    res.json(await audits.get(req.params.id, { credentials }));
  });

  router.post('/audits/:id/ratings', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { id } = req.params;
    const rated = await audited(
      auditor,
      {
        eventId: 'audit-rate',
        request: req,
        severityLevel: 'high',
        meta: { auditId: id },
      },
      () => audits.rate(id, req.body, { credentials }),
      // What was said is for the other side to see in its time.
      ({ entityRef, state }) => ({ entityRef, state }),
    );
    res.json(rated);
  });

  router.post('/audits/:id/agreement', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { id } = req.params;
    const agreed = await audited(
      auditor,
      {
        eventId: 'audit-agree',
        request: req,
        severityLevel: 'high',
        meta: { auditId: id },
      },
      () => audits.agree(id, req.body, { credentials }),
      ({ entityRef, followUpId }) => ({ entityRef, followUpId }),
    );
    res.json(agreed);
  });
}
