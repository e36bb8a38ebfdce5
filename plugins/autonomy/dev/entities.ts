import type { Evaluation } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Entity } from '@backstage/catalog-model';

const group = (name: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name, namespace: 'default' },
  spec: { type: 'team', children: [] },
  relations: ['ada', 'ben', 'cy', 'dee'].map(member => ({
    type: 'hasMember',
    targetRef: `user:default/${member}`,
  })),
});

const system = (name: string, domainName: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: { name, namespace: 'default' },
  spec: { owner: 'central-board', domain: domainName },
  relations: [{ type: 'partOf', targetRef: `domain:default/${domainName}` }],
});

const domain = (name: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Domain',
  metadata: { name, namespace: 'default' },
  spec: { owner: 'central-board' },
});

const component = ({ entity }: Evaluation): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: entity.name,
    namespace: entity.namespace,
    title: entity.title,
    description: 'Takes card payments and pays merchants out.',
  },
  spec: {
    type: entity.type,
    lifecycle: entity.lifecycle,
    owner: entity.ownerRef,
  },
  relations: entity.ownerRef
    ? [{ type: 'ownedBy', targetRef: entity.ownerRef }]
    : [],
});

/** Catalog entities that fit the evaluations, with their owners and domains. */
export function catalogEntities(evaluations: Evaluation[]): Entity[] {
  return [
    ...evaluations.map(component),
    ...['payments-team', 'content-team', 'platform-team'].map(group),
    ...['payments', 'content', 'platform'].map(domain),
    system('checkout', 'payments'),
    {
      ...component(evaluations[0]),
      metadata: { name: 'not-in-scope', namespace: 'default' },
    },
  ];
}
