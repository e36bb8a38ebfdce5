import { InputError } from '@backstage/errors';
import {
  rightName,
  type Actor,
  type DecisionCap,
  type DecisionObligation,
  type DecisionPolicy,
  type DecisionRight,
  type Evaluation,
  type GuardrailInPlay,
  type MayIAnswer,
  type MayIDenial,
  type MayIQuery,
  type Policy,
  type RightResult,
} from '../../model';
import { entryOf } from '../entryOf';
import { unknownArea } from '../unknownArea';
import { owesOutcome } from './owedOutcomes';

const HIGHEST: DecisionRight = 5;

/**
 * The answer about an entity that is unknown, unreadable or out of scope: one and the same, so
 * that it does not tell which.
 * @public
 */
export const UNKNOWN_ENTITY: Readonly<MayIDenial> = Object.freeze({
  decision: false,
  reason: 'unknown-entity',
});

/** The right in the area that the query names, itself or by its action. */
function rightAsked(
  { area, action }: MayIQuery,
  rights: readonly RightResult[],
): RightResult {
  const find = (id: string | undefined) =>
    rights.find(right => right.area === id);
  const byAction = find(action?.split(':')[0]);
  const found = area === undefined ? byAction : find(area);
  if (!found) {
    const known = rights.map(right => right.area);
    throw new InputError(`area: ${unknownArea(area, known)}`);
  }
  if (byAction && byAction !== found) {
    throw new InputError(
      `action: names another area (expected ${found.area}, found ${action})`,
    );
  }
  return found;
}

/** What an actor other than a human may do at most; an actor that nobody knows may do nothing. */
function actorCapOf(
  actor: Actor,
  { consequence }: RightResult,
  { actorCaps }: DecisionPolicy,
): DecisionCap | undefined {
  if (actor === 'human') return undefined;
  const caps = entryOf(actorCaps, actor);
  if (!caps) {
    const known = ['human', ...Object.keys(actorCaps)].join(', ');
    throw new InputError(
      `actor: unknown actor (expected one of ${known}, found ${actor})`,
    );
  }
  return { kind: 'actor', right: caps[consequence], actor };
}

/** What keeps the outcome from being higher; soft caps bind only where no grant lifts the right. */
function bindingCaps(
  { caps, grant }: RightResult,
  actorCap: DecisionCap | undefined,
  outcome: DecisionRight,
): DecisionCap[] {
  if (outcome === HIGHEST) return [];
  const lifted = grant && !grant.failed;
  const binding: DecisionCap[] = caps.filter(
    ({ right, hard }) => right === outcome && (hard || !lifted),
  );
  if (grant?.right === outcome) {
    const { id, reason } = grant;
    binding.push({ kind: 'grant', right: outcome, ref: id, title: reason });
  }
  if (actorCap?.right === outcome) binding.push(actorCap);
  return binding;
}

function guardrailsInPlay(
  area: string,
  { guardrails: { guardrails } }: Evaluation,
): GuardrailInPlay[] {
  return guardrails
    .filter(({ status, areas }) => status !== 'ok' && areas.includes(area))
    .map(({ check, status, effect, mandatory, breachesAt }) => ({
      id: check.id,
      title: check.title,
      status,
      effect,
      mandatory,
      breachesAt,
    }));
}

function obligations(
  right: DecisionRight,
  { actor }: MayIQuery,
  policy: DecisionPolicy,
  now: number,
): DecisionObligation[] {
  const owed: DecisionObligation[] = [];
  const word = rightName(right);
  if (word === 'peer-review') owed.push({ kind: 'peer-review' });
  if (word === 'inform') {
    owed.push({ kind: 'review', dueAt: now + policy.reviewWithin });
  }
  if (owesOutcome(actor, right, policy)) {
    owed.push({ kind: 'record-outcome', dueAt: now + policy.outcomeWithin });
  }
  return owed;
}

function approver(
  { ownedBy }: RightResult,
  { entity: { boardRef } }: Evaluation,
): MayIAnswer['approver'] {
  return ownedBy === 'domain' && boardRef !== undefined
    ? { board: 'domain', boardRef }
    : { board: 'central' };
}

/**
 * Whether an actor may act without asking, from what was last evaluated. Its actor narrows the
 * right; the action chooses among areas and never changes a right. Model section 11.
 *
 * @param evaluation - as of now: its `nextChangeAt` has not come yet
 * @param policy - with the overlays of the entity's domains
 * @param now - UTC milliseconds
 * @throws InputError for an unknown area or actor, and for an action that names another area
 * @public
 */
export function mayI(
  query: MayIQuery,
  evaluation: Evaluation,
  policy: Policy,
  now: number,
): MayIAnswer {
  const { decisions } = policy;
  const { actor, action } = query;
  const asked = rightAsked(query, evaluation.rights);
  const actorCap = actorCapOf(actor, asked, decisions);
  const right = Math.min(
    asked.effective,
    actorCap?.right ?? HIGHEST,
  ) as DecisionRight;
  const { enforcedFrom = -Infinity, nextChangeAt = Infinity } = evaluation;
  const enforced = now >= enforcedFrom;

  return {
    entityRef: evaluation.entity.entityRef,
    area: asked.area,
    action,
    actor,
    right,
    outcome: rightName(right),
    decision: right >= decisions.aloneFrom,
    enforced,
    enforcedFrom: enforced ? undefined : enforcedFrom,
    caps: bindingCaps(asked, actorCap, right),
    grant: asked.grant,
    guardrails: guardrailsInPlay(asked.area, evaluation),
    obligations: obligations(right, query, decisions, now),
    approver: approver(asked, evaluation),
    validUntil: Math.min(
      nextChangeAt,
      now + decisions.validFor,
      enforced ? Infinity : enforcedFrom,
    ),
    evaluatedAt: evaluation.evaluatedAt,
    policyVersion: evaluation.policyVersion,
  };
}
