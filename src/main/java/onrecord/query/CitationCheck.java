package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether a search still finds what it found when it was cited. Immutable.
 *
 * @param cited what was cited
 * @param now the same search, cited now
 */
public record CitationCheck(Citation cited, Citation now) {

  /** What of a citation can differ. */
  public enum Part {
    /** How many quotations are found. */
    QUOTATIONS,
    /** In how many articles they stand. */
    ARTICLES,
    /** Which quotations they are. */
    CHECKSUM,
    /** What they say, who said it, how it is reported, and the days. */
    CONTENT,
    /** The state of the archive. */
    SNAPSHOT,
    /** The format of the archive. */
    FORMAT,
    /** The version of the extractor that wrote to the archive last. */
    EXTRACTOR
  }

  /**
   * A part that differs. Immutable.
   *
   * @param part which it is
   * @param cited what it was in the citation
   * @param now what it is now
   */
  public record Difference(Part part, String cited, String now) {
    /** Checks that no part is null. */
    public Difference {
      requireNonNull(part, "part");
      requireNonNull(cited, "cited");
      requireNonNull(now, "now");
    }
  }

  /** Checks that no part is null. */
  public CitationCheck {
    requireNonNull(cited, "cited");
    requireNonNull(now, "now");
  }

  /**
   * {@return whether the same quotations are found, with the same words, speakers, kinds and days,
   * in whatever state of the archive}
   */
  public boolean same() {
    return cited.quotations() == now.quotations()
        && cited.articles() == now.articles()
        && cited.checksum().equals(now.checksum())
        && cited.content().equals(now.content());
  }

  /** {@return what differs, also of the archive; empty if nothing does} */
  public List<Difference> differences() {
    List<Difference> differences = new ArrayList<>();
    compare(differences, Part.QUOTATIONS, cited.quotations(), now.quotations());
    compare(differences, Part.ARTICLES, cited.articles(), now.articles());
    compare(differences, Part.CHECKSUM, cited.checksum(), now.checksum());
    compare(differences, Part.CONTENT, cited.content(), now.content());
    compare(differences, Part.SNAPSHOT, cited.snapshot(), now.snapshot());
    compare(differences, Part.FORMAT, cited.format(), now.format());
    compare(differences, Part.EXTRACTOR, cited.extractor(), now.extractor());
    return List.copyOf(differences);
  }

  private static void compare(List<Difference> differences, Part part, Object cited, Object now) {
    if (!cited.equals(now)) {
      differences.add(new Difference(part, cited.toString(), now.toString()));
    }
  }
}
