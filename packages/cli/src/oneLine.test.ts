import { oneLine } from './oneLine';

it.each([
  ['as it is', 'as it is', 8],
  ['\u001b]0;title\u0007\u001b[2J red\r\n', ']0;title [2J red', 100],
  ['a\u009b31mb\u007fc', 'a 31mb c', 100],
  ['right\u202eto\u2066left\u2028next', 'right to left next', 100],
  ['four words are here', 'four…', 5],
  ['cut 👍', 'cut …', 5],
  ['👩‍💻 and Größe', '👩‍💻 and Größe', 100],
  ['\u0000', '', 100],
])('%j is shown as %j', (text, shown, maxLength) => {
  expect(oneLine(text, maxLength)).toBe(shown);
});
