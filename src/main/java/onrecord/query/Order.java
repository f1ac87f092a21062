package onrecord.query;

import static java.util.stream.Collectors.joining;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The order of hits: one of the {@linkplain SortOrder standard orders}, or the order of the values
 * of a {@linkplain OwnField#ascending field} that the owner of the archive has added. Equal hits
 * are ordered by the ids of their articles, and within an article by their position in the text.
 */
public sealed interface Order permits SortOrder, OwnOrder {

  /**
   * {@return the name in JSON and on the command line, such as "newest" or "article.reach:desc"}
   */
  String word();

  /**
   * {@return the order with a name, such as "newest", "article.reach" or "article.reach:desc"}
   *
   * @throws IllegalArgumentException if there is none
   */
  static Order parse(String word) {
    return of(word)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "an order must be " + expected() + ", but was '" + word + "'"));
  }

  /** {@return the order with a name in any case; empty if there is none} */
  static Optional<Order> of(String word) {
    return Stream.of(SortOrder.values())
        .filter(order -> order.word().equalsIgnoreCase(word))
        .<Order>map(order -> order)
        .findFirst()
        .or(() -> OwnOrder.of(word));
  }

  /** {@return the names of all orders, as a message states what was expected} */
  static String expected() {
    return "one of "
        + Stream.of(SortOrder.values()).map(SortOrder::word).collect(joining(", "))
        + ", or a field of the archive such as article.reach or article.reach:desc";
  }
}
