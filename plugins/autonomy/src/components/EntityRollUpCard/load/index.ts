export { GroupLoad } from './GroupLoad';
export { Shortfalls } from './Shortfalls';
export { TeamLoad } from './TeamLoad';
export { useTeamLoad } from './useTeamLoad';
