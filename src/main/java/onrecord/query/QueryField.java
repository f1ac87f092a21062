package onrecord.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import onrecord.query.TextPattern.Order;

/** A field of the query syntax. Immutable. */
sealed interface QueryField {

  /** The field of a query that some quotation of the same article must match. */
  String IN_ARTICLE = "in_article";

  /** The field of the days on which articles were added. */
  String ADDED = "added";

  /** The field of the numbers of commits. */
  String COMMIT = "commit";

  /** The suffix of a field, after a dot, for words in their exact form. */
  String EXACT = "exact";

  /** The suffix of a field, after a dot, for words in exactly their form and case. */
  String CASE = "case";

  /** The suffix of a field, after a dot, for words near one another. */
  String NEAR = "near";

  /** The suffix of a field, after a dot, for words near one another in their order. */
  String ORDERED = "ordered";

  /** The suffix of a field, after a dot, for a pattern of consecutive words. */
  String TOKENS = "tokens";

  /**
   * Words.
   *
   * @param target the text or name that is searched
   * @param form how words are compared
   * @param near the order of words near one another; empty for a phrase
   */
  record Words(Target target, Form form, Optional<Order> near) implements QueryField {
    /** {@return a query for a pattern in this field} */
    Query query(TextPattern pattern) {
      return new Query.Text(target, form, pattern);
    }

    /** {@return the facet whose names contain the words; empty if the target is a text} */
    Optional<Facet> facet() {
      return target.facet();
    }
  }

  /** A pattern of consecutive words in a text. */
  record Tokens(Target target) implements QueryField {}

  /** A name that is compared as a whole, a date or a number. */
  record Value(Facet facet) implements QueryField {}

  /** A property that is compared exactly. */
  record Exact(Property property) implements QueryField {}

  /** The days on which articles were added. */
  record Added() implements QueryField {}

  /** The numbers of the commits with which articles came in. */
  record Commit() implements QueryField {}

  /** A query for another quotation of the same article. */
  record Other() implements QueryField {}

  /** {@return the field with a name; empty if there is none} */
  static Optional<QueryField> of(String name) {
    switch (name) {
      case IN_ARTICLE -> {
        return Optional.of(new Other());
      }
      case ADDED -> {
        return Optional.of(new Added());
      }
      case COMMIT -> {
        return Optional.of(new Commit());
      }
      default -> {}
    }
    Optional<Property> property = Property.of(name);
    if (property.isPresent()) {
      return property.map(Exact::new);
    }
    Optional<QueryField> tokens = tokens(name);
    if (tokens.isPresent()) {
      return tokens;
    }
    List<String> parts = new ArrayList<>(List.of(name.split("\\.", -1)));
    Optional<OwnField> own = own(parts);
    if (own.isPresent()) {
      return words(own.get(), parts.subList(2, parts.size()));
    }
    Optional<Target> target = Target.of(parts.get(0));
    if (target.isPresent()
        || Stream.of(EXACT, CASE, NEAR, ORDERED).anyMatch(parts.get(0)::equals)) {
      target.ifPresent(t -> parts.remove(0));
      return words(target.orElse(Target.QUOTE), parts);
    }
    return Facet.of(name).map(Value::new);
  }

  private static Optional<QueryField> tokens(String name) {
    // An own field of speakers may have this name.
    return name.equals(TOKENS)
        ? Optional.of(new Tokens(Target.QUOTE))
        : name.endsWith("." + TOKENS) && OwnField.of(name).isEmpty()
            ? Target.of(name.substring(0, name.length() - TOKENS.length() - 1)).map(Tokens::new)
            : Optional.empty();
  }

  /** {@return the field that the first two parts of a name, which dots separate, denote} */
  private static Optional<OwnField> own(List<String> parts) {
    return parts.size() < 2 ? Optional.empty() : OwnField.of(parts.get(0) + "." + parts.get(1));
  }

  private static Optional<QueryField> words(Target target, List<String> suffixes) {
    Form form =
        suffixes.isEmpty()
            ? Form.STEM
            : switch (suffixes.get(0)) {
              case EXACT -> Form.EXACT;
              case CASE -> Form.CASE;
              default -> Form.STEM;
            };
    List<String> rest = form == Form.STEM ? suffixes : suffixes.subList(1, suffixes.size());
    Optional<Order> near =
        rest.equals(List.of(NEAR))
            ? Optional.of(Order.ANY)
            : rest.equals(List.of(ORDERED)) ? Optional.of(Order.GIVEN) : Optional.empty();
    if ((form != Form.STEM && target.isName()) || (near.isEmpty() && !rest.isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(new Words(target, target.isName() ? Form.EXACT : form, near));
  }

  /** {@return the name of a field of words; empty for the stems of the quotation} */
  static String name(Target target, Form form, Optional<Order> near) {
    List<String> parts = new ArrayList<>();
    if (!target.equals(Target.QUOTE)) {
      parts.add(target.word());
    }
    if (form != Form.STEM && !target.isName()) {
      parts.add(form == Form.EXACT ? EXACT : CASE);
    }
    near.ifPresent(order -> parts.add(order == Order.ANY ? NEAR : ORDERED));
    return String.join(".", parts);
  }

  /** {@return the name of the field of a pattern of consecutive words} */
  static String nameOfTokens(Target target) {
    return target.equals(Target.QUOTE) ? TOKENS : target.word() + "." + TOKENS;
  }

  /** {@return the names of all fields, without those that have a suffix} */
  static List<String> names() {
    return Stream.of(
            Stream.of(Target.values()).map(Target::word),
            Stream.of(Facet.values()).map(Facet::word),
            Stream.of(Property.values()).map(Property::word),
            Stream.of(ADDED, COMMIT, IN_ARTICLE, EXACT, CASE, NEAR, ORDERED, TOKENS))
        .flatMap(names -> names)
        .distinct()
        .toList();
  }

  /** {@return the closest known name} */
  static String nearest(String name) {
    return nearest(name, names());
  }

  /** {@return the name that another one is mistyped for; empty if it is like none of them} */
  static Optional<String> mistyped(String name, List<String> names) {
    String nearest = nearest(name, names);
    return Optional.of(nearest)
        .filter(known -> name.length() <= 30 && distance(name, known) <= 1 + name.length() / 4);
  }

  /** {@return the closest of several names, the first of those that are equally close} */
  static String nearest(String name, List<String> names) {
    String start = name.substring(0, Math.min(name.length(), 30));
    return names.stream()
        .min(Comparator.comparingInt(known -> distance(start, known)))
        .orElseThrow();
  }

  /** {@return the number of letters to change, insert or delete: the Levenshtein distance} */
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
