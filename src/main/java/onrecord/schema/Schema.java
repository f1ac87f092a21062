package onrecord.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onrecord.text.Folding;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;

/**
 * The fields of an archive. Any program that reads a Lucene index can read them.
 *
 * <p>An article is a block of documents: one for each quotation in the order of the text, then one
 * for the article. "Words" are compared without regard to case and accents, as {@link Folding}
 * tells (in format 1 accents count that are marks behind their letters, or on other than Latin
 * ones); "stems" moreover by their English stem. What is indexed as stems is also indexed as words,
 * under the field's name with {@code _exact} behind it; a name with a facet, but for the closed
 * ones, is indexed as words under its field's name with {@code _words} behind it. A "name" is one
 * term, as printed. A name that is not known is the term {@code (unknown)}, which is not stored.
 * Places in the text are stored as {@code start-end}, in UTF-16 code units. A stored text cannot
 * hold an unpaired surrogate: it comes back as U+FFFD.
 *
 * <table>
 * <caption>Fields of both kinds of document</caption>
 * <tr><th>field</th><th>holds</th><th>indexed as</th><th>facet</th></tr>
 * <tr><td>type</td><td>{@code quotation} or {@code article}</td><td>name</td><td></td></tr>
 * <tr><td>article</td><td>the article's id</td><td>name</td><td></td></tr>
 * <tr><td>title</td><td>the headline</td><td>stems</td><td></td></tr>
 * <tr><td>published</td><td>when it was published, as {@code 2020-11-22T18:30Z}</td><td></td>
 * <td></td></tr>
 * <tr><td>date</td><td>the day of publication, {@code 2020-11-22}</td><td>name</td><td></td></tr>
 * <tr><td>date_number</td><td>the same as 20201122; unknown is 0</td><td>number</td>
 * <td>yes</td></tr>
 * <tr><td>date_order</td><td>day and time of publication, for sorting</td><td>values</td>
 * <td></td></tr>
 * <tr><td>outlet, section, language</td><td>as the article has them</td><td>name</td>
 * <td>yes</td></tr>
 * <tr><td>author, tag</td><td>as the article has them, several each</td><td>name</td>
 * <td>yes</td></tr>
 * <tr><td>url</td><td>where the article can be read</td><td></td><td></td></tr>
 * </table>
 *
 * <table>
 * <caption>Fields of a quotation alone</caption>
 * <tr><th>field</th><th>holds</th><th>indexed as</th><th>facet</th></tr>
 * <tr><td>id</td><td>the quotation's id</td><td>name</td><td></td></tr>
 * <tr><td>quote</td><td>what was said</td><td>stems</td><td></td></tr>
 * <tr><td>sentence</td><td>the sentences it stands in, not stored</td><td>stems</td>
 * <td></td></tr>
 * <tr><td>same_words</td><td>a hash of its words, the same for the same words</td><td>name</td>
 * <td></td></tr>
 * <tr><td>kind</td><td>DIRECT, MIXED or INDIRECT</td><td>name</td><td>yes</td></tr>
 * <tr><td>speaker</td><td>the name in its fullest form</td><td>name</td><td>yes</td></tr>
 * <tr><td>speaker_order</td><td>the same for sorting, without case and accents and then as it is;
 * none if unknown</td><td>values</td><td></td></tr>
 * <tr><td>speaker_id</td><td>what names the speaker elsewhere</td><td>name</td><td>yes</td></tr>
 * <tr><td>speaker_type</td><td>PERSON, ORGANIZATION, UNNAMED or UNKNOWN</td><td>name</td>
 * <td>yes</td></tr>
 * <tr><td>speaker_description</td><td>how the article describes the speaker</td><td></td>
 * <td></td></tr>
 * <tr><td>speaker_printed</td><td>the name as the article has it, where the speaker is known by another
 * </td><td></td><td></td></tr>
 * <tr><td>said</td><td>when it was said: {@code 2020-11-22}, {@code 2020-11} or {@code 2020}</td>
 * <td>name</td><td></td></tr>
 * <tr><td>said_number</td><td>the same as 20201122, 20201100, 20200000; unknown is 0</td>
 * <td>values</td><td>yes</td></tr>
 * <tr><td>said_days</td><td>the first and last day of it, counted from 1970-01-01</td>
 * <td>range</td><td></td></tr>
 * <tr><td>about</td><td>who is named in the words, several</td><td>name</td><td>yes</td></tr>
 * <tr><td>cue</td><td>the words that signal speech ("said"), in lower case, not stored</td>
 * <td>name</td><td>yes</td></tr>
 * <tr><td>rule</td><td>the rule that attributed the words</td><td>name</td><td></td></tr>
 * <tr><td>confidence</td><td>0 to 1</td><td>number</td><td>yes</td></tr>
 * <tr><td>position</td><td>where the words begin, for sorting, not stored</td><td>values</td>
 * <td></td></tr>
 * <tr><td>runs, sentence_runs, mention_span, cue_span, said_span</td><td>places in the text;
 * runs are several</td><td></td><td></td></tr>
 * </table>
 *
 * <table>
 * <caption>Fields of an article alone</caption>
 * <tr><th>field</th><th>holds</th><th>indexed as</th><th>facet</th></tr>
 * <tr><td>text</td><td>the whole text</td><td>stems</td><td></td></tr>
 * <tr><td>extractor</td><td>the version of the extractor that found the quotations; none if they
 * were given</td><td></td><td></td></tr>
 * <tr><td>fingerprint</td><td>a hash of all of the article, not stored; since format 2</td>
 * <td>values</td><td></td></tr>
 * </table>
 */
