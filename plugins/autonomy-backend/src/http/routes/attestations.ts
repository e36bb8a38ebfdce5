import { audited } from '../audited';
import { parseRef } from '../parseQuery';
import { sendBatch } from '../sendBatch';
import type { AutonomyRouter, RouterOptions } from './types';

/**
 * @internal
 */
export function addAttestationsRoutes(
  router: AutonomyRouter,
  {
    attestations,
    auditor,
    httpAuth,
  }: Pick<RouterOptions, 'attestations' | 'auditor' | 'httpAuth'>,
): void {
  router.get('/attestations', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const entityRef = parseRef('entity', req.query.entity);
    res.json({ items: await attestations.list(entityRef, { credentials }) });
  });

  router.post('/attestations', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { items } = req.body;
    const outcome = await audited(
      auditor,
      {
        eventId: 'attestation-create',
        request: req,
        meta: { items: items.length },
      },
      () => attestations.attest(items, { credentials }),
      ({ rejected, stored, unchanged }) => ({ rejected, stored, unchanged }),
    );
    sendBatch(req, res, outcome);
  });

  router.post('/attestations/:id/withdraw', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { id } = req.params;
    const withdrawn = await audited(
      auditor,
      {
        eventId: 'attestation-withdraw',
        request: req,
        meta: { attestationId: id },
      },
      () => attestations.withdraw(id, { credentials }),
      ({ checkId, entityRef }) => ({ checkId, entityRef }),
    );
    res.json(withdrawn);
  });
}
