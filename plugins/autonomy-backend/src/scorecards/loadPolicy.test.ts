import { createMockDirectory } from '@backstage/backend-test-utils';
import { loadPolicy } from './loadPolicy';

const scorecard = (
  expression: string,
  extra = '',
) => `apiVersion: aligned-autonomy/v1
kind: Scorecard
metadata:
  name: own
  title: Our own
spec:
  role: guardrails
  checks:
    - id: own-check
      title: Something
      areas: [deployment]
      effect: narrow
      expression: ${expression}
${extra}`;

describe('loadPolicy', () => {
  const directory = createMockDirectory();
  const load = async (
    text: string,
    options?: Parameters<typeof loadPolicy>[1],
  ) => {
    directory.setContent({ 'own.yaml': text });
    return loadPolicy([directory.resolve('own.yaml')], options);
  };

  it('compiles the built-in documents, and own ones on top', async () => {
    const builtIn = await loadPolicy([]);
    expect(builtIn.scorecards.map(({ name }) => name)).toContain('guardrails');
    const own = await load(scorecard('pipeline.shared'));
    expect(own.scorecards.map(({ name }) => name)).toContain('own');
    expect(own.version).not.toBe(builtIn.version);
  });

  it('has one version for one meaning', async () => {
    const { version } = await loadPolicy([]);
    expect(version).toMatch(/^[0-9a-f]{16}$/);
    expect((await loadPolicy([])).version).toBe(version);
    const own = await load(scorecard('pipeline.shared'));
    const commented = await load(
      `# a comment\n${scorecard('pipeline.shared')}`,
    );
    expect(commented.version).toBe(own.version);
  });

  it.each([
    [
      'a misspelt field',
      scorecard('pipeline.shared', '      wieght: 2'),
      /own\.yaml:14: spec\.checks\[0\]\S*wieght/,
    ],
    [
      'an expression that is none',
      scorecard("'pipeline.shared &&'"),
      /own\.yaml:13: spec\.checks\[0\]\.expression/,
    ],
    ['no YAML', 'a: [', /own\.yaml:\d+: /],
  ])(
    'refuses %s in one line with file, line and field',
    async (_, text, message) => {
      const error: Error = await load(text).then(
        () => new Error('accepted'),
        e => e,
      );
      expect(error.message).toMatch(message);
      expect(error.message).not.toContain('\n');
    },
  );

  it('refuses a misspelt fact of a declared collector', async () => {
    const facts = { backups: { encrypted: 'boolean' } } as const;
    const misspelt = scorecard('backups.encryptd');
    await expect(load(misspelt)).resolves.toBeDefined();
    await expect(load(misspelt, { facts })).rejects.toThrow(
      /own\.yaml:13: spec\.checks\[0\]\.expression: unknown fact backups\.encryptd \(did you mean backups\.encrypted\?\)/,
    );
    await expect(
      load(scorecard('backups.encrypted'), { facts }),
    ).resolves.toBeDefined();
  });

  it('names a file that cannot be read', async () => {
    await expect(loadPolicy(['/nowhere/own.yaml'])).rejects.toThrow(
      '/nowhere/own.yaml: cannot be read (named in autonomy.policy.files)',
    );
  });
});
