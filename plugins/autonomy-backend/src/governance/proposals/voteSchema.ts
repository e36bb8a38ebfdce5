import { z } from 'zod';
import { paragraphField } from '../paragraphField';

const MIN_WORDS = 10;
const MAX_WORDS = 1_000;
const MOST_AT_ONCE = 100;

/** Why somebody decides or asks as they do. @internal */
export const reasonField = () => paragraphField(MIN_WORDS, MAX_WORDS);

const vote = {
  vote: z.enum(['approve', 'reject']),
  comment: reasonField(),
};

/** @internal */
export const voteSchema = z.strictObject(vote, { error: 'an object' });

/** @internal */
export const votesSchema = z.strictObject(
  {
    ...vote,
    ids: z.array(z.string().min(1).max(100)).min(1).max(MOST_AT_ONCE),
  },
  { error: 'an object' },
);

/** @internal */
export const reasonSchema = z.strictObject(
  { reason: reasonField() },
  { error: 'an object' },
);
