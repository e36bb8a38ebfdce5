export { Distribution } from './Distribution';
export { useFigureBars } from './useFigureBars';
