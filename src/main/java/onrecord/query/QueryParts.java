package onrecord.query;

import java.util.List;
import java.util.stream.Stream;

/** The parts that a query combines. Stateless. */
final class QueryParts {

  private QueryParts() {}

  /** {@return queries followed by another one} */
  static List<Query> append(List<Query> queries, Query last) {
    return Stream.concat(queries.stream(), Stream.of(last)).toList();
  }

  /**
   * {@return a copy of the parts of a combination}
   *
   * @param name the operator, for messages
   * @throws IllegalArgumentException if there are fewer than two
   * @throws SearchLimitException if too many are nested
   */
  static List<Query> requireTwo(String name, List<Query> queries) {
    List<Query> copy = List.copyOf(queries);
    if (copy.size() < 2) {
      throw new IllegalArgumentException(
          "'" + name + "' must have at least two queries, but had " + copy.size());
    }
    QueryDepth.requireRoomAround(copy);
    return copy;
  }
}
