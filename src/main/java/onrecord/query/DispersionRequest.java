package onrecord.query;

import static java.util.Objects.requireNonNull;

/**
 * A request for a {@link Dispersion}. Immutable.
 *
 * @param of the query whose matches are counted, such as a word or a phrase; what matches are those
 *     of its parts that are words of the quotation
 * @param parts the parts of the corpus
 */
public record DispersionRequest(Query of, CorpusParts parts) {
  /** Validates that no component is null. */
  public DispersionRequest {
    requireNonNull(of, "of");
    requireNonNull(parts, "parts");
  }
}
