package onrecord.schema;

import java.util.HashMap;
import java.util.Map;
import onrecord.text.Folding;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;

/**
 * The format of an archive.
 *
 * <p>An article is a block of documents: one document for each quotation, in the order of the text,
 * followed by one for the article. {@link IndexField} declares their fields. Words are compared
 * without regard to case and accents, as {@link Folding} defines (in format 1, combining marks that
 * follow their letters and accents on other than Latin letters are significant); stems moreover by
 * their English stem. Since format 3, words and stems are terms of one field, as {@link WordMark}
 * defines, and the words of a title are in the document of the article alone. A name is a single
 * term, as printed. An unknown name is the term {@code (unknown)}, which is not stored. A stored
 * text cannot contain an unpaired surrogate: it is read back as U+FFFD.
 *
 * <p>Since format 4, a value is stored once: the values of an article in its own document, where
 * its text is compressed, and those of a quotation in its {@link QuotationParts}; its words are a
 * part of the text. {@link SegmentDocuments} reads them. Words of names have no norms, since names
 * have no scores, and {@link SameWords} are searched by the first bytes of their hash.
 *
 * <p>Since format 5, the words of the sentences that contain a quotation are not indexed again:
 * they are {@link SentenceWords} of the article, as which a {@link SentenceReader} reads them. The
 * {@link Attribution} of a quotation is in its doc values alone, and speakers are sorted by {@link
 * NameRanks}.
 *
 * <p>Fields that the owner of an archive has added are in fields of the index whose names {@link
 * OwnIndexField} defines. A document without a value lacks them, so an archive of any format can be
 * read, and one of the current format can be given fields at any time.
 *
 * <p>When an article came in is in the fields that {@link ArrivalFields} defines.
 */
public final class Schema {

  /** The number of the current format; every change of the format increments it. */
  public static final int FORMAT = 5;

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
      if (field.isText()) {
        since.put(field.terms(), IndexField.TERMS_SINCE);
      }
    }
    ArrivalFields.names().forEach(name -> since.put(name, ArrivalFields.SINCE));
    since.values().removeIf(format -> format == OLDEST_FORMAT);
    return Map.copyOf(since);
  }

  /** {@return the analyzer of all fields, for indexing and for searching} */
  public static Analyzer analyzer() {
    Map<String, Analyzer> others = new HashMap<>();
    WordAnalyzer words = new WordAnalyzer(WordAnalyzer.Form.WORD);
    WordAnalyzer both = new WordAnalyzer(WordAnalyzer.Form.BOTH);
    for (IndexField field : IndexField.values()) {
      if (field.hasWords()) {
        others.put(field.words(), words);
      }
      if (field.isText()) {
        others.put(field.terms(), both);
      }
    }
    WordAnalyzer stems = new WordAnalyzer(WordAnalyzer.Form.STEM);
    return new DelegatingAnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
      @Override
      protected Analyzer getWrappedAnalyzer(String field) {
        return switch (OwnIndexField.analyzed(field)) {
          case WORD -> words;
          case BOTH -> both;
          case STEM -> others.getOrDefault(field, stems);
        };
      }
    };
  }
}
