import { defaultPolicy } from '../../__fixtures__/defaults';
import type { Policy } from '../../model';
import { formatPath } from '../DocumentLines';
import { checkPolicyRules } from '.';

const DAY = 86_400_000;

/** What is wrong with the defaults after a change. */
function violations(change: (policy: Policy) => void): string[] {
  const policy = structuredClone(defaultPolicy().policy);
  change(policy);
  return checkPolicyRules(policy).map(
    ({ path, message }) => `${formatPath(path)}: ${message}`,
  );
}

describe('rules of a policy', () => {
  it('accept the defaults', () => {
    expect(violations(() => {})).toEqual([]);
  });

  it('accept observing until a date', () => {
    expect(
      violations(({ ladder }) => {
        ladder.bootstrap = 'observe';
        ladder.enforcedFrom = 0;
      }),
    ).toEqual([]);
  });

  it.each<[string, (policy: Policy) => void, string]>([
    [
      'more at stake waits longer',
      ({ guardrails }) => {
        guardrails.grace.high = 8 * DAY;
      },
      'guardrails.grace.high: must not rise (expected at most P7D, found P8D)',
    ],
    [
      'agents may do more where more is at stake',
      ({ decisions }) => {
        decisions.actorCaps.agent.critical = 3;
      },
      'decisions.actorCaps.agent.critical: must not rise (expected at most 2, found 3)',
    ],
    [
      'a better review costs more',
      ({ trust }) => {
        trust.learning.actionsClosed = 0.8;
      },
      'trust.learning.actionsClosed: must not rise (expected at most 0.75, found 0.8)',
    ],
    [
      'a small thing reviewed soon costs more than any other review',
      ({ trust }) => {
        trust.learning.lowReviewed = 0.9;
      },
      'trust.learning.lowReviewed: must not rise (expected at most 0.75, found 0.9)',
    ],
    [
      'more at stake asks for less trust',
      ({ trust }) => {
        trust.need.critical = 0.5;
      },
      'trust.need.critical: must not fall (expected at least 0.9, found 0.5)',
    ],
    [
      'a surplus matters less where more is at stake',
      ({ mismatch }) => {
        mismatch.surplus.high = 1;
      },
      'mismatch.surplus.high: must not fall (expected at least 2, found 1)',
    ],
    [
      'a deficit matters more where more is at stake',
      ({ mismatch }) => {
        mismatch.deficit.critical = 2;
      },
      'mismatch.deficit.critical: must not rise (expected at most 1, found 2)',
    ],
    [
      'a laxer tier is more urgent',
      ({ mismatch }) => {
        mismatch.tierFactor[4] = 3;
      },
      'mismatch.tierFactor.4: must not rise (expected at most 1.25, found 3)',
    ],
    [
      'a higher level asks for less trust',
      ({ levels }) => {
        levels[2].minTrust = {
          value: 0.9,
          consequences: ['high', 'critical'],
        };
      },
      'levels[3].minTrust.value: must not fall (expected at least 0.9, found 0.75)',
    ],
    [
      'a higher level asks for trust in fewer areas',
      ({ levels }) => {
        levels[2].minTrust = {
          value: 0.5,
          consequences: ['medium', 'high', 'critical'],
        };
      },
      'levels[3].minTrust.consequences: must hold those of the levels below (expected medium too)',
    ],
    [
      'trust that is not needed where more is at stake',
      ({ levels }) => {
        levels[3].minTrust = { value: 0.75, consequences: ['high', 'medium'] };
      },
      'levels[3].minTrust.consequences: must hold every consequence above its lowest (expected medium, high, critical, found high, medium)',
    ],
    [
      'a level that can never be taken',
      ({ levels }) => {
        levels[1].promotion = undefined;
      },
      'levels[1].promotion: is missing (level 2 expects it)',
    ],
    [
      'a level that is taken at once',
      ({ levels }) => {
        levels[3].sustainedFor = undefined;
      },
      'levels[3].sustainedFor: is missing (level 4 expects it)',
    ],
    [
      'criteria for the lowest level',
      ({ levels }) => {
        levels[0].promotion = 'auto';
      },
      'levels[0].promotion: level 1 has no criteria (expected nothing)',
    ],
    [
      'observing without an end',
      ({ ladder }) => {
        ladder.bootstrap = 'observe';
      },
      'ladder.enforcedFrom: is missing (bootstrap observe expects the date from which rights are enforced)',
    ],
    [
      'an end of observing without it',
      ({ ladder }) => {
        ladder.enforcedFrom = 0;
      },
      'ladder.enforcedFrom: has no meaning here (expected bootstrap observe, found lowest)',
    ],
    [
      'a band for all the rest that is not the last',
      ({ readiness }) => {
        readiness.bands[1].maxGaps = undefined;
      },
      'readiness.bands[1].maxGaps: is missing (expected a number of gaps in every band but the last, found nothing)',
    ],
    [
      'tiers that leave some out',
      ({ tiers }) => {
        tiers.computed[3].minDomains = 1;
      },
      'tiers.computed[3].minDomains: has no meaning in the last tier, which is for all the rest (expected nothing, found 1)',
    ],
    [
      'more gaps in a better band',
      ({ readiness }) => {
        readiness.bands[0].band = 'focus';
        readiness.bands[2].band = 'ready';
      },
      'readiness.bands: must go from best to worst (expected ready, minor-gaps, focus, not-ready, found focus, minor-gaps, ready, not-ready)',
    ],
    [
      'a band twice',
      ({ readiness }) => {
        readiness.bands[1].band = 'ready';
      },
      'readiness.bands: must go from best to worst (expected ready, focus, not-ready, found ready, ready, focus, not-ready)',
    ],
    [
      'a draft that lasts longer than its plan may',
      ({ repair }) => {
        repair.plans['full-restriction'].duration = 31 * DAY;
      },
      'repair.plans.full-restriction.duration: must not rise (expected at most P30D, found P31D)',
    ],
    [
      'a restriction that restricts nothing',
      ({ repair }) => {
        repair.plans['full-restriction'].cap = undefined;
      },
      'repair.plans.full-restriction.cap: is missing (a plan that restricts expects it)',
    ],
    [
      'a full restriction that leaves more than a targeted one',
      ({ repair }) => {
        repair.plans['full-restriction'].cap = 3;
      },
      'repair.plans.full-restriction.cap: must not leave more than targeted guardrails (expected at most 2, found 3)',
    ],
    [
      'safety that is low and high at once',
      ({ repair }) => {
        repair.highSafetyFrom = 2;
      },
      'repair.highSafetyFrom: must not fall (expected at least 2.5, found 2)',
    ],
    [
      'a promotion that time decides',
      ({ governance }) => {
        governance.rules.promotion.lapsesAfter = 30 * DAY;
      },
      'governance.rules.promotion.lapsesAfter: has no meaning here, for a matter that ends with what it is about (expected nothing, found P30D)',
    ],
    [
      'a grant that waits for ever',
      ({ governance }) => {
        governance.rules.grant.lapsesAfter = undefined;
      },
      'governance.rules.grant.lapsesAfter: is missing (a matter that does not end by itself expects it)',
    ],
    [
      'audits that reach into the next quarter',
      ({ governance }) => {
        governance.auditsDueAfter = 91 * DAY;
      },
      'governance.auditsDueAfter: must leave the audits of a quarter behind before the next (expected at most P90D, found P91D)',
    ],
  ])('refuse %s', (_name, change, expected) => {
    expect(violations(change)[0]).toBe(expected);
  });
});
