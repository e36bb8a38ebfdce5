import fc from 'fast-check';
import { scenarioInput } from '../../../__fixtures__/scenario';
import type { EvaluationInput } from '../../EvaluationInput';
import {
  at,
  attestation,
  day,
  DAYS,
  exemption,
  facts,
  grant,
  incidentStates,
  plan,
  promotion,
  some,
} from './records';

/** What happens to an entity in {@link DAYS} days, all of it on whole days. */
export const story: fc.Arbitrary<EvaluationInput> = fc
  .record({
    facts,
    exemptions: some(exemption, 3),
    attestations: some(attestation, 2),
    promotions: some(promotion, 4),
    grants: some(grant, 2),
    plans: some(plan, 2),
    incidents: fc
      .uniqueArray(incidentStates, {
        maxLength: 2,
        selector: ([{ id }]) => id,
      })
      .map(states => states.flat()),
    silent: fc.option(day, { nil: undefined }),
  })
  .map(({ silent, ...records }) => {
    const { entity, coverage } = scenarioInput({ coveredDays: 400 });
    const lastHeardAt = at(silent ?? DAYS);
    return {
      ...records,
      entity,
      deployments: [],
      coverage: coverage.map(row => ({ ...row, lastHeardAt })),
    };
  });
