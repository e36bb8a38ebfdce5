import {
  formatPolicyIssue,
  parsePolicyFile,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { policyConflicts } from './policyConflicts';

const parse = (yaml: string, file: string) => {
  const { documents, issues } = parsePolicyFile(yaml, file);
  expect(issues).toEqual([]);
  return documents;
};
const policy = (spec: string) => `apiVersion: aligned-autonomy/v1
kind: Policy
metadata: { name: own }
spec: ${spec}
`;
const scorecard = (name: string, disabled = '') => `
apiVersion: aligned-autonomy/v1
kind: Scorecard
metadata: { name: ${name}, title: Own${disabled} }
spec:
  role: readiness
  checks: [{ id: ${name}-check, title: Own, weight: 1, expression: a.b }]
`;

const conflicts = (builtIn: string, configured: string, here: string) =>
  policyConflicts({
    builtIn: parse(builtIn, 'built-in.yaml'),
    configured: parse(configured, 'own.yaml'),
    here: parse(here, 'version 3'),
  }).map(formatPolicyIssue);

describe('policyConflicts', () => {
  it('names both places of a scorecard', () => {
    expect(conflicts('', scorecard('a'), scorecard('a'))).toEqual([
      'version 3:4: metadata.name: scorecard a comes from the configuration (own.yaml:4), so it cannot be published here',
    ]);
    expect(
      conflicts('', scorecard('a', ', disabled: true'), scorecard('a')),
    ).toHaveLength(1);
    expect(conflicts(scorecard('a'), scorecard('b'), scorecard('a'))).toEqual(
      [],
    );
  });

  it('names both places of a field of the policy, and of no other', () => {
    const configured = policy(
      '{ trust: { start: 0.5 }, areas: [{ id: tooling, title: Tools }] }',
    );
    expect(
      conflicts('', configured, policy('{ trust: { start: 0.4, rho: 0.1 } }')),
    ).toEqual([
      'version 3:4: spec.trust.start: is set by the configuration (own.yaml:4), so it cannot be published here',
    ]);
    const area = (field: string) =>
      policy(`{ areas: [{ id: b, title: B }, { id: tooling, ${field} }] }`);
    expect(conflicts('', configured, area('consequence: high'))).toEqual([]);
    expect(conflicts('', configured, area('title: T'))).toEqual([
      expect.stringContaining('spec.areas[1].title'),
    ]);
  });

  it('takes what the built-in policy says too for no statement', () => {
    const standard = policy('{ trust: { start: 0.5 } }');
    const configured = policy('{ trust: { start: 0.3 } }');
    expect(conflicts(standard, configured, standard)).toEqual([]);
    expect(
      conflicts(standard, configured, policy('{ trust: { start: 0.3 } }')),
    ).toHaveLength(1);
  });
});
