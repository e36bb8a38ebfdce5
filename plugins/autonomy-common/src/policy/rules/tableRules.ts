import { CONSEQUENCES, SEVERITIES, type Policy } from '../../model';
import { formatDuration } from '../schema/asWritten';
import type { RuleViolation } from './RuleViolation';
import { turns, turnsByConsequence, turnsOver } from './turns';

const LEVELS = [1, 2, 3, 4] as const;

/** More autonomy never allows less, and more at stake never allows more. */
function rightRules({ rights, decisions }: Policy): RuleViolation[] {
  const { byLevel } = rights;
  const { actorCaps } = decisions;
  return [
    ...LEVELS.flatMap(level =>
      turnsByConsequence(
        byLevel[level],
        ['rights', 'byLevel', String(level)],
        'fall',
      ),
    ),
    ...CONSEQUENCES.flatMap(consequence =>
      turns(
        LEVELS.map(level => byLevel[level][consequence]),
        LEVELS.map(level => ['rights', 'byLevel', String(level), consequence]),
        'rise',
      ),
    ),
    ...(['automation', 'agent'] as const).flatMap(actor =>
      turnsByConsequence(
        actorCaps[actor],
        ['decisions', 'actorCaps', actor],
        'fall',
      ),
    ),
  ];
}

/** Worse never costs less, more at stake never asks for less, and more learning never costs more. */
function trustRules({ trust }: Policy): RuleViolation[] {
  const { loss, need, learning } = trust;
  return [
    ...SEVERITIES.flatMap(severity =>
      turnsByConsequence(loss[severity], ['trust', 'loss', severity], 'rise'),
    ),
    ...CONSEQUENCES.flatMap(consequence =>
      turns(
        SEVERITIES.map(severity => loss[severity][consequence]),
        SEVERITIES.map(severity => ['trust', 'loss', severity, consequence]),
        'rise',
      ),
    ),
    ...turnsByConsequence(need, ['trust', 'need'], 'rise'),
    ...turnsOver(
      learning,
      ['reviewed', 'actionsClosed', 'planHeld'],
      ['trust', 'learning'],
      'fall',
    ),
    ...turnsOver(
      learning,
      ['reviewed', 'lowReviewed'],
      ['trust', 'learning'],
      'fall',
    ),
  ];
}

/** More at stake never waits longer, and stopping never leaves more than narrowing. */
function guardrailRules({ guardrails }: Policy): RuleViolation[] {
  const { grace, mandatoryLevelBound, caps } = guardrails;
  return [
    ...turnsByConsequence(
      grace,
      ['guardrails', 'grace'],
      'fall',
      formatDuration,
    ),
    ...turnsByConsequence(
      mandatoryLevelBound,
      ['guardrails', 'mandatoryLevelBound'],
      'fall',
    ),
    ...turnsOver(caps, ['narrow', 'stop'], ['guardrails', 'caps'], 'fall'),
  ];
}

function mismatchRules({ mismatch }: Policy): RuleViolation[] {
  const { surplus, deficit, tierFactor } = mismatch;
  return [
    ...turnsByConsequence(surplus, ['mismatch', 'surplus'], 'rise'),
    ...turnsByConsequence(deficit, ['mismatch', 'deficit'], 'fall'),
    ...turnsOver(tierFactor, LEVELS, ['mismatch', 'tierFactor'], 'fall'),
  ];
}

/** Tables whose order carries the model's promises. */
export function tableRules(policy: Policy): RuleViolation[] {
  return [
    ...rightRules(policy),
    ...trustRules(policy),
    ...guardrailRules(policy),
    ...mismatchRules(policy),
  ];
}