public final class Schema {

  /** The number of the format described here; each change to it has a new number. */
  public static final int FORMAT = 2;

  /** The oldest format that is read. */
  public static final int OLDEST_FORMAT = 1;

  /** The term of a name that is not known. */
  public static final String UNKNOWN = "(unknown)";

  /** The field that tells quotations from articles. */
  public static final String TYPE = "type";

  /** The {@link #TYPE} of a quotation. */
  public static final String QUOTATION = "quotation";

  /** The {@link #TYPE} of an article. */
  public static final String ARTICLE = "article";

  /** The article's id. */
  public static final String ARTICLE_ID = "article";

  /** The headline. */
  public static final String TITLE = "title";

  /** When the article was published, in full. */
  public static final String PUBLISHED = "published";

  /** The day of publication. */
  public static final String DATE = "date";

  /** The day of publication as a {@link DateNumber}. */
  public static final String DATE_NUMBER = "date_number";

  /** Day and time of publication as a number that grows with them. */
  public static final String DATE_ORDER = "date_order";

  /** The outlet. */
  public static final String OUTLET = "outlet";

  /** The section of the outlet. */
  public static final String SECTION = "section";

  /** The language of the article. */
  public static final String LANGUAGE = "language";

  /** An author of the article. */
  public static final String AUTHOR = "author";

  /** A label of the archive's owner. */
  public static final String TAG = "tag";

  /** Where the article can be read. */
  public static final String URL = "url";

  /** The text of the article. */
  public static final String TEXT = "text";

  /** The version of the extractor that found the article's quotations. */
  public static final String EXTRACTOR = "extractor";

  /** What tells a changed article from an unchanged one. */
  public static final String FINGERPRINT = "fingerprint";

  /** The quotation's id. */
  public static final String ID = "id";

  /** What was said, by stems. */
  public static final String QUOTE = "quote";

  /** What was said, by words. */
  public static final String QUOTE_EXACT = exact(QUOTE);

  /** The sentences the quotation stands in, by stems. */
  public static final String SENTENCE = "sentence";

  /** A hash of the words that were said. */
  public static final String SAME_WORDS = "same_words";

  /** How the words are reported. */
  public static final String KIND = "kind";

