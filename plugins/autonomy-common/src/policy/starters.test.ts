import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { defaultDocuments } from '../__fixtures__/defaults';
import { compilePolicy, lintPolicy } from './compilePolicy';
import { parsePolicyFile } from './parsePolicyFile';
import { parseCheckTests, runCheckTests } from './testing';

const STARTERS = resolve(__dirname, '../../starters');
const DEFAULTS = new Set(
  compilePolicy(defaultDocuments()).scorecards.flatMap(({ checks }) =>
    checks.map(({ id }) => id),
  ),
);

const read = (file: string) => readFileSync(join(STARTERS, file), 'utf8');
const files = readdirSync(STARTERS)
  .filter(file => !file.endsWith('.test.yaml'))
  .sort();

function documentsOf(file: string) {
  const { documents, issues } = parsePolicyFile(read(file), file);
  expect(issues).toEqual([]);
  return documents;
}

describe('starters', () => {
  it('are for five concerns', () => {
    expect(files).toEqual([
      'cost.yaml',
      'data.yaml',
      'delivery.yaml',
      'reliability.yaml',
      'security.yaml',
    ]);
  });

  it('can all be adopted at once, without a warning', () => {
    const documents = [...defaultDocuments(), ...files.flatMap(documentsOf)];
    const policy = compilePolicy(documents);
    expect(policy.scorecards).toHaveLength(4 + files.length);
    expect(lintPolicy(documents)).toEqual([]);
  });

  it.each(files)('say what their cases expect (%s)', file => {
    const documents = documentsOf(file);
    const policy = compilePolicy([...defaultDocuments(), ...documents]);
    const beside = file.replace('.yaml', '.test.yaml');
    const { tests, issues } = parseCheckTests(read(beside), beside);
    expect(issues).toEqual([]);
    const results = runCheckTests(policy, tests);
    expect(results.filter(({ passed }) => !passed)).toEqual([]);

    const [{ checks }] = policy.scorecards.slice(-1);
    for (const { id, when } of checks) {
      const states = results.flatMap(({ check, found }) =>
        check === id ? found!.state : [],
      );
      expect(new Set(states)).toEqual(
        new Set([
          'pass',
          'fail',
          'unknown',
          ...(when === undefined ? [] : ['not-applicable']),
        ]),
      );
    }
  });

  it.each(files)('say all that is needed (%s)', file => {
    const documents = documentsOf(file);
    expect(documents).toHaveLength(1);
    const [starter] = compilePolicy([
      ...defaultDocuments(),
      ...documents,
    ]).scorecards.slice(-1);
    expect(starter).toMatchObject({
      name: `${file.replace('.yaml', '')}-basics`,
      role: 'guardrails',
      title: expect.any(String),
      description: expect.any(String),
    });
    // Who adopts it says whose it is.
    expect(starter).not.toHaveProperty('owner');
    expect(starter.checks.length).toBeGreaterThanOrEqual(4);
    expect(starter.checks.length).toBeLessThanOrEqual(7);
    for (const check of starter.checks) {
      expect(DEFAULTS).not.toContain(check.id);
      expect(check).not.toHaveProperty('owner');
      expect(check).not.toHaveProperty('mandatory');
      expect(check.risk).toMatch(/\.$/);
      expect(check.fix!.text).toMatch(/\.$/);
      expect(check.areas).not.toEqual([]);
    }
  });
});
