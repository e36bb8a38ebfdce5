import { audited } from '../audited';
import { CALLERS } from './callers';
import type { AutonomyRouter, RouterOptions } from './types';

/**
 * The documents of the policy, as they are.
 *
 * @internal
 */
export function addPolicyDocumentsRoutes(
  router: AutonomyRouter,
  {
    auditor,
    httpAuth,
    policyDocuments,
  }: Pick<RouterOptions, 'auditor' | 'httpAuth' | 'policyDocuments'>,
): void {
  router.get('/policy/documents', async (req, res) => {
    const credentials = await httpAuth.credentials(req, CALLERS);
    res.json(await policyDocuments.listDocuments({ credentials }));
  });

  router.get('/policy/documents/:kind/:name', async (req, res) => {
    const credentials = await httpAuth.credentials(req, CALLERS);
    res.json(await policyDocuments.getDocument(req.params, { credentials }));
  });

  router.get('/policy/versions', async (req, res) => {
    const credentials = await httpAuth.credentials(req, CALLERS);
    res.json({ items: await policyDocuments.listVersions({ credentials }) });
  });

  router.get('/policy/versions/:number', async (req, res) => {
    const credentials = await httpAuth.credentials(req, CALLERS);
    const number = Number(req.params.number);
    res.json(await policyDocuments.getVersion(number, { credentials }));
  });

  router.get('/policy/starters', async (req, res) => {
    const credentials = await httpAuth.credentials(req, CALLERS);
    res.json({ items: await policyDocuments.listStarters({ credentials }) });
  });

  router.post('/policy/validate', async (req, res) => {
    const credentials = await httpAuth.credentials(req, CALLERS);
    res.json(await policyDocuments.validate(req.body, { credentials }));
  });

  router.get('/policy/export', async (req, res) => {
    const credentials = await httpAuth.credentials(req, CALLERS);
    const documents = req.query.document ?? [];
    const text = await audited(
      auditor,
      {
        eventId: 'policy-export',
        severityLevel: 'low',
        request: req,
        meta: { documents },
      },
      () => policyDocuments.exportDocuments(documents, { credentials }),
    );
    res.attachment('policy.yaml').type('text/yaml').send(text);
  });

  router.post('/policy/import', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const result = await audited(
      auditor,
      { eventId: 'policy-import', request: req },
      () => policyDocuments.importDocuments(req.body, { credentials }),
      ({ items }) => ({
        documents: items.map(
          ({ key: { kind, name }, status }) => `${kind}/${name}: ${status}`,
        ),
      }),
    );
    res.json(result);
  });
}
