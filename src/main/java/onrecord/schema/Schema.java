package onrecord.schema;

import java.util.HashMap;
import java.util.Map;
import onrecord.text.Folding;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;

/**
 * The format of an archive.
 *
 * <p>An article is a block of documents: one document for each quotation, in the order of the text,
 * followed by one for the article. {@link IndexField} declares their fields. Words are compared
 * without regard to case and accents, as {@link Folding} defines (in format 1, combining marks that
 * follow their letters and accents on other than Latin letters are significant); stems moreover by
 * their English stem. A name is a single term, as printed. An unknown name is the term {@code
 * (unknown)}, which is not stored. A stored text cannot contain an unpaired surrogate: it is read
 * back as U+FFFD.
 */
public final class Schema {

  /** The number of the current format; every change of the format increments it. */
  public static final int FORMAT = 2;

  /** The oldest format that can be read. */
  public static final int OLDEST_FORMAT = 1;

  /** The term of an unknown name. */
  public static final String UNKNOWN = "(unknown)";

  /** The {@link IndexField#TYPE} of a quotation. */
  public static final String QUOTATION = "quotation";

  /** The {@link IndexField#TYPE} of an article. */
  public static final String ARTICLE = "article";

  /**
   * The fields of the index that the oldest format lacks, with the first format that has them. A
   * search for a field that an archive lacks is rejected, because its result could only be wrong.
   */
  static final Map<String, Integer> SINCE = since();

  private Schema() {}

  private static Map<String, Integer> since() {
    Map<String, Integer> since = new HashMap<>();
    for (IndexField field : IndexField.values()) {
      since.put(field.field(), field.since());
      if (field.hasWords()) {
        since.put(field.words(), field.layout().words());
      }
    }
    since.values().removeIf(format -> format == OLDEST_FORMAT);
    return Map.copyOf(since);
  }

  /** {@return the analyzer of all fields, for indexing and for searching} */
  public static Analyzer analyzer() {
    WordAnalyzer words = new WordAnalyzer(false);
    Map<String, Analyzer> ofWords = new HashMap<>();
    for (IndexField field : IndexField.values()) {
      if (field.hasWords()) {
        ofWords.put(field.words(), words);
      }
    }
    return new PerFieldAnalyzerWrapper(new WordAnalyzer(true), ofWords);
  }
}
