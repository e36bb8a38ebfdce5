import type {
  CompiledPolicy,
  EntitySnapshot,
  Evaluation,
  ExemptionDebt,
  GuardrailResult,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import type { ExemptionDebtReader } from './ExemptionDebtReader';
import { debtWith, type ExemptionStakes } from './exemptionRules';
import { approvedEnd, exemptionsInForce } from './recordedExemptions';

/** A new exemption that begins so long after another one ended follows it no longer, in milliseconds. */
const RENEWAL_GAP = 14 * 86_400_000;

/**
 * What an exemption would be, seen from now. Instants are UTC milliseconds.
 *
 * @internal
 */
export interface SeenStakes extends ExemptionStakes {
  guardrail?: GuardrailResult;
  /** Of the domain, without the exemption. */
  debtBefore: ExemptionDebt;
  /** The exemption that it follows, as it is listed. */
  renewalOf?: string;
}

/**
 * @internal
 */
export interface StakesReaderOptions {
  debts: ExemptionDebtReader;
  policy: CompiledPolicy;
}

/**
 * Looks up what hangs on an exemption.
 *
 * @internal
 */
export class ExemptionStakesReader {
  readonly #options: StakesReaderOptions;

  static create(options: StakesReaderOptions): ExemptionStakesReader {
    return new ExemptionStakesReader(options);
  }

  private constructor(options: StakesReaderOptions) {
    this.#options = options;
  }

  /** @param now - UTC milliseconds */
  async read(
    trx: Knex.Transaction,
    asked: { checkId: string; entity: EntitySnapshot; evaluation: Evaluation },
    now: number,
  ): Promise<SeenStakes> {
    const { checkId, entity, evaluation } = asked;
    const { debts, policy } = this.#options;
    const { maxDuration } = policy.policy.exemptions;
    const { exemptions } = policy.forDomains(entity.domainChain ?? []).policy;
    const guardrail = evaluation.guardrails.guardrails.find(
      ({ check }) => check.id === checkId,
    );
    const of = {
      'exemptions.entity_ref': entity.entityRef,
      'exemptions.check_id': checkId,
    };
    const inForce = await exemptionsInForce(trx, { maxDuration, now })
      .where(of)
      .first('exemptions.id');
    const former = await trx('exemptions')
      .leftJoin(
        'exemption_requests as requests',
        'requests.exemption_id',
        'exemptions.id',
      )
      .where(of)
      .where('exemptions.from_at', '<=', now)
      .whereRaw(`${endedAt(maxDuration)} > ?`, [now - RENEWAL_GAP])
      .orderByRaw(`${endedAt(maxDuration)} desc, exemptions.id desc`)
      .first(
        'exemptions.renewals',
        trx.raw('coalesce(requests.id, exemptions.id) as listed_as'),
      );
    const [debtBefore] = await debts.debtOf([entity.domainRef], {
      knex: trx,
      now,
    });
    const isDebt = guardrail !== undefined && inForce === undefined;
    return {
      guardrail,
      isMandatory: guardrail?.mandatory ?? false,
      renewals: former === undefined ? 0 : Number(former.renewals) + 1,
      maxRenewals: exemptions.renewals,
      renewalOf: former?.listed_as,
      isDebt,
      debtBefore,
      debt: debtWith(debtBefore, isDebt ? 1 : 0),
    };
  }
}

/** When an exemption is or was over, as SQL. */
function endedAt(maxDuration: number): string {
  const end = approvedEnd(maxDuration);
  return `case when exemptions.revoked_at is not null and exemptions.revoked_at < ${end} then exemptions.revoked_at else ${end} end`;
}
