/*
 * A process whose own clock is wrong by TEST_DATE_SHIFT_MS; loaded by --require. What measures durations is right.
 */
const shift = Number(process.env.TEST_DATE_SHIFT_MS);
const RightDate = Date;

globalThis.Date = class Date extends RightDate {
  constructor(...args) {
    super(...(args.length > 0 ? args : [RightDate.now() + shift]));
  }

  static now() {
    return RightDate.now() + shift;
  }
};
