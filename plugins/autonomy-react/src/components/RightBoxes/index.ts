export * from './RightBoxes';
