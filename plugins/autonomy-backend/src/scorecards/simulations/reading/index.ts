export { DatabaseLosersReader, type LosersReader } from './LosersReader';
export { MovesQueries } from './MovesQueries';
export { walkMoves } from './walkMoves';
