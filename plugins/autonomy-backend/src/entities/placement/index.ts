export {
  PLACEMENTS_TABLE,
  settledColumns,
  toSettled,
  type PendingMove,
  type PlacementRow,
  type SweptPlacement,
} from './placementRows';
export { placeEntity } from './placeEntity';
export { readPlacements, writePlacements } from './placementsTable';
