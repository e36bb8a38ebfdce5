import type { Knex } from 'knex';
import {
  policyNotices,
  type NoticesStore,
  type Outbox,
  type PolicyChangeNews,
} from '../../announcements';
import type { LosersReader } from '../simulations';
import type { VersionEntry } from '../versions';

/**
 * What there is to be told of a version.
 *
 * @internal
 */
export interface VersionNews
  extends Pick<
    VersionEntry,
    'effectiveFrom' | 'kind' | 'name' | 'note' | 'number'
  > {
  action: PolicyChangeNews['action'];
}

type Losers = { ownerRef: string; entityRefs: string[] };

/**
 * Tells of publications: plugins by an event, and those by a notice whose entities would lose a right.
 *
 * @internal
 */
export class PublicationTeller {
  readonly #losers: LosersReader;
  readonly #notices: Pick<NoticesStore, 'add'>;
  readonly #outbox: Pick<Outbox, 'putPolicyChange'>;

  static create(options: {
    losers: LosersReader;
    notices: Pick<NoticesStore, 'add'>;
    outbox: Pick<Outbox, 'putPolicyChange'>;
  }): PublicationTeller {
    return new PublicationTeller(options);
  }

  private constructor(options: Parameters<typeof PublicationTeller.create>[0]) {
    this.#losers = options.losers;
    this.#notices = options.notices;
    this.#outbox = options.outbox;
  }

  /** Whom a publication concerns, as far as it was tried; read before anything is written. */
  async losersOf(simulationId: string | undefined): Promise<Losers[]> {
    const losers: Losers[] = [];
    if (simulationId !== undefined) {
      for await (const owner of this.#losers.losersOf(simulationId)) {
        losers.push(owner);
      }
    }
    return losers;
  }

  /**
   * In the transaction that makes it true.
   *
   * @param now - UTC milliseconds
   */
  async tell(
    trx: Knex.Transaction,
    { action, effectiveFrom, kind, name, note, number }: VersionNews,
    losers: readonly Losers[],
    now: number,
  ): Promise<void> {
    const news: PolicyChangeNews = {
      id: `policy/${number}/${action}`,
      action,
      document: { kind, name },
      number,
      effectiveFrom,
      note,
      at: now,
    };
    await this.#outbox.putPolicyChange(trx, news, now);
    await this.#notices.add(
      trx,
      losers.flatMap(owner => policyNotices(news, owner)),
      now,
    );
  }
}
