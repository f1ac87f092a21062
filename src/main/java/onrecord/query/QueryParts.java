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

  /**
   * {@return a name as the facet has it}
   *
   * @throws IllegalArgumentException if it is blank or not a valid value of the facet, or a date
   */
  static String name(Facet facet, String name) {
    String valid = facet.value(name);
    if (facet.isDate() && !valid.equals(Facet.UNKNOWN)) {
      throw new IllegalArgumentException(
          "a range of dates was expected for facet " + facet.word() + ", but was the name " + name);
    }
    return valid;
  }

  /**
   * Validates the value of a property.
   *
   * @throws IllegalArgumentException if it is blank
   */
  static void requireValue(Property property, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(
          property.word() + " of a query must not be blank, but was '" + value + "'");
    }
  }

  /**
   * {@return a minimum confidence, in which -0.0 is 0.0, so that equal bounds are equal}
   *
   * @throws IllegalArgumentException if it is not between 0 and 1
   */
  static double confidence(double atLeast) {
    if (!(atLeast >= 0 && atLeast <= 1)) {
      throw new IllegalArgumentException("confidence must be 0 to 1, but was " + atLeast);
    }
    return atLeast + 0.0;
  }
}
