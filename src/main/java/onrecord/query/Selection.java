package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import onrecord.model.QuotationKind;

/**
 * The quotations that a search finds and that statistics and citations cover. Every answer states
 * its selection, so that numbers can be compared only with numbers of the same base. Immutable.
 *
 * @param query the query
 * @param filters the values selected of each facet; those of one facet are combined by "or",
 *     different facets by "and"
 * @param kinds the kinds of quotations that exist for the search: in the hits, in every count and
 *     in what counts are compared with; one or more, in the order of their declaration
 * @param distinct whether quotations with the same words count once
 */
public record Selection(
    Query query, Map<Facet, Set<String>> filters, Set<QuotationKind> kinds, boolean distinct) {

  /** The kinds of quotations with quoted words, which are searched unless others are chosen. */
  public static final Set<QuotationKind> QUOTED =
      Collections.unmodifiableSet(EnumSet.of(QuotationKind.DIRECT, QuotationKind.MIXED));

  /** All kinds of quotations. */
  public static final Set<QuotationKind> ALL_KINDS =
      Collections.unmodifiableSet(EnumSet.allOf(QuotationKind.class));

  /**
   * Validates the components.
   *
   * @throws IllegalArgumentException if there is no kind, a filter has no value or one that is not
   *     valid for the facet, or the query or a filter names a kind that is not among the kinds
   */
  public Selection {
    requireNonNull(query, "query");
    kinds = copyOf(kinds);
    filters = copyOf(filters);
    for (QuotationKind kind : QuotationKind.values()) {
      if (!kinds.contains(kind) && isNamed(kind, query, filters)) {
        throw new InvalidSearchException(
            kind.name().toLowerCase(Locale.ROOT)
                + " quotations are not included in this search, whose kinds are "
                + write(kinds)
                + ", but its query or a filter names them; include them with Search.Builder.kinds,"
                + " or the option --kind or --indirect");
      }
    }
  }

  private static boolean isNamed(QuotationKind kind, Query query, Map<Facet, Set<String>> filters) {
    return filters.getOrDefault(Facet.KIND, Set.of()).contains(kind.name())
        || QueryDepth.all(query).stream().anyMatch(Query.named(Facet.KIND, kind.name())::equals);
  }

  private static Set<QuotationKind> copyOf(Collection<QuotationKind> kinds) {
    if (kinds.isEmpty()) {
      throw new IllegalArgumentException(
          "a search must include at least one kind of quotations, but had none");
    }
    return Collections.unmodifiableSet(EnumSet.copyOf(kinds));
  }

  private static Map<Facet, Set<String>> copyOf(Map<Facet, ? extends Collection<String>> filters) {
    SortedMap<Facet, Set<String>> copy = new TreeMap<>(Facet.ORDER);
    filters.forEach((facet, values) -> {
      if (values.isEmpty()) {
        throw new IllegalArgumentException(
            "filter on facet " + facet.word() + " must have at least one value, but had none");
      }
      Set<String> known = new TreeSet<>();
      values.forEach(value -> known.add(facet.value(value)));
      copy.put(facet, Collections.unmodifiableSet(known));
    });
    return Collections.unmodifiableMap(copy);
  }

  /** {@return the selection of what a query finds among the kinds with quoted words} */
  public static Selection of(Query query) {
    return new Selection(query, Map.of(), QUOTED, false);
  }

  /** {@return the selection by another query, without filters, of the same kinds} */
  public Selection instead(Query other) {
    return new Selection(other, Map.of(), kinds, distinct);
  }

  /** {@return kinds as they are written in citations and messages, such as "DIRECT, MIXED"} */
  static String write(Set<QuotationKind> kinds) {
    return kinds.stream().map(Enum::name).collect(Collectors.joining(", "));
  }

  /**
   * Parses kinds as {@link #write} writes them.
   *
   * @throws IllegalArgumentException if a name is not known
   */
  static Set<QuotationKind> parseKinds(String text) {
    Set<QuotationKind> kinds = EnumSet.noneOf(QuotationKind.class);
    for (String name : text.split(", ", -1)) {
      kinds.add(
          Arrays.stream(QuotationKind.values())
              .filter(kind -> kind.name().equals(name))
              .findFirst()
              .orElseThrow(() ->
                  new IllegalArgumentException(
                      "must be kinds of quotations, separated by a comma and a blank, of "
                          + write(ALL_KINDS)
                          + ", but was '"
                          + CitationText.shortened(text)
                          + "'")));
    }
    return kinds;
  }
}
