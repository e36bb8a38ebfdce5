import { audited } from '../audited';
import { parseRef } from '../parseQuery';
import type { AutonomyRouter, RouterOptions } from './types';

/**
 * @internal
 */
export function addIncidentsRoutes(
  router: AutonomyRouter,
  {
    auditor,
    httpAuth,
    incidents,
  }: Pick<RouterOptions, 'auditor' | 'httpAuth' | 'incidents'>,
): void {
  router.get('/incidents', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const { entity: ref, ...request } = req.query;
    const entity = ref === undefined ? undefined : parseRef('entity', ref);
    res.json(await incidents.list({ ...request, entity }, { credentials }));
  });

  router.get('/incidents/:source/:id', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    res.json(await incidents.get(req.params, { credentials }));
  });

  router.patch('/incidents/:source/:id', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { id, source } = req.params;
    const edited = await audited(
      auditor,
      {
        eventId: 'incident-edit',
        request: req,
        severityLevel: 'high',
        meta: { source, incidentId: id, fields: Object.keys(req.body) },
      },
      () => incidents.edit({ id, source }, req.body, { credentials }),
      ({ entityRef, proposals }) => ({ entityRef, pending: proposals.length }),
    );
    res.json(edited);
  });

  router.post(
    '/incidents/:source/:id/proposals/:proposalId/decision',
    async (req, res) => {
      const credentials = await httpAuth.credentials(req, { allow: ['user'] });
      const { id, proposalId, source } = req.params;
      const decided = await audited(
        auditor,
        {
          eventId: 'incident-decide',
          request: req,
          severityLevel: 'high',
          meta: {
            source,
            incidentId: id,
            proposalId,
            decision: req.body.decision,
          },
        },
        () =>
          incidents.decide({ id, source }, proposalId, req.body, {
            credentials,
          }),
        ({ entityRef }) => ({ entityRef }),
      );
      res.json(decided);
    },
  );
}
