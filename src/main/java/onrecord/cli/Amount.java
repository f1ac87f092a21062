package onrecord.cli;

import java.util.OptionalDouble;

/**
 * How much of its work a command has done. Immutable.
 *
 * @param thing what is counted, in the singular
 * @param count the number of things that are done; negative if none are counted
 * @param rejected the number of things that were rejected
 * @param share the share of the work that is done, from 0 to 1, if it is known
 */
record Amount(String thing, long count, long rejected, OptionalDouble share) {

  /** {@return a part of a work of which nothing is counted} */
  static Amount of(double share) {
    return new Amount("", -1, 0, OptionalDouble.of(share));
  }

  /** {@return a number of things, of whose whole number nothing is known} */
  static Amount of(String thing, long count) {
    return new Amount(thing, count, 0, OptionalDouble.empty());
  }

  /** {@return this amount, which is part of a whole; the share is unknown if the whole is 0} */
  Amount partOf(long part, long whole) {
    OptionalDouble known =
        whole <= 0
            ? OptionalDouble.empty()
            : OptionalDouble.of(Math.clamp((double) part / whole, 0, 1));
    return new Amount(thing, count, rejected, known);
  }

  /** {@return this amount with a number of things that were rejected} */
  Amount withRejected(long number) {
    return new Amount(thing, count, number, share);
  }
}
