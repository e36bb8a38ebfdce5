import type { Knex } from 'knex';
import type { Clock } from '../../database';
import type { EntityIndexStore } from '../../entities';
import type {
  EvaluationMarks,
  EvaluationPreview,
  ResultsFollower,
} from '../../evaluation';
import type { MatterHandler, ProposalDesk } from '../proposals';
import { DatabasePromotionsStore } from './DatabasePromotionsStore';
import { PromotionAgenda } from './PromotionAgenda';
import { PromotionHandler } from './PromotionHandler';
import { PromotionRounds } from './PromotionRounds';

/**
 * Puts together what asks boards about promotions.
 *
 * @returns `follower`: to be told of results; `handler`: for the desk; `rounds`: to be run now and then
 * @internal
 */
export function createPromotions(options: {
  clock: Clock;
  desk: Pick<ProposalDesk, 'end' | 'open'>;
  index: Pick<EntityIndexStore, 'readScoped'>;
  knex: Knex;
  marks: EvaluationMarks;
  preview: Pick<EvaluationPreview, 'of'>;
}): {
  follower: ResultsFollower;
  handler: MatterHandler;
  rounds: () => Promise<number>;
} {
  const agenda = PromotionAgenda.create(options);
  const rounds = PromotionRounds.create({ ...options, agenda });
  return {
    follower: agenda,
    handler: PromotionHandler.create({
      ...options,
      store: DatabasePromotionsStore.create(options),
    }),
    rounds: () => rounds.run(),
  };
}
