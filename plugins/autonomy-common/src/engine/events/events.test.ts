import fc from 'fast-check';
import type { EvaluationEvent, EvaluationState } from '../../model';
import { advance } from '../advance';
import { at, DAYS } from '../time/__testUtils__/records';
import { SHORT } from '../time/__testUtils__/shortPolicy';
import { story } from '../time/__testUtils__/story';

/** What events are about. */
function told({ level, atRisk, proposals, outcome, plans }: EvaluationState) {
  return {
    level,
    atRisk: atRisk !== undefined,
    proposals: proposals.map(each => [each.level, each.state]),
    band: outcome.readinessBand,
    guardrails: { ...outcome.guardrails },
    rights: { ...outcome.rights },
    plans: Object.fromEntries(
      Object.entries(plans).map(([id, { outcome: end }]) => [id, end]),
    ),
  };
}

type Told = ReturnType<typeof told>;

/** One event over what was so before; it must begin where that stood. */
function replay(was: Told, event: EvaluationEvent): Told {
  switch (event.kind) {
    case 'level-promoted':
    case 'level-demoted':
      expect(event.from).toBe(was.level);
      return {
        ...was,
        level: event.to,
        atRisk: event.kind === 'level-promoted' && was.atRisk,
        proposals: was.proposals.filter(([level]) => level === event.to + 1),
      };
    case 'level-at-risk':
      expect(was.atRisk).toBe(false);
      return { ...was, atRisk: true };
    case 'level-recovered':
      expect(was.atRisk).toBe(true);
      return { ...was, atRisk: false };
    case 'proposal-opened':
      return { ...was, proposals: [[event.level, 'open']] };
    case 'proposal-rejected':
      return { ...was, proposals: [[event.level, 'rejected']] };
    case 'proposal-lapsed':
      return { ...was, proposals: [] };
    case 'guardrail-changed': {
      expect(event.from).toBe(was.guardrails[event.checkId]);
      const { [event.checkId]: _, ...others } = was.guardrails;
      return {
        ...was,
        guardrails: event.to
          ? { ...others, [event.checkId]: event.to }
          : others,
      };
    }
    case 'readiness-changed':
      expect(event.from).toBe(was.band);
      return { ...was, band: event.to };
    case 'right-changed':
      expect(event.from).toBe(was.rights[event.area]);
      return { ...was, rights: { ...was.rights, [event.area]: event.to } };
    default:
      expect(was.plans[event.planId]).toBeUndefined();
      return { ...was, plans: { ...was.plans, [event.planId]: event.outcome } };
  }
}

describe('events', () => {
  it('tell all that changed, once', () =>
    fc.assert(
      fc.property(story, fc.integer({ min: 1, max: DAYS }), (input, day) => {
        const start = advance(input, SHORT, at(0));
        expect(start.events).toEqual([]);
        const { state, events } = advance(
          { ...input, prior: start.state },
          SHORT,
          at(day),
        );
        expect(events.reduce(replay, told(start.state))).toEqual(told(state));
      }),
      { numRuns: 1000 },
    ));
});
