import type { ListEntitiesRequest } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import { audited } from '../audited';
import type { AutonomyRouter, RouterOptions } from './types';

/**
 * @internal
 */
export function addEntitiesRoutes(
  router: AutonomyRouter,
  {
    auditor,
    evaluations,
    httpAuth,
  }: Pick<RouterOptions, 'auditor' | 'evaluations' | 'httpAuth'>,
): void {
  router.get('/entities', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const request = parseListRequest(req.query as ListEntitiesRequest);
    res.json(await evaluations.list(request, { credentials }));
  });

  router.get('/entities/:kind/:namespace/:name', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const entityRef = stringifyEntityRef(req.params);
    const body = await audited(
      auditor,
      {
        eventId: 'evaluation-read',
        request: req,
        severityLevel: 'low',
        meta: { entityRef },
      },
      async () => {
        const found = await evaluations.get(entityRef, { credentials });
        if (found === undefined) {
          throw new NotFoundError(`No evaluation of ${entityRef}`);
        }
        return found;
      },
    );
    // Stored as it is sent.
    res.type('application/json').end(body);
  });
}

/** The validator has seen to types and ranges; what is left is to make names canonical. */
function parseListRequest(query: ListEntitiesRequest): ListEntitiesRequest {
  return {
    ...query,
    kind: query.kind?.map(kind => kind.toLocaleLowerCase('en-US')),
    owner: parseRefs('owner', query.owner, 'group'),
    system: parseRefs('system', query.system, 'system'),
    domain: parseRefs('domain', query.domain, 'domain'),
  };
}

function parseRefs(
  parameter: string,
  refs: string[] | undefined,
  defaultKind: string,
): string[] | undefined {
  return refs?.map(ref => {
    try {
      return stringifyEntityRef(parseEntityRef(ref, { defaultKind }));
    } catch {
      throw new InputError(
        `Invalid ${parameter}: expected an entity ref, found ${JSON.stringify(
          ref,
        )}`,
      );
    }
  });
}
