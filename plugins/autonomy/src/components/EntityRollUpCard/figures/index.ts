export { averageLevel, cut } from './figureLines';
export { RollUpFigures } from './RollUpFigures';
