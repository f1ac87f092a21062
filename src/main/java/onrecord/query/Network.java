package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A graph of who speaks about whom. All counts are exact. {@code quotations} is the sum of {@code
 * linked}, {@code unattributed} and {@code namingNobody}. Immutable.
 *
 * @param selection the quotations that this answer covers
 * @param quotations the number of quotations that match
 * @param linked the number of them that have a known speaker and name somebody
 * @param unattributed the number of them that name somebody but have no known speaker
 * @param namingNobody the number of them that name nobody
 * @param pairs the number of edges, of which {@code edges} may contain only the first
 * @param edges the edges by descending number of quotations, then by speaker and by the person
 *     named
 */
public record Network(
    Selection selection,
    long quotations,
    long linked,
    long unattributed,
    long namingNobody,
    int pairs,
    List<Edge> edges) {
  /** Copies the list. */
  public Network {
    requireNonNull(selection, "selection");
    edges = List.copyOf(edges);
  }

  /**
   * An edge from a speaker to somebody whom the speaker names. Immutable.
   *
   * @param speaker the name of the speaker
   * @param about the name that occurs in the words
   * @param quotations the number of quotations of the speaker that name the other, 1 or more
   */
  public record Edge(String speaker, String about, long quotations) {
    /** Validates that no component is null. */
    public Edge {
      requireNonNull(speaker, "speaker");
      requireNonNull(about, "about");
    }
  }
}
