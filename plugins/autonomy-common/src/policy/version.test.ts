import { defaultDocuments } from '../__fixtures__/defaults';
import { compilePolicy, parsePolicyFile } from '.';

const SCORECARD = `apiVersion: aligned-autonomy/v1
kind: Scorecard
metadata: { name: ours, title: Ours }
spec:
  role: readiness
  filter: { kind: Component, spec.type: service }
  checks: [{ id: own, title: Own, expression: a.b, weight: 2 }]
`;
const OVERLAY = `apiVersion: aligned-autonomy/v1
kind: Overlay
metadata: { name: payments, domain: domain:default/payments }
spec: { ladder: { demotionGrace: P7D } }
`;

function versionOf(files: Record<string, string>, first = false): string {
  const own = Object.entries(files).flatMap(
    ([file, text]) => parsePolicyFile(text, file).documents,
  );
  const all = first
    ? [...own, ...defaultDocuments()]
    : [...defaultDocuments(), ...own];
  return compilePolicy(all).version;
}

describe('the version of a policy', () => {
  const version = versionOf({ 'a.yaml': SCORECARD });

  it('is short', () => {
    expect(version).toMatch(/^[0-9a-f]{16}$/);
  });

  it('is one for one meaning', () => {
    expect(versionOf({ 'b.yaml': `# comment\n${SCORECARD}` })).toBe(version);
    expect(versionOf({ 'a.yaml': SCORECARD }, true)).toBe(version);
    expect(
      versionOf({
        'a.yaml': SCORECARD.replace(
          'kind: Component, spec.type: service',
          'spec.type: service, kind: Component',
        ).replace('weight: 2', 'weight: 2.0, passAt: 1'),
      }),
    ).toBe(version);
  });

  it.each([
    ['a weight', { 'a.yaml': SCORECARD.replace('weight: 2', 'weight: 3') }],
    ['a filter', { 'a.yaml': SCORECARD.replace('service', 'website') }],
    ['an overlay', { 'a.yaml': SCORECARD, 'b.yaml': OVERLAY }],
  ])('changes with %s', (_name, files) => {
    expect(versionOf(files)).not.toBe(version);
  });

  it('changes with the content of an overlay', () => {
    expect(versionOf({ 'b.yaml': OVERLAY })).not.toBe(
      versionOf({ 'b.yaml': OVERLAY.replace('P7D', 'P8D') }),
    );
  });
});
