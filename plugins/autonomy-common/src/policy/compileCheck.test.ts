import { BUILT_IN_FACTS } from '../engine/facts';
import type { FactSchemas } from '../engine/cel';
import type { CheckDefinition, Policy } from '../model';
import { compileCheck } from './compileCheck';

const policy = {
  catalog: { tools: { onCall: ['pager/service'] } },
} as unknown as Policy;

function compile(definition: Partial<CheckDefinition>, declared?: FactSchemas) {
  const complete = {
    id: 'a-check',
    title: 'A check',
    weight: 1,
    passAt: 1,
    expression: 'slo.met',
    ...definition,
  };
  const place = { scorecard: 'card', role: 'readiness' as const };
  return compileCheck(complete, place, policy, declared);
}

describe('compileCheck', () => {
  it('compiles all its expressions', () => {
    const { check, issues, warnings } = compile({
      expression: "re2(slo.name, '^a') && slo.met",
      when: "'api' in catalog.tags",
      linkedBy: 'catalog.tools.onCall',
    });
    expect(issues).toEqual([]);
    expect(warnings).toEqual([]);
    expect(check).toMatchObject({
      scorecard: 'card',
      role: 'readiness',
      expression: { reads: [{ path: 'slo.met' }, { path: 'slo.name' }] },
      when: { reads: [{ path: 'catalog.tags' }] },
      linkedBy: { reads: [{ path: 'catalog.tools.onCall' }] },
    });
  });

  it.each(Object.entries(BUILT_IN_FACTS))(
    'knows the facts of %s',
    (collector, facts) => {
      for (const fact of Object.keys(facts)) {
        const { issues } = compile({ expression: `has(${collector}.${fact})` });
        expect(issues).toEqual([]);
      }
      const { issues } = compile({ expression: `${collector}.unheardOf` });
      expect(issues).toEqual([
        {
          field: 'expression',
          message: `unknown fact ${collector}.unheardOf (at character 1)`,
        },
      ]);
    },
  );

  it('knows the facts that are declared, and none of them for a built-in one', () => {
    const declared: FactSchemas = {
      backups: { encrypted: 'boolean' },
      team: { mood: 'number' },
    };
    const issuesOf = (expression: string) =>
      compile({ expression }, declared).issues.map(({ message }) => message);
    expect(issuesOf('backups.encrypted && others.whatever')).toEqual([]);
    expect(issuesOf('backups.encryptd')).toEqual([
      'unknown fact backups.encryptd (did you mean backups.encrypted?) (at character 1)',
    ]);
    expect(issuesOf('backups.encrypted > 3')).toHaveLength(1);
    expect(issuesOf('team.mood > 3')).toHaveLength(1);
  });

  it('says in which field each mistake is', () => {
    const { check, issues } = compile({
      expression: 'incidents.openCritical == false',
      when: 'slo.met',
      linkedBy: 'catalog.tools.oncall',
    });
    expect(check).toBeUndefined();
    expect(issues).toEqual([
      {
        field: 'expression',
        message:
          'incidents.openCritical == false compares a number with a boolean (at character 1)',
      },
      {
        field: 'when',
        message: 'may read catalog facts only (found slo.met) (at character 1)',
      },
      {
        field: 'linkedBy',
        message:
          'unknown fact catalog.tools.oncall (did you mean catalog.tools.onCall?) (at character 1)',
      },
    ]);
  });

  it('asks a score for what the check passes at', () => {
    const { check } = compile({ expression: 'slo.rate', passAt: 0.8 });
    expect(check?.expression.bounds.get('slo.rate')).toEqual([
      { operator: '>=', value: 0.8 },
    ]);
  });

  it('warns where absence helps, and compiles all the same', () => {
    const { check, warnings } = compile({
      expression: '!has(slo.debt)',
      when: 'has(catalog.owner)',
      linkedBy: "!('x' in catalog.tags)",
    });
    expect(check).toBeDefined();
    expect(warnings).toEqual([
      {
        field: 'expression',
        message: 'can pass because slo.debt is missing (at character 2)',
      },
      {
        field: 'when',
        message:
          'can stop to apply because catalog.owner is missing (at character 1)',
      },
      {
        field: 'linkedBy',
        message: 'can pass because catalog.tags is empty (at character 3)',
      },
    ]);
  });
});
