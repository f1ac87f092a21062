package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/**
 * The result of comparing a citation with the current result of its search. Immutable.
 *
 * @param cited the citation
 * @param now the citation of the same search now
 */
public record CitationCheck(Citation cited, Citation now) {

  /** The part of a citation that can differ. */
  public enum Part {
    /** The number of quotations found. */
    QUOTATIONS,
    /** The number of articles that contain them. */
    ARTICLES,
    /** The ids of the quotations. */
    CHECKSUM,
    /** The words, speakers, kinds and days of the quotations, and properties of their articles. */
    CONTENT,
    /** The snapshot of the archive. */
    SNAPSHOT,
    /** The format of the archive. */
    FORMAT,
    /** The versions of the extractors that found the quotations. */
    EXTRACTOR,
    /** The answer, by its checksum. */
    ANSWER,
    /** The version of Onrecord. */
    VERSION,
    /** The number of articles in the archive. */
    ARCHIVE_ARTICLES,
    /** The number of quotations in the archive. */
    ARCHIVE_QUOTATIONS,
    /** The number of articles in the archive by the version of the extractor. */
    ARCHIVE_EXTRACTORS
  }

  /**
   * A part that differs. Immutable.
   *
   * @param part the part
   * @param cited its value in the citation
   * @param now its value now
   */
  public record Difference(Part part, String cited, String now) {
    /** Validates that no component is null. */
    public Difference {
      requireNonNull(part, "part");
      requireNonNull(cited, "cited");
      requireNonNull(now, "now");
    }
  }

  /** Validates that no component is null. */
  public CitationCheck {
    requireNonNull(cited, "cited");
    requireNonNull(now, "now");
  }

  /**
   * {@return whether the same quotations are found, with the same words, speakers, kinds and days,
   * in articles with the same properties, in any snapshot of the archive}
   */
  public boolean matches() {
    return cited.quotations() == now.quotations()
        && cited.articles() == now.articles()
        && cited.checksum().equals(now.checksum())
        && cited.content().equals(now.content());
  }

  /** {@return the differences, including those of the archive; empty if there are none} */
  public List<Difference> differences() {
    List<Difference> differences = new ArrayList<>();
    compare(differences, Part.QUOTATIONS, cited.quotations(), now.quotations());
    compare(differences, Part.ARTICLES, cited.articles(), now.articles());
    compare(differences, Part.CHECKSUM, cited.checksum(), now.checksum());
    compare(differences, Part.CONTENT, cited.content(), now.content());
    compare(differences, Part.SNAPSHOT, cited.snapshot(), now.snapshot());
    compare(differences, Part.FORMAT, cited.format(), now.format());
    compare(differences, Part.EXTRACTOR, cited.extractor(), now.extractor());
    if (cited.archive().isPresent() && now.archive().isPresent()) {
      compare(differences, cited.archive().get(), now.archive().get());
    }
    return List.copyOf(differences);
  }

  static void compare(List<Difference> differences, CitedArchive cited, CitedArchive now) {
    compare(differences, Part.VERSION, cited.version(), now.version());
    compare(differences, Part.ARCHIVE_ARTICLES, cited.articles(), now.articles());
    compare(differences, Part.ARCHIVE_QUOTATIONS, cited.quotations(), now.quotations());
    compare(differences, Part.ARCHIVE_EXTRACTORS, cited.extractors(), now.extractors());
  }

  static void compare(List<Difference> differences, Part part, Object cited, Object now) {
    if (!cited.equals(now)) {
      differences.add(new Difference(part, cited.toString(), now.toString()));
    }
  }
}
