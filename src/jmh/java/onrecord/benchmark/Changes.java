package onrecord.benchmark;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The articles that are replaced and deleted after all are added, two of a hundred each. Immutable.
 *
 * @param replaced the numbers of those that are replaced by a later version
 * @param deleted the numbers of those that are deleted
 */
record Changes(List<Integer> replaced, List<Integer> deleted) {

  private static final int EVERY = 50;

  Changes {
    replaced = List.copyOf(replaced);
    deleted = List.copyOf(deleted);
  }

  /** {@return the changes of as many articles as were added} */
  static Changes of(int articles) {
    return new Changes(numbers(EVERY / 3, articles), numbers(EVERY * 2 / 3, articles));
  }

  private static List<Integer> numbers(int first, int end) {
    return IntStream.iterate(first, number -> number < end, number -> number + EVERY)
        .boxed()
        .toList();
  }

  int size() {
    return replaced.size() + deleted.size();
  }
}
