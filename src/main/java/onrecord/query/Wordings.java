package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import onrecord.model.Published;

/**
 * The wordings of the quotations found: each consists of the quotations that are nearly the same,
 * in however many articles. Immutable.
 *
 * {@snippet file="onrecord/SnippetsTest.java" region="wordings"}
 *
 * <p>Two quotations belong together if they have the same words, ignoring case, accents and
 * punctuation, or if the shingles that they share, the distinct sequences of {@value
 * Variants#SHINGLE} adjacent words, are at least two, and a large enough proportion of the shingles
 * of both together (their resemblance, Broder 1997). If one quotation belongs together with two
 * others, all three have the same wording. Which quotations belong together therefore depends on
 * the quotations found, but not on their order.
 *
 * @param selection the quotations that this answer covers
 * @param request the request that this answers
 * @param quotations the number of quotations that match
 * @param total the number of their wordings
 * @param found the number of wordings that were requested, of which {@code wordings} may contain
 *     only the first
 * @param wordings the wordings, those in the most articles first; among these, those of the most
 *     quotations, and then the earliest
 */
public record Wordings(
    Selection selection,
    WordingsRequest request,
    long quotations,
    long total,
    long found,
    List<Wording> wordings) {

  /** Copies the list. */
  public Wordings {
    requireNonNull(selection, "selection");
    requireNonNull(request, "request");
    wordings = List.copyOf(wordings);
  }

  /**
   * Quotations that are nearly the same. Immutable.
   *
   * @param quotations the number of quotations
   * @param articles the number of articles that contain them
   * @param speakers the speakers that they are attributed to, the most frequent first
   * @param outlets the outlets that published them, the most frequent first
   * @param days the days on which they were published, the earliest first
   * @param last when the last of those with a date was published
   * @param occurrences the first quotations by the moment of publication, which takes time zones
   *     into account; those without a date come last, and those of the same moment are in the order
   *     of the ids of their articles. One or more
   */
  public record Wording(
      long quotations,
      long articles,
      List<FacetCount> speakers,
      List<FacetCount> outlets,
      List<FacetCount> days,
      Optional<Published> last,
      List<Occurrence> occurrences) {

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if there is no occurrence
     */
    public Wording {
      speakers = List.copyOf(speakers);
      outlets = List.copyOf(outlets);
      days = List.copyOf(days);
      requireNonNull(last, "last");
      occurrences = List.copyOf(occurrences);
      if (occurrences.isEmpty()) {
        throw new IllegalArgumentException("a wording must have an occurrence, but had none");
      }
    }

    /** {@return the first occurrence, which represents the wording} */
    public Occurrence first() {
      return occurrences.getFirst();
    }

    /** {@return the number of known outlets that published it} */
    public long knownOutlets() {
      return outlets.stream().filter(outlet -> !outlet.value().equals(Facet.UNKNOWN)).count();
    }
  }
}
