import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { policyWith } from '../__fixtures__/defaults';

const REFERENCE = resolve(__dirname, '../../../../docs/reference');

/** The YAML documents in a page of the documentation. */
function examplesOf(page: string): string[] {
  const text = readFileSync(resolve(REFERENCE, page), 'utf8');
  return [...text.matchAll(/```yaml\n(.*?)```/gs)].map(([, yaml]) => yaml);
}

describe('examples of the documentation', () => {
  it.each(['scorecards.md', 'overlays.md'])('%s compiles', page => {
    expect(() => policyWith(...examplesOf(page))).not.toThrow();
  });

  it('overlays.md tightens its domain', () => {
    const policy = policyWith(...examplesOf('overlays.md'));
    const tightened = policy.forDomains(['domain:default/payments']);
    expect(tightened.policy.levels[2].minReadiness).toBe(75);
  });
});
