import {
  autonomyAttestationCreatePermission,
  autonomyAuditLogReadPermission,
  autonomyAuditManagePermission,
  autonomyEntityReadPermission,
  autonomyExemptionDecidePermission,
  autonomyExemptionRequestPermission,
  autonomyGrantCreatePermission,
  autonomyHealthReadPermission,
  autonomyIncidentClassifyPermission,
  autonomyObjectiveWritePermission,
  autonomyOverlayWritePermission,
  autonomyPermissions,
  autonomyPlanManagePermission,
  autonomyPolicyReadPermission,
  autonomyPolicyWritePermission,
  autonomyProposalDecidePermission,
  autonomyScorecardWritePermission,
  autonomySimulationCreatePermission,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { catalogConditions } from '@backstage/plugin-catalog-backend/alpha';
import {
  catalogEntityCreatePermission,
  catalogEntityDeletePermission,
  catalogEntityReadPermission,
  catalogLocationReadPermission,
  catalogLocationCreatePermission,
} from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  createPermission,
} from '@backstage/plugin-permission-common';
import { decide } from './decide';

const dana = ['user:default/dana.developer', 'group:default/payments-team'];
const petra = ['user:default/petra.platform', 'group:default/platform-team'];
const bo = ['user:default/bo.board', 'group:default/payments-board'];
const cleo = ['user:default/cleo.cto', 'group:default/leadership'];

const ALLOW = { result: AuthorizeResult.ALLOW };
const DENY = { result: AuthorizeResult.DENY };

const ingest = autonomyPermissions.filter(p =>
  /\.(ingest|backfill)$/.test(p.name),
);
const basic = (name: string, action: 'create' | 'read' | 'update' = 'create') =>
  createPermission({ name, attributes: { action } });

describe('sample policy', () => {
  it('shows ordinary people public entities and those they own', () => {
    expect(decide(catalogEntityReadPermission, dana)).toEqual({
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'catalog',
      resourceType: 'catalog-entity',
      conditions: {
        anyOf: [
          {
            not: catalogConditions.hasLabel({
              label: 'autonomy.example/visibility',
              value: 'restricted',
            }),
          },
          catalogConditions.isEntityOwner({ claims: dana }),
        ],
      },
    });
  });

  it('asks the same of autonomy as of the catalog', () => {
    const [catalog, autonomy] = [
      catalogEntityReadPermission,
      autonomyEntityReadPermission,
    ].map(permission => JSON.stringify(decide(permission, dana)));

    expect(autonomy).toBe(
      catalog
        .replaceAll('catalog-entity', 'autonomy-entity')
        .replaceAll('"catalog"', '"autonomy"'),
    );
  });

  it.each([
    ['the platform team', petra],
    ['boards', bo],
    ['leadership', cleo],
  ])('shows everything to %s', (_, claims) => {
    expect(decide(catalogEntityReadPermission, claims)).toEqual(ALLOW);
    expect(decide(autonomyEntityReadPermission, claims)).toEqual(ALLOW);
  });

  it('lets only the platform team bring in evidence', () => {
    expect(ingest).toHaveLength(4);
    for (const permission of ingest) {
      expect(decide(permission, petra)).toEqual(ALLOW);
      expect(decide(permission, dana)).toEqual(DENY);
      expect(decide(permission, cleo)).toEqual(DENY);
    }
  });

  it('lets boards decide, owners answer and the platform team look after it', () => {
    for (const permission of [
      autonomyExemptionDecidePermission,
      autonomyIncidentClassifyPermission,
      autonomyObjectiveWritePermission,
      autonomyProposalDecidePermission,
    ]) {
      expect(decide(permission, bo)).toEqual(ALLOW);
      expect(decide(permission, petra)).toEqual(DENY);
    }
    for (const permission of [
      autonomyAttestationCreatePermission,
      autonomyAuditManagePermission,
      autonomyExemptionRequestPermission,
      autonomyGrantCreatePermission,
      autonomyPlanManagePermission,
    ]) {
      expect(decide(permission, dana)).toEqual(ALLOW);
      expect(decide(permission, undefined)).toEqual(DENY);
    }
    expect(decide(autonomyAuditLogReadPermission, bo)).toEqual(ALLOW);
    expect(decide(autonomyAuditLogReadPermission, dana)).toEqual(DENY);
    expect(decide(autonomyHealthReadPermission, petra)).toEqual(ALLOW);
    expect(decide(autonomyHealthReadPermission, bo)).toEqual(DENY);
  });

  it('lets everybody see and try the policy, and those write it who answer for it', () => {
    for (const permission of [
      autonomyPolicyReadPermission,
      autonomySimulationCreatePermission,
    ]) {
      expect(decide(permission, dana)).toEqual(ALLOW);
      expect(decide(permission, undefined)).toEqual(DENY);
    }
    for (const permission of [
      autonomyPolicyWritePermission,
      autonomyScorecardWritePermission,
    ]) {
      expect(decide(permission, petra)).toEqual(ALLOW);
      expect(decide(permission, cleo)).toEqual(ALLOW);
      expect(decide(permission, bo)).toEqual(DENY);
      expect(decide(permission, dana)).toEqual(DENY);
    }
    expect(decide(autonomyOverlayWritePermission, bo)).toEqual(ALLOW);
    expect(decide(autonomyOverlayWritePermission, petra)).toEqual(DENY);
  });

  it('lets only the platform team change the catalog', () => {
    for (const permission of [
      catalogEntityCreatePermission,
      catalogEntityDeletePermission,
      catalogLocationCreatePermission,
    ]) {
      expect(decide(permission, petra)).toEqual(ALLOW);
      expect(decide(permission, bo)).toEqual(DENY);
    }
    expect(decide(catalogLocationReadPermission, dana)).toEqual(ALLOW);
  });

  it('gives a power of autonomy that it does not know to nobody', () => {
    expect(decide(basic('autonomy.something.new'), petra)).toEqual(DENY);
    expect(decide(basic('autonomy.something.read', 'read'), dana)).toEqual(
      DENY,
    );
  });

  it('leaves the rest of the portal open to everybody who is signed in', () => {
    expect(decide(basic('notifications.anything'), dana)).toEqual(ALLOW);
    expect(decide(basic('search.anything', 'read'), dana)).toEqual(ALLOW);
  });

  it('takes a group whose name merely contains a trusted one for an ordinary group', () => {
    for (const group of ['not-platform-team', 'leadership-fans', 'boarding']) {
      expect(
        decide(catalogEntityReadPermission, [`group:default/${group}`]),
      ).toMatchObject({ result: AuthorizeResult.CONDITIONAL });
    }
  });

  it('allows nothing to somebody who is not signed in', () => {
    expect(decide(catalogEntityReadPermission, undefined)).toEqual(DENY);
    expect(decide(basic('search.anything', 'read'), undefined)).toEqual(DENY);
  });
});
