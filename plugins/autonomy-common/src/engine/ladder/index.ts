export {
  climb,
  demotionGrace,
  GROUND,
  type ClimbContext,
  type LadderState,
} from './climb';
export { explainLadder, type Ladder } from './explainLadder';
export { assessLadder } from './assessLadder';
export type { LadderInput, LadderStanding } from './LadderStanding';
export { unmetOf } from './unmet';
