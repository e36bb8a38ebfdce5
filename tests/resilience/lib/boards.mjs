import { createRequire } from 'node:module';
import { inRoot } from '../../../scripts/lib/root.mjs';

const require = createRequire(inRoot('packages/backend/package.json'));
const {
  InMemoryCatalogClient,
} = require('@backstage/catalog-client/testUtils');

const DOMAINS = 3;
const numbers = Array.from({ length: DOMAINS }, (_, n) => n);

/** The group that decides where no domain's board may. */
export const CENTRE = 'group:default/centre';
export const componentRef = n => `component:default/component-${n}`;
export const domainRef = n => `domain:default/domain-${n}`;

/** Members by name of the group. Two sit on a board and in a team that they would decide about. */
const MEMBERS = {
  centre: ['clara', 'carl'],
  ...Object.fromEntries(
    numbers.flatMap(n => [
      [`board-${n}`, [`bea-${n}`, `bob-${n}`, `bill-${n}`, `both-${n}`]],
      [`team-${n}`, [`ann-${n}`, `abe-${n}`, `both-${n}`]],
    ]),
  ),
};

/** Everybody, with the groups that they belong to. */
export const PEOPLE = [...new Set(Object.values(MEMBERS).flat()), 'nobody'].map(
  name => ({
    ref: `user:default/${name}`,
    groups: Object.keys(MEMBERS)
      .filter(group => MEMBERS[group].includes(name))
      .map(group => `group:default/${group}`),
  }),
);

/** The team that owns a component, and the board of its domain. */
export const sidesOf = n => ({
  ownerRef: `group:default/team-${n % DOMAINS}`,
  boardRef: `group:default/board-${n % DOMAINS}`,
});

/** A catalog in memory with teams, boards and components for a backend process. */
export default function createCatalog(components) {
  return new InMemoryCatalogClient({
    entities: [
      ...Object.entries(MEMBERS).map(([group, members]) =>
        entity('Group', group, { type: 'team', children: [] }, [
          ...members.map(name => ({
            type: 'hasMember',
            targetRef: `user:default/${name}`,
          })),
        ]),
      ),
      ...numbers.map(n =>
        entity(
          'Domain',
          `domain-${n}`,
          { owner: `board-${n}` },
          [{ type: 'ownedBy', targetRef: `group:default/board-${n}` }],
          { 'autonomy/board': `group:default/board-${n}` },
        ),
      ),
      ...numbers.map(n =>
        entity('System', `system-${n}`, { domain: `domain-${n}` }, [
          { type: 'partOf', targetRef: domainRef(n) },
        ]),
      ),
      ...Array.from({ length: components }, (_, n) =>
        entity(
          'Component',
          `component-${n}`,
          { type: 'service', lifecycle: 'production' },
          [
            { type: 'ownedBy', targetRef: sidesOf(n).ownerRef },
            {
              type: 'partOf',
              targetRef: `system:default/system-${n % DOMAINS}`,
            },
          ],
        ),
      ),
    ],
  });
}

function entity(kind, name, spec, relations, annotations = {}) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      namespace: 'default',
      uid: `${kind}-${name}`,
      etag: `${kind}-${name}`,
      annotations,
    },
    spec,
    relations,
  };
}
