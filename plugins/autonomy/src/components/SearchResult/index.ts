export {
  AutonomySearchResultListItem,
  type AutonomySearchResultListItemProps,
} from './AutonomySearchResultListItem';
