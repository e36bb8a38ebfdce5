import { DAY, NOW } from '../../__fixtures__/time';
import type { CheckDefinition } from '../../model';
import {
  attestation,
  checkSubject,
  type SubjectSketch,
} from './__testUtils__/checkSubject';
import { compiledCheck } from './__testUtils__/compiledCheck';
import { explainCheck } from './explainCheck';
import { judgeCheck } from './judgeCheck';

function resultOf(
  definition: Partial<CheckDefinition>,
  sketch: SubjectSketch = {},
) {
  const subject = checkSubject(sketch);
  const verdict = judgeCheck(compiledCheck(definition), subject);
  return explainCheck(verdict, subject.context);
}

describe('explainCheck', () => {
  it('carries what was read', () => {
    expect(
      resultOf(
        { expression: 'slo.rate >= 0.9 && slo.met' },
        { facts: { slo: { rate: 0.95 } }, ageDays: 0.5 },
      ).reads,
    ).toMatchObject([
      { path: 'slo.met', state: 'missing' },
      {
        path: 'slo.rate',
        value: 0.95,
        state: 'fresh',
        collectedAt: NOW - DAY / 2,
      },
    ]);
  });

  it('says what a fact had to meet', () => {
    const [reading] = resultOf({ expression: 'slo.rate >= 0.9' }).reads;
    expect(reading.bounds).toEqual([
      expect.objectContaining({ operator: '>=', value: 0.9 }),
    ]);
  });

  it('shows a fact that is too old, and a null as none', () => {
    const facts = { slo: { met: true } };
    expect(resultOf({}, { facts, ageDays: 2 }).reads).toMatchObject([
      { value: true, state: 'expired' },
    ]);
    expect(resultOf({}, { facts: { slo: { met: null } } }).reads).toMatchObject(
      [{ value: undefined, state: 'missing' }],
    );
  });

  it('adds the tool that is linked', () => {
    const facts = { catalog: { tools: { slo: true } } };
    expect(
      resultOf({ linkedBy: 'catalog.tools.slo' }, { facts }).reads.map(
        ({ path, state }) => [path, state],
      ),
    ).toEqual([
      ['slo.met', 'missing'],
      ['catalog.tools.slo', 'fresh'],
    ]);
  });

  it('shows no score of what counts nowhere, and why it does not', () => {
    const result = resultOf(
      { when: 'catalog.tier == 1' },
      { facts: { catalog: { tier: 2 } } },
    );
    expect(result).toMatchObject({ state: 'not-applicable', score: undefined });
    expect(result.reads).toMatchObject([{ path: 'catalog.tier', value: 2 }]);
  });

  it('shows what is beneath an exemption and until when', () => {
    expect(resultOf({}, { exempt: ['a-check'] })).toMatchObject({
      state: 'exempt',
      underlying: 'unknown',
      unknownReason: 'fact-missing',
      exemption: {
        id: 'ex-1',
        reason: 'A new tool comes in autumn',
        expiresAt: NOW + DAY,
      },
    });
  });

  it('shows no exemption that a pass does not lean on', () => {
    const facts = { slo: { met: true } };
    expect(resultOf({}, { facts, exempt: ['a-check'] })).toMatchObject({
      state: 'pass',
      exemption: undefined,
    });
  });

  it('shows whose word decided without naming a person', () => {
    const { attestation: shown } = resultOf(
      { attestable: true },
      {
        attestations: [
          attestation({
            attestedBy: 'user:default/jo',
            evidenceUrl: 'https://wiki/x',
            withdrawnAt: NOW + 1,
          }),
        ],
      },
    );
    expect(shown).toEqual({
      id: 'at-1',
      answer: 'yes',
      attestedAt: NOW - DAY,
      expiresAt: NOW + 1,
      evidenceUrl: 'https://wiki/x',
    });
  });

  it('says whether the owners may answer', () => {
    const attestable = (
      definition: Partial<CheckDefinition>,
      sketch?: SubjectSketch,
    ) => resultOf(definition, sketch).attestable;

    expect(attestable({ attestable: true })).toBe(true);
    expect(attestable({})).toBeUndefined();
    // A machine has spoken, if only of something else and long ago.
    const sketch = { facts: { slo: { other: 1 } }, ageDays: 9 };
    expect(attestable({ attestable: true }, sketch)).toBeUndefined();
  });
});
