export {
  compileOverlays,
  type CompiledOverlay,
  type OverlayDocument,
} from './compileOverlays';
export { layeredPolicy } from './layeredPolicy';
export type { CheckTightening, Overlay } from './Overlay';
