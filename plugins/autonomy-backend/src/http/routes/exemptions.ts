import type { ListExemptionsRequest } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { audited } from '../audited';
import { parseRef } from '../parseQuery';
import { CALLERS } from './callers';
import type { AutonomyRouter, RouterOptions } from './types';

/**
 * @internal
 */
export function addExemptionsRoutes(
  router: AutonomyRouter,
  {
    auditor,
    exemptions,
    httpAuth,
  }: Pick<RouterOptions, 'auditor' | 'exemptions' | 'httpAuth'>,
): void {
  router.get('/exemptions', async (req, res) => {
    const credentials = await httpAuth.credentials(req, CALLERS);
    const query = req.query as ListExemptionsRequest;
    const request: ListExemptionsRequest = {
      ...query,
      entity: query.entity?.map(ref => parseRef('entity', ref)),
    };
    res.json(await exemptions.list(request, { credentials }));
  });

  router.post('/exemptions', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { checkId, entityRef } = req.body;
    const requested = await audited(
      auditor,
      {
        eventId: 'exemption-request',
        request: req,
        meta: { checkId, entityRef },
      },
      () => exemptions.request(req.body, { credentials }),
      ({ expiresAt, id }) => ({ exemptionId: id, expiresAt }),
    );
    res.status(201).json(requested);
  });

  router.post('/exemptions/:id/withdraw', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { id } = req.params;
    const withdrawn = await audited(
      auditor,
      {
        eventId: 'exemption-withdraw',
        request: req,
        meta: { exemptionId: id },
      },
      () => exemptions.withdraw(id, { credentials }),
      ({ checkId, entityRef }) => ({ checkId, entityRef }),
    );
    res.json(withdrawn);
  });

  router.post('/exemptions/:id/revoke', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { id } = req.params;
    const revoked = await audited(
      auditor,
      {
        eventId: 'exemption-revoke',
        request: req,
        severityLevel: 'high',
        meta: { exemptionId: id },
      },
      () => exemptions.revoke(id, req.body, { credentials }),
      ({ checkId, entityRef }) => ({ checkId, entityRef }),
    );
    res.json(revoked);
  });
}
