import type { ListGrantsRequest } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { audited } from '../audited';
import { parseRef, parseRefWithin } from '../parseQuery';
import { CALLERS } from './callers';
import type { AutonomyRouter, RouterOptions } from './types';

/**
 * @internal
 */
export function addGrantsRoutes(
  router: AutonomyRouter,
  {
    auditor,
    grants,
    httpAuth,
  }: Pick<RouterOptions, 'auditor' | 'grants' | 'httpAuth'>,
): void {
  router.get('/grants', async (req, res) => {
    const credentials = await httpAuth.credentials(req, CALLERS);
    const query = req.query as ListGrantsRequest;
    const request: ListGrantsRequest = {
      ...query,
      board: query.board?.map(ref => parseRefWithin('board', ref, 'group')),
      entity: query.entity?.map(ref => parseRef('entity', ref)),
    };
    res.json(await grants.list(request, { credentials }));
  });

  router.post('/grants', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { area, entityRef, right } = req.body;
    const proposed = await audited(
      auditor,
      {
        eventId: 'grant-propose',
        request: req,
        severityLevel: 'high',
        meta: { area, entityRef, right },
      },
      () => grants.propose(req.body, { credentials }),
      ({ expiresAt, id, proposalId }) => ({
        grantId: id,
        expiresAt,
        proposalId,
      }),
    );
    res.status(201).json(proposed);
  });

  router.post('/grants/:id/revoke', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { id } = req.params;
    const revoked = await audited(
      auditor,
      {
        eventId: 'grant-revoke',
        request: req,
        severityLevel: 'high',
        meta: { grantId: id },
      },
      () => grants.revoke(id, req.body, { credentials }),
      ({ area, entityRef }) => ({ area, entityRef }),
    );
    res.json(revoked);
  });

  router.post('/grants/:id/renew', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { id } = req.params;
    const renewal = await audited(
      auditor,
      {
        eventId: 'grant-renew',
        request: req,
        severityLevel: 'high',
        meta: { grantId: id },
      },
      () => grants.renew(id, req.body, { credentials }),
      ({ area, entityRef, expiresAt, proposalId }) => ({
        area,
        entityRef,
        expiresAt,
        proposalId,
      }),
    );
    res.status(201).json(renewal);
  });
}
