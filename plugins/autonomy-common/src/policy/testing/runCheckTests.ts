import type { CompiledCheck, CompiledPolicy } from '../../engine';
import { explainCheck, judgeCheck } from '../../engine/checks';
import { didYouMean } from '../../engine/suggest';
import type { FactReading } from '../../model';
import type { CheckCase, CheckCaseResult, CheckTests } from './CheckTests';
import { subjectOf } from './subjectOf';

const TOLERANCE = 1e-9;
const MAX_SHOWN = 80;

/** The checks under a policy by id; those that overlays of other domains add are known as well. */
function checksOf(policy: CompiledPolicy): Map<string, CompiledCheck> {
  const layers = [
    ...policy.overlays.map(domain => policy.forDomains([domain])),
    policy,
  ];
  return new Map(
    layers.flatMap(({ compiled }) =>
      compiled.flatMap(({ checks }) =>
        checks.map(check => [check.definition.id, check] as const),
      ),
    ),
  );
}

function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN - 3)}...` : text;
}

function describeReading({ path, value, state }: FactReading): string {
  if (state === 'missing') return `${path} is missing`;
  const age = state === 'fresh' ? '' : ` (${state})`;
  return `${path} is ${shown(value)}${age}`;
}

function inWords(state: string, score?: number, reason?: string): string {
  const details = [
    ...(score === undefined ? [] : [`score ${Number(score.toFixed(4))}`]),
    ...(reason === undefined ? [] : [reason]),
  ];
  return details.length === 0 ? state : `${state} (${details.join(', ')})`;
}

function messageOf(
  { expect, score }: CheckCase,
  found: NonNullable<CheckCaseResult['found']>,
  reads: readonly FactReading[],
): string {
  const isScoreShown = score !== undefined || found.state === 'fail';
  const expected = inWords(expect, score);
  const actual = inWords(
    found.state,
    isScoreShown ? found.score : undefined,
    found.unknownReason,
  );
  const read =
    reads.length === 0 ? '' : `; ${reads.map(describeReading).join(', ')}`;
  return `expected ${expected}, found ${actual}${read}`;
}

function runCase(
  checkCase: CheckCase,
  file: string,
  policy: CompiledPolicy,
  checks: ReadonlyMap<string, CompiledCheck>,
): CheckCaseResult {
  const { check: id, name, line, expect, score } = checkCase;
  const place = { file, line, check: id, ...(name !== undefined && { name }) };
  const check = checks.get(id);
  if (!check) {
    const message = `there is no check ${id}${didYouMean(id, checks.keys())}`;
    return { ...place, passed: false, reads: [], message };
  }
  const subject = subjectOf(checkCase, policy);
  const result = explainCheck(judgeCheck(check, subject), subject.context);
  const { state, score: foundScore, unknownReason, reads } = result;
  const found = {
    state,
    ...(foundScore !== undefined && { score: foundScore }),
    ...(unknownReason !== undefined && { unknownReason }),
  };
  const isScoreMet =
    score === undefined ||
    (foundScore !== undefined && Math.abs(foundScore - score) <= TOLERANCE);
  const passed = state === expect && isScoreMet;
  return {
    ...place,
    passed,
    found,
    reads,
    ...(!passed && { message: messageOf(checkCase, found, reads) }),
  };
}

/**
 * Asks the checks of a policy what the cases say they have to say. A case that names a domain is judged under its
 * overlays.
 *
 * @returns one result for each case, in their order
 * @public
 */
export function runCheckTests(
  policy: CompiledPolicy,
  tests: readonly CheckTests[],
): CheckCaseResult[] {
  const layers = new Map<
    string,
    [CompiledPolicy, Map<string, CompiledCheck>]
  >();
  const layerOf = (domain: string = '') => {
    let layer = layers.get(domain);
    if (!layer) {
      const own = domain === '' ? policy : policy.forDomains([domain]);
      layer = [own, checksOf(own)];
      layers.set(domain, layer);
    }
    return layer;
  };
  return tests.flatMap(({ cases, file }) =>
    cases.map(checkCase =>
      runCase(checkCase, file, ...layerOf(checkCase.domain)),
    ),
  );
}
