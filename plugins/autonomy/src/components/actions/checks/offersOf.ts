import {
  EXEMPTION_RENEWABLE_MS,
  type CheckResult,
  type RecordedAttestation,
  type RecordedExemption,
  type ScorecardRole,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

/** What owners can do about a check. */
export interface CheckOffers {
  /** Answer it: no machine does. */
  attest: boolean;
  /** The answer that is in force, and can be taken back. */
  answerId?: string;
  /** An answer that the evaluation at hand does not know yet. */
  newAnswer?: RecordedAttestation;
  /** Ask the board for an exemption. */
  exemption: boolean;
  /** The request that waits for the board. */
  request?: RecordedExemption;
  /** What the board decided last, as long as it matters. */
  decision?: RecordedExemption;
}

export interface CheckOffersInput {
  check: CheckResult;
  role: ScorecardRole;
  /** Answers in force; absent where they could not be read. */
  answers?: readonly RecordedAttestation[];
  requests?: readonly RecordedExemption[];
  /** What boards decided, the last requested first. */
  decisions?: readonly RecordedExemption[];
  /** UTC milliseconds. */
  now: number;
}

/** What owners can do about a check as things stand. */
export function offersOf(input: CheckOffersInput): CheckOffers {
  const { check, now, requests = [], role } = input;
  const { exemption, state } = check;
  const isOpen = state === 'fail' || state === 'unknown';
  const isAttestable = check.attestable === true;
  const { answerId, newAnswer } = answerOf(input);
  const request = requests.find(({ checkId }) => checkId === check.id);
  return {
    attest:
      isAttestable &&
      (isOpen || state === 'exempt' || check.attestation !== undefined),
    answerId,
    newAnswer: isAttestable ? newAnswer : undefined,
    // Nobody is exempt from being accountable.
    exemption:
      role !== 'accountability' &&
      request === undefined &&
      (isOpen ||
        (exemption !== undefined &&
          exemption.expiresAt - now < EXEMPTION_RENEWABLE_MS)),
    request,
    decision: decisionOf(input, isOpen),
  };
}

/** An exemption that is approved, or where the check is open why there is none. */
function decisionOf(
  { check, decisions = [] }: CheckOffersInput,
  isOpen: boolean,
): RecordedExemption | undefined {
  const last = decisions.find(({ checkId }) => checkId === check.id);
  const isApproved = last?.state === 'in-force' || last?.state === 'planned';
  return isApproved || isOpen ? last : undefined;
}

function answerOf({
  answers,
  check: { attestation, id },
  now,
}: CheckOffersInput): Pick<CheckOffers, 'answerId' | 'newAnswer'> {
  if (!answers) {
    return attestation && attestation.expiresAt > now
      ? { answerId: attestation.id }
      : {};
  }
  const answer = answers.find(({ checkId }) => checkId === id);
  return {
    answerId: answer?.id,
    newAnswer: answer && answer.id !== attestation?.id ? answer : undefined,
  };
}

/** Whether there is anything to show. */
export function isAnything(offers: CheckOffers): boolean {
  const { answerId, attest, decision, exemption, request } = offers;
  return (
    attest ||
    exemption ||
    [answerId, decision, request].some(each => each !== undefined)
  );
}
