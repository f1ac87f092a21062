package onrecord.cli;

import java.util.List;

/** Choices that a test leaves to chance, or to a guided search. */
interface Choices {

  /** {@return a number from 0 to the given one, exclusively} */
  int below(int bound);

  /** {@return a text of any characters} */
  String text();

  default boolean isOneIn(int bound) {
    return below(bound) == 0;
  }

  default <T> T of(List<T> all) {
    return all.get(below(all.size()));
  }
}
