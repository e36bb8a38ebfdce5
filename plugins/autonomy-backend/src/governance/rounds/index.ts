export { GovernanceRounds, type RoundStep } from './GovernanceRounds';
