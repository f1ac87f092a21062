package onrecord.query;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.Iterators;
import com.google.common.collect.PeekingIterator;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Compares the quotations that a citation covers with those that its search finds now, which it
 * accepts one by one. Both are in the order of their ids in UTF-8 and, for equal ids, of their
 * contents. Memory is needed for the ids of those that differ. Not thread-safe.
 */
public final class CitationComparison implements Consumer<CitedQuotation> {

  private final Citation citation;
  private final PeekingIterator<CitedQuotation> cited;
  private final Hasher ids = Hashing.sha256().newHasher();
  private final Hasher contents = Hashing.sha256().newHasher();
  private final List<String> came = new ArrayList<>();
  private final List<String> went = new ArrayList<>();
  private final List<String> changed = new ArrayList<>();
  // The quotations found with the id that was accepted last.
  private Optional<String> id = Optional.empty();
  private List<String> found = new ArrayList<>();

  /**
   * Starts a comparison.
   *
   * @param citation the citation
   * @param cited the quotations that it covers, as they were passed on when it was made
   */
  public CitationComparison(Citation citation, Iterator<CitedQuotation> cited) {
    this.citation = requireNonNull(citation, "citation");
    this.cited = Iterators.peekingIterator(requireNonNull(cited, "cited"));
  }

  @Override
  public void accept(CitedQuotation now) {
    if (id.isEmpty() || !id.get().equals(now.id())) {
      compare();
      id = Optional.of(now.id());
    }
    found.add(now.content());
  }

  /** Compares the quotations found with an id with the cited ones, up to these. */
  private void compare() {
    if (id.isEmpty()) {
      return;
    }
    String current = id.get();
    while (cited.hasNext() && isBefore(cited.peek().id(), current)) {
      went.add(next().id());
    }
    List<String> then = new ArrayList<>();
    while (cited.hasNext() && cited.peek().id().equals(current)) {
      then.add(next().content());
    }
    if (then.isEmpty()) {
      came.add(current);
    } else if (!then.equals(found)) {
      changed.add(current);
    }
    found = new ArrayList<>();
  }

  private CitedQuotation next() {
    CitedQuotation next = cited.next();
    ids.putString(next.id(), StandardCharsets.UTF_8).putByte((byte) '\n');
    contents.putBytes(HexFormat.of().parseHex(next.content()));
    return next;
  }

  private static boolean isBefore(String id, String other) {
    return Arrays.compareUnsigned(
            id.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8))
        < 0;
  }

  /**
   * Returns the result after all quotations found have been accepted.
   *
   * @param now the citation of the same search now
   * @throws IllegalArgumentException if the cited quotations are not those that the citation covers
   */
  public CitationChanges finish(Citation now) {
    compare();
    while (cited.hasNext()) {
      went.add(next().id());
    }
    if (!ids.hash().toString().equals(citation.checksum())
        || !contents.hash().toString().equals(citation.content())) {
      throw new IllegalArgumentException(
          "the quotations must be those of the citation, but their checksum or content differs");
    }
    return new CitationChanges(new CitationCheck(citation, now), came, went, changed);
  }
}
