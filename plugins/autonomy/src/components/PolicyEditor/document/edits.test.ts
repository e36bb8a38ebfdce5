import { editAt } from './edits';

const LEVEL_3 = { key: 'level', is: 3 };
const POLICY = `# Ours.
kind: Policy
metadata:
  name: ours
spec:
  levels:
    # Higher than elsewhere.
    - level: 3
      minReadiness: 70
`;

describe('editAt', () => {
  it('changes a field and leaves every comment', () => {
    const address = ['spec', 'levels', LEVEL_3, 'minReadiness'];
    expect(editAt(POLICY, address, 75)).toBe(POLICY.replace('70', '75'));
  });

  it('adds the item of which nothing is said yet', () => {
    const level4 = { key: 'level', is: 4 };
    const edited = editAt(
      POLICY,
      ['spec', 'levels', level4, 'minTrust', 'value'],
      0.8,
    );

    expect(edited).toContain('# Higher than elsewhere.');
    expect(edited).toMatch(/- level: 4\n\s+minTrust:\n?\s*\{? ?value: 0.8/);
  });

  it('takes away what says nothing any more', () => {
    const edited = editAt(
      POLICY,
      ['spec', 'levels', LEVEL_3, 'minReadiness'],
      undefined,
    );

    expect(edited).not.toContain('level');
    expect(edited).toContain('spec:');
  });

  it('adds a list where there is none', () => {
    const area = { key: 'id', is: 'security' };
    expect(
      editAt(POLICY, ['spec', 'areas', area, 'consequence'], 'critical'),
    ).toMatch(/areas:\n\s+- id: security\n\s+consequence: critical/);
  });
});
