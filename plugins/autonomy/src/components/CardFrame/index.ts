export { CardFrame, type CardFrameProps } from './CardFrame';
export { LegacyFrames } from './LegacyFrames';
