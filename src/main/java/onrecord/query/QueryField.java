package onrecord.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import onrecord.query.TextPattern.Order;

/** A field of the query syntax. Immutable. */
sealed interface QueryField {

  /** The field of what another quotation of the article must match. */
  String IN_ARTICLE = "in_article";

  /** The field of the article's id. */
  String ARTICLE = "article";

  /** The words behind a dot. */
  String EXACT = "exact";

  /** The words behind a dot for words near one another. */
  String NEAR = "near";

  /** The words behind a dot for words near one another in their order. */
  String ORDERED = "ordered";

  /**
   * Words.
   *
   * @param target where they are looked for
   * @param form how they are compared
   * @param near in which order they must stand near one another; empty for a phrase
   */
  record Words(Target target, Form form, Optional<Order> near) implements QueryField {
    /** {@return a query for words here} */
    Query query(TextPattern pattern) {
      return new Query.Text(target, form, pattern);
    }

    /** {@return the facet whose names these are words of, if they are} */
    Optional<Facet> facet() {
      return target.isName() ? Facet.ofWord(target.word()) : Optional.empty();
    }
  }

  /** A name without words, a date or a number. */
  record Value(Facet facet) implements QueryField {}

  /** The article's id. */
  record Article() implements QueryField {}

  /** Another query for the same article. */
  record Other() implements QueryField {}

  /** {@return the field with a name; empty if there is none} */
  static Optional<QueryField> of(String name) {
    if (name.equals(IN_ARTICLE)) {
      return Optional.of(new Other());
    }
    if (name.equals(ARTICLE)) {
      return Optional.of(new Article());
    }
    List<String> parts = new ArrayList<>(List.of(name.split("\\.", -1)));
    Optional<Target> target = Target.ofWord(parts.get(0));
    if (target.isPresent() || Stream.of(EXACT, NEAR, ORDERED).anyMatch(parts.get(0)::equals)) {
      target.ifPresent(t -> parts.remove(0));
      return words(target.orElse(Target.QUOTE), parts);
    }
    return Facet.ofWord(name).map(Value::new);
  }

  private static Optional<QueryField> words(Target target, List<String> behind) {
    boolean exact = !behind.isEmpty() && behind.get(0).equals(EXACT);
    List<String> rest = exact ? behind.subList(1, behind.size()) : behind;
    Optional<Order> near =
        rest.equals(List.of(NEAR))
            ? Optional.of(Order.ANY)
            : rest.equals(List.of(ORDERED)) ? Optional.of(Order.GIVEN) : Optional.empty();
    if ((exact && target.isName()) || (near.isEmpty() && !rest.isEmpty())) {
      return Optional.empty();
    }
    Form form = exact || target.isName() ? Form.EXACT : Form.STEM;
    return Optional.of(new Words(target, form, near));
  }

  /** {@return the name of a field of words; empty for the stems of the quotation} */
  static String name(Target target, Form form, Optional<Order> near) {
    List<String> parts = new ArrayList<>();
    if (target != Target.QUOTE) {
      parts.add(target.word());
    }
    if (form == Form.EXACT && !target.isName()) {
      parts.add(EXACT);
    }
    near.ifPresent(order -> parts.add(order == Order.ANY ? NEAR : ORDERED));
    return String.join(".", parts);
  }

  /** {@return the names of all fields, without those that have words behind a dot} */
  static List<String> names() {
    return Stream.of(
            Stream.of(Target.values()).map(Target::word),
            Stream.of(Facet.values()).map(Facet::word),
            Stream.of(ARTICLE, IN_ARTICLE, EXACT, NEAR, ORDERED))
        .flatMap(names -> names)
        .distinct()
        .toList();
  }

  /** {@return the name most like one that is none} */
  static String nearest(String name) {
    String start = name.substring(0, Math.min(name.length(), 30));
    return names().stream()
        .min(Comparator.comparingInt(known -> distance(start, known)))
        .orElseThrow();
  }

  /** {@return how many letters must be changed, added or left out} */
  private static int distance(String a, String b) {
    int[] last = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = last[0];
      last[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = last[j];
        last[j] = Math.min(change, 1 + Math.min(last[j], last[j - 1]));
      }
    }
    return last[b.length()];
  }
}
