import type { Entity } from '@backstage/catalog-model';

interface EntityOptions {
  kind?: string;
  type?: string;
  title?: string;
  owner?: string;
  system?: string;
  domain?: string;
  dependsOn?: string[];
  consumes?: string[];
  provides?: string[];
  providedBy?: string[];
  members?: string[];
  annotations?: Record<string, string>;
  labels?: Record<string, string>;
  tags?: string[];
  definition?: string;
  etag?: string;
  spec?: Record<string, any>;
}

/** An entity as the catalog gives it, relations stitched. */
export function entity(name: string, options: EntityOptions = {}): Entity {
  const { kind = 'Component', owner, system, domain } = options;
  const relation = (type: string, targets: string[] = []) =>
    targets.map(targetRef => ({ type, targetRef }));
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      namespace: 'default',
      title: options.title,
      description: `About ${name}`,
      annotations: options.annotations,
      labels: options.labels,
      tags: options.tags,
      etag: options.etag ?? 'etag-1',
    },
    spec: {
      type: options.type ?? 'service',
      lifecycle: 'production',
      definition: options.definition,
      ...options.spec,
    },
    relations: [
      ...relation('ownedBy', owner ? [`group:default/${owner}`] : []),
      ...relation('partOf', system ? [`system:default/${system}`] : []),
      ...relation('partOf', domain ? [`domain:default/${domain}`] : []),
      ...relation('dependsOn', options.dependsOn),
      ...relation('consumesApi', options.consumes),
      ...relation('providesApi', options.provides),
      ...relation('apiProvidedBy', options.providedBy),
      ...relation('hasMember', options.members),
    ],
  };
}

/** Three domains' worth of a small company; the ledger is restricted to its owners. */
export function organisation(): Entity[] {
  return [
    entity('payments', {
      kind: 'Domain',
      annotations: { 'autonomy/board': 'group:default/payments-board' },
    }),
    entity('content', { kind: 'Domain' }),
    entity('billing', { kind: 'System', domain: 'payments' }),
    entity('publishing', { kind: 'System', domain: 'content' }),
    entity('team-a', { kind: 'Group', members: ['user:default/ann'] }),
    entity('team-b', {
      kind: 'Group',
      members: ['user:default/ben', 'user:default/bea'],
    }),
    entity('ann', { kind: 'User' }),
    entity('payments-api', {
      kind: 'API',
      owner: 'team-a',
      definition:
        'openapi: 3.1.0\ninfo: { title: Payments, version: 1.0.0 }\npaths: { /payments: {} }',
      providedBy: ['component:default/checkout'],
    }),
    // A placeholder: it satisfies the catalog and documents nothing.
    entity('ledger-api', {
      kind: 'API',
      owner: 'team-a',
      definition: 'TBD',
      providedBy: ['component:default/ledger'],
    }),
    entity('checkout', {
      owner: 'team-a',
      system: 'billing',
      title: 'Checkout',
      provides: ['api:default/payments-api'],
      annotations: { 'autonomy/tier': '1' },
      tags: ['java'],
    }),
    entity('ledger', {
      owner: 'team-a',
      system: 'billing',
      labels: { visibility: 'restricted' },
    }),
    entity('articles', {
      owner: 'team-b',
      system: 'publishing',
      consumes: ['api:default/payments-api', 'api:default/ledger-api'],
      dependsOn: ['component:default/ledger'],
    }),
    entity('search', { owner: 'team-b', type: 'website' }),
  ];
}
