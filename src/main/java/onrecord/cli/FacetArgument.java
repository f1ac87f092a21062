package onrecord.cli;

import java.util.Iterator;
import java.util.stream.Stream;
import onrecord.query.Facet;

/** What options for facets have in common. */
final class FacetArgument {

  /** The maximum number of facets of a search. */
  static final int MAX_FACETS = 100;

  private FacetArgument() {}

  /** The names of all facets, for the help text of an option. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Stream.of(Facet.values()).map(facet -> facet.word().replace('_', '-')).iterator();
    }
  }
}
