export * from './LadderBar';