  /** The name of the speaker. */
  public static final String SPEAKER = "speaker";

  /** The words of the name of the speaker. */
  public static final String SPEAKER_WORDS = words(SPEAKER);

  /** The name of the speaker, where it is known, for sorting. */
  public static final String SPEAKER_ORDER = "speaker_order";

  /** What names the speaker elsewhere. */
  public static final String SPEAKER_ID = "speaker_id";

  /** What sort of source the speaker is. */
  public static final String SPEAKER_TYPE = "speaker_type";

  /** How the article describes the speaker. */
  public static final String SPEAKER_DESCRIPTION = "speaker_description";

  /** The name of the speaker as the article has it. */
  public static final String SPEAKER_PRINTED = "speaker_printed";

  /** When the words were said. */
  public static final String SAID = "said";

  /** When the words were said as a {@link DateNumber}. */
  public static final String SAID_NUMBER = "said_number";

  /** The days on which the words may have been said. */
  public static final String SAID_DAYS = "said_days";

  /** Who is named in the words. */
  public static final String ABOUT = "about";

  /** The words that signal speech. */
  public static final String CUE = "cue";

  /** The rule that attributed the words. */
  public static final String RULE = "rule";

  /** How likely the speaker is the right one. */
  public static final String CONFIDENCE = "confidence";

  /** Where the words begin in the text. */
  public static final String POSITION = "position";

  /** The places of the words. */
  public static final String RUNS = "runs";

  /** The places of the sentences. */
  public static final String SENTENCE_RUNS = "sentence_runs";

  /** The place where the speaker is mentioned. */
  public static final String MENTION_SPAN = "mention_span";

  /** The place of the cue. */
  public static final String CUE_SPAN = "cue_span";

  /** The place where it is told when the words were said. */
  public static final String SAID_SPAN = "said_span";

  /** The fields that are counted by name. */
  static final List<String> FACETS =
      List.of(
          SPEAKER,
          SPEAKER_ID,
          SPEAKER_TYPE,
          OUTLET,
          SECTION,
          KIND,
          LANGUAGE,
          AUTHOR,
          TAG,
          ABOUT,
          CUE);

  /** The fields of names that are also indexed as words. */
  static final List<String> NAMES_OF_WORDS =
      List.of(SPEAKER, OUTLET, SECTION, LANGUAGE, AUTHOR, TAG, ABOUT, CUE);

  private static final List<String> STEMS = List.of(QUOTE, SENTENCE, TITLE, TEXT);

  /**
   * The fields that the oldest format lacks, with the format that brought them. A search for one of
   * them in an older archive is refused, since it could only give a wrong answer.
   */
  static final Map<String, Integer> SINCE =
      Stream.of(
              Stream.of(
                  FINGERPRINT, SPEAKER_ID, SPEAKER_ORDER, SENTENCE, SENTENCE_RUNS, SAME_WORDS),
              Stream.of(SENTENCE, TITLE, TEXT).map(Schema::exact),
              NAMES_OF_WORDS.stream().filter(name -> !name.equals(SPEAKER)).map(Schema::words))
          .flatMap(fields -> fields)
          .collect(Collectors.toUnmodifiableMap(field -> field, field -> 2));

  private Schema() {}

  /** {@return the field with the words of a field that holds stems} */
  public static String exact(String field) {
    return field + "_exact";
  }

  /** {@return the field with the words of a field that holds names} */
  public static String words(String field) {
    return field + "_words";
  }

  /** {@return the analysis of all fields, for indexing and for searching} */
  public static Analyzer analyzer() {
    WordAnalyzer words = new WordAnalyzer(false);
    Map<String, Analyzer> exact = new HashMap<>();
    STEMS.forEach(field -> exact.put(exact(field), words));
    NAMES_OF_WORDS.forEach(field -> exact.put(words(field), words));
    return new PerFieldAnalyzerWrapper(new WordAnalyzer(true), exact);
  }
}
