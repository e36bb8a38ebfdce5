import { autonomyEntityReadPermission } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type {
  AutonomyEntitySummary,
  ListEntitiesRequest,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { TestPipeline } from '@backstage/plugin-search-backend-node';
import { AutonomyCollatorFactory } from './AutonomyCollatorFactory';

const entity = (
  name: string,
  rest: Partial<AutonomyEntitySummary> = {},
): AutonomyEntitySummary => ({
  entityRef: `component:default/${name}`,
  kind: 'Component',
  namespace: 'default',
  name,
  tier: 3,
  level: 1,
  levelTitle: 'Supervised',
  guardrailStatus: 'none',
  guardrailsBreached: 0,
  guardrails: [],
  readinessGaps: 0,
  accountability: 1,
  rights: [],
  isStale: false,
  evaluatedAt: 0,
  ...rest,
});

/** Collects what an autonomy backend with these pages gives. */
async function collect(
  pages: AutonomyEntitySummary[][],
  locationTemplate = '/catalog/:namespace/:kind/:name/autonomy',
) {
  const requests: ListEntitiesRequest[] = [];
  const factory = AutonomyCollatorFactory.create({
    api: {
      async listEntities(request = {}) {
        requests.push(request);
        const page = Number(request.cursor ?? 0);
        if (!pages[page]) {
          throw new Error('The backend is down');
        }
        const isLast = page === pages.length - 1;
        return {
          items: pages[page],
          pageInfo: isLast ? {} : { nextCursor: String(page + 1) },
        };
      },
    },
    locationTemplate,
    visibilityPermission: autonomyEntityReadPermission,
  });
  const pipeline = TestPipeline.fromCollator(await factory.getCollator());
  return { ...(await pipeline.execute()), requests };
}

describe('AutonomyCollatorFactory', () => {
  it('has a document of every entity on every page', async () => {
    const { documents, error, requests } = await collect([
      [entity('articles'), entity('checkout')],
      // Short, or empty, and yet not the last.
      [],
      [entity('search')],
    ]);
    expect(error).toBeUndefined();
    expect(documents.map(({ title }) => title)).toEqual([
      'articles',
      'checkout',
      'search',
    ]);
    expect(requests).toEqual([
      { limit: 200 },
      { limit: 200, cursor: '1' },
      { limit: 200, cursor: '2' },
    ]);
  });

  it('says in words by what an entity is found', async () => {
    const { documents } = await collect([
      [
        entity('checkout', {
          title: 'Checkout',
          type: 'service',
          level: 3,
          levelTitle: 'Broad autonomy',
          guardrailStatus: 'at-risk',
          readiness: 71.9,
          readinessBand: 'focus',
          tier: 1,
          ownerRef: 'group:default/payments-team',
          domainRef: 'domain:default/payments',
        }),
        entity('jobs'),
      ],
    ]);
    expect(documents[0]).toEqual({
      title: 'Checkout',
      text: 'Level 3, Broad autonomy · Guardrails at risk · Readiness 71, needs focus · Tier 1 · Owner payments-team · Domain payments',
      location: '/catalog/default/component/checkout/autonomy',
      entityRef: 'component:default/checkout',
      kind: 'Component',
      namespace: 'default',
      name: 'checkout',
      type: 'service',
      level: 3,
      levelTitle: 'Broad autonomy',
      guardrailStatus: 'at-risk',
      readiness: 71.9,
      readinessBand: 'focus',
      tier: 1,
      ownerRef: 'group:default/payments-team',
      domainRef: 'domain:default/payments',
      authorization: { resourceRef: 'component:default/checkout' },
    });
    expect(documents[1].text).toBe(
      'Level 1, Supervised · No guardrails · Tier 3',
    );
    expect(Object.keys(documents[1])).toEqual(Object.keys(documents[0]));
  });

  it('leads to where it is told to', async () => {
    const [{ location }] = (
      await collect(
        [[entity('A&B', { namespace: 'Team' })]],
        '/Portal/:kind/:namespace/:name/x',
      )
    ).documents;
    expect(location).toBe('/Portal/component/team/a%26b/x');
  });

  it('fails as a whole where a page fails, so that an index is not cut short', async () => {
    const { error } = await collect([
      [entity('articles')],
      undefined as never,
      [],
    ]);
    expect(error).toEqual(new Error('The backend is down'));
  });
});
