package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Who speaks about whom, as the edges of a graph. All counts are exact. {@code quotations} is the
 * sum of {@code linked}, {@code unattributed} and {@code namingNobody}. Immutable.
 *
 * @param quotations how many quotations match
 * @param linked how many of them have a known speaker and name somebody
 * @param unattributed how many of them name somebody, but have no known speaker
 * @param namingNobody how many of them name nobody
 * @param pairs how many edges there are, of which {@code edges} may hold only the first
 * @param edges the pairs with the most quotations first, equal ones by speaker and about
 */
public record Network(
    long quotations,
    long linked,
    long unattributed,
    long namingNobody,
    int pairs,
    List<Edge> edges) {
  /** Copies the list. */
  public Network {
    edges = List.copyOf(edges);
  }

  /**
   * One who speaks about another. Immutable.
   *
   * @param speaker the name of the speaker
   * @param about who is named in the words
   * @param quotations how many quotations of the speaker name the other, 1 or more
   */
  public record Edge(String speaker, String about, long quotations) {
    /** Checks that no part is null. */
    public Edge {
      requireNonNull(speaker, "speaker");
      requireNonNull(about, "about");
    }
  }
}
