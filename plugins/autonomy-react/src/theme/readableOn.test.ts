import { getContrastRatio } from '@material-ui/core/styles';
import { readableOn } from './readableOn';

const LIGHT = ['#ffffff', '#f8f8f8'];
const DARK = ['#424242', '#333333'];
const STATUS_COLORS = ['#1DB954', '#FF9800', '#f44336', '#4caf50', '#FED91B'];

describe('readableOn', () => {
  it.each([
    ['light', LIGHT],
    ['dark', DARK],
  ])('makes every status colour readable in the %s theme', (_, grounds) => {
    for (const color of STATUS_COLORS) {
      for (const ground of grounds) {
        expect(
          getContrastRatio(readableOn(color, grounds), ground),
        ).toBeGreaterThanOrEqual(4.5);
      }
    }
  });

  it('leaves a colour alone that is readable already', () => {
    expect(readableOn('rgb(0, 0, 0)', LIGHT)).toBe('rgb(0, 0, 0)');
  });
});
