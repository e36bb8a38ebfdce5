import { DAY, NOW } from '../../__fixtures__/time';
import type { CheckDefinition } from '../../model';
import {
  attestation,
  checkSubject,
  type SubjectSketch,
} from './__testUtils__/checkSubject';
import { compiledCheck } from './__testUtils__/compiledCheck';
import { judgeCheck } from './judgeCheck';

function verdictOf(
  definition: Partial<CheckDefinition>,
  sketch: SubjectSketch = {},
) {
  return judgeCheck(compiledCheck(definition), checkSubject(sketch));
}

/** Next change after judging, in days from now. */
function nextChange(
  definition: Partial<CheckDefinition>,
  sketch: SubjectSketch,
) {
  const subject = checkSubject(sketch);
  judgeCheck(compiledCheck(definition), subject);
  return (subject.horizon.nextChangeAt! - NOW) / DAY;
}

const met = { slo: { met: true } };
const unmet = { slo: { met: false } };

describe('judgeCheck', () => {
  describe('facts', () => {
    it('pass a score from passAt and count it as it is', () => {
      const definition = { expression: 'slo.rate', passAt: 0.8 };
      expect(
        verdictOf(definition, { facts: { slo: { rate: 0.1 + 0.7 } } }),
      ).toMatchObject({ state: 'pass', score: 0.1 + 0.7 });
      expect(
        verdictOf(definition, { facts: { slo: { rate: 0.7 } } }),
      ).toMatchObject({ state: 'fail', score: 0.7 });
      expect(
        verdictOf(definition, { facts: { slo: { rate: 1.2 } } }),
      ).toMatchObject({ state: 'unknown', unknownReason: 'wrong-type' });
    });

    it('count from one ttl on as stale, and not at all from two', () => {
      expect(verdictOf({}, { facts: met, ageDays: 0.99 }).stale).toBe(false);
      expect(verdictOf({}, { facts: met, ageDays: 1 })).toMatchObject({
        state: 'pass',
        stale: true,
      });
      expect(verdictOf({}, { facts: met, ageDays: 2 })).toMatchObject({
        state: 'unknown',
        score: 0,
        stale: false,
        unknownReason: 'fact-expired',
      });
      expect(nextChange({}, { facts: met })).toBe(1);
      expect(nextChange({}, { facts: met, ageDays: 1 })).toBe(1);
    });

    it('make stale only what leans on them', () => {
      const either = { expression: 'ci.shared || slo.met' };
      const facts = { ci: { shared: true }, slo: { met: true } };
      expect(verdictOf(either, { facts, ageDays: { slo: 1.5 } })).toMatchObject(
        { state: 'pass', stale: false },
      );
      expect(verdictOf(either, { facts, ageDays: 1.5 }).stale).toBe(true);
      const both = { expression: 'ci.shared && slo.met' };
      expect(verdictOf(both, { facts, ageDays: { slo: 1.5 } }).stale).toBe(
        true,
      );
    });

    it('that are missing make a check unknown, and say why', () => {
      expect(verdictOf({}).unknownReason).toBe('fact-missing');
      expect(
        verdictOf({}, { facts: { slo: { met: null } } }).unknownReason,
      ).toBe('fact-missing');
      expect(
        verdictOf({ expression: 'incidents.open == 0' }).unknownReason,
      ).toBe('not-covered');
    });
  });

  describe('applicability', () => {
    const when = "'api' in catalog.tags";

    it('is asked before the question', () => {
      const tagged = (...tags: string[]) => ({ ...met, catalog: { tags } });
      expect(verdictOf({ when }, { facts: tagged('api') }).state).toBe('pass');
      expect(verdictOf({ when }, { facts: tagged() }).state).toBe(
        'not-applicable',
      );
    });

    it('that cannot be told is unknown, whatever the tool or the owners say', () => {
      const definition = {
        when: 'catalog.lost',
        linkedBy: 'catalog.tools.slo',
        attestable: true,
      };
      expect(
        verdictOf(definition, {
          facts: { ...met, catalog: { tools: { slo: true } } },
          attestations: [attestation()],
        }),
      ).toMatchObject({
        state: 'unknown',
        score: 0,
        unknownReason: 'applicability-unknown',
      });
    });

    it('begins when the check takes effect', () => {
      expect(
        verdictOf({ effectiveFrom: NOW + 1 }, { facts: unmet }).state,
      ).toBe('announced');
      expect(verdictOf({ effectiveFrom: NOW }, { facts: unmet }).state).toBe(
        'fail',
      );
      expect(
        nextChange({ effectiveFrom: NOW + DAY / 2 }, { facts: unmet }),
      ).toBe(0.5);
    });
  });

  describe('a linked tool', () => {
    const linkedBy = 'catalog.tools.slo';
    const catalog = { tools: { slo: true } };

    it('counts half, but never passes', () => {
      expect(verdictOf({ linkedBy }, { facts: { catalog } })).toMatchObject({
        state: 'fail',
        score: 0.5,
        linked: true,
        unknownReason: undefined,
      });
      expect(
        verdictOf({ linkedBy }, { facts: { catalog, ...met } }),
      ).toMatchObject({ state: 'pass', score: 1, linked: false });
      expect(
        verdictOf(
          { linkedBy },
          { facts: { catalog: { tools: { slo: false } } } },
        ),
      ).toMatchObject({ state: 'unknown', score: 0 });
    });

    it('is beaten by the word of the owners', () => {
      expect(
        verdictOf(
          { linkedBy, attestable: true },
          { facts: { catalog }, attestations: [attestation()] },
        ),
      ).toMatchObject({ state: 'pass', score: 1, linked: false });
    });
  });

  describe('an attestation', () => {
    const attested = (
      rest: Parameters<typeof attestation>[0],
      sketch: SubjectSketch = {},
      definition: Partial<CheckDefinition> = { attestable: true },
    ) =>
      verdictOf(definition, { ...sketch, attestations: [attestation(rest)] });

    it('answers where no machine ever did', () => {
      expect(attested({})).toMatchObject({
        state: 'pass',
        score: 1,
        attestation: { id: 'at-1' },
      });
      expect(attested({ answer: 'no' })).toMatchObject({
        state: 'fail',
        score: 0,
        unknownReason: undefined,
      });
    });

    it('is not asked of checks that a machine is to answer', () => {
      expect(attested({}, {}, {})).toMatchObject({
        state: 'unknown',
        unknownReason: 'fact-missing',
        attestation: undefined,
      });
    });

    it.each([
      ['failing', unmet, 0, 'fail'],
      ['expired', met, 3, 'unknown'],
      ['empty', { slo: {} }, 0, 'unknown'],
    ])(
      'does not speak over a machine whose fact is %s',
      (_, facts, age, state) => {
        expect(attested({}, { facts, ageDays: age })).toMatchObject({
          state,
          attestation: undefined,
        });
      },
    );

    it('is over when it expires or is withdrawn', () => {
      expect(attested({ expiresAt: NOW + 1 }).state).toBe('pass');
      expect(attested({ expiresAt: NOW })).toMatchObject({
        state: 'unknown',
        score: 0,
        unknownReason: 'attestation-expired',
      });
      expect(attested({ withdrawnAt: NOW }).unknownReason).toBe(
        'attestation-expired',
      );
      expect(
        nextChange(
          { attestable: true },
          { attestations: [attestation({ withdrawnAt: NOW + DAY / 4 })] },
        ),
      ).toBe(0.25);
    });

    it('is replaced for good by a later one', () => {
      const attestations = [
        attestation({ id: 'a', recordedAt: NOW - 2, expiresAt: NOW + DAY }),
        attestation({ id: 'b', recordedAt: NOW - 1, expiresAt: NOW }),
      ];
      for (const list of [attestations, [...attestations].reverse()]) {
        expect(
          verdictOf({ attestable: true }, { attestations: list }),
        ).toMatchObject({ state: 'unknown', attestation: { id: 'b' } });
      }
    });
  });

  describe('an exemption', () => {
    const exempt = ['a-check'];

    it.each([
      ['fail', { slo: { rate: 0.4 } }, 0.4],
      ['unknown', {}, 0],
    ])('covers a %s with its real value', (underlying, facts, score) => {
      expect(
        verdictOf({ expression: 'slo.rate' }, { facts, exempt }),
      ).toMatchObject({
        state: 'exempt',
        underlying,
        score,
        exemption: { id: 'ex-1' },
      });
    });

    it('leaves a pass a pass', () => {
      expect(verdictOf({}, { facts: met, exempt })).toMatchObject({
        state: 'pass',
        underlying: undefined,
        exemption: { id: 'ex-1' },
      });
    });

    it('frees nobody from being accountable', () => {
      const check = compiledCheck({}, { role: 'accountability' });
      expect(judgeCheck(check, checkSubject({ facts: unmet, exempt }))).toEqual(
        expect.objectContaining({ state: 'fail', exemption: undefined }),
      );
    });
  });
});
