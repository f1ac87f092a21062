package onrecord.source;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A format of articles that can be read. Immutable.
 *
 * <p>To add a format, add a constant here and a package-private {@link RecordSource} that reads it.
 * A content is of the first format that recognizes it, in the order of the constants.
 */
public enum ArticleFormat {

  /** Nexis Uni and Lexis Advance, as a Word document: many articles in a file. */
  NEXIS_WORD(
      "Word documents of Nexis", NexisWord::isRecognized, NexisWord::new, ImmutableList.of()),

  /** The older Nexis, as HTML: many articles in a file. */
  NEXIS_HTML(
      "HTML of Nexis",
      NexisHtml::isRecognized,
      NexisHtml::open,
      ImmutableList.of(OptionalLibrary.JSOUP)),

  /** RTF of Nexis, in its older and its newer layout, Factiva and APA: many articles in a file. */
  PRESS_RTF(
      "RTF of Nexis, Factiva or APA",
      PressRtf::isRecognized,
      PressRtf::new,
      ImmutableList.of(OptionalLibrary.RTFPARSERKIT)),

  /** ProQuest, as plain text: many articles in a file. */
  PROQUEST_TEXT(
      "text of ProQuest", ProQuestText::isRecognized, ProQuestText::new, ImmutableList.of()),

  /** Mediargus, as plain text: many articles in a file, after the list of their headlines. */
  MEDIARGUS_TEXT(
      "text of Mediargus", MediargusText::isRecognized, MediargusText::new, ImmutableList.of()),

  /** The older Nexis, as plain text: many articles in a file. */
  NEXIS_TEXT("text of Nexis", NexisText::isRecognized, NexisText::new, ImmutableList.of()),

  /** A page of Factiva: many articles in a file, in either layout. */
  FACTIVA_HTML(
      "HTML of Factiva",
      FactivaHtml::isRecognized,
      FactivaHtml::open,
      ImmutableList.of(OptionalLibrary.JSOUP)),

  /** The XML of Factiva: many articles in a file. */
  FACTIVA_XML(
      "XML of Factiva",
      FactivaXml::isRecognized,
      FactivaXml::open,
      ImmutableList.of(OptionalLibrary.JSOUP)),

  /**
   * JSON Lines: one article per line, as a JSON object. Its fields are found by their usual names,
   * such as those of trafilatura, newspaper4k, news-please, Fundus, the Washington Post, ninjs and
   * schema.org, and may be nested. Items of ninjs have a {@linkplain ArticleRecord#version
   * version}. Quotations of Quotebank, BBC Citron, the Gender Gap Tracker, Stanford CoreNLP,
   * schema.org and Onrecord are taken as they are.
   */
  JSON_LINES(
      "JSON Lines", JsonHead::isLines, JsonLines::new, ImmutableList.of(OptionalLibrary.JACKSON)),

  /**
   * JSON: objects like those of JSON Lines, alone, in a list or in an object that holds them, over
   * any number of lines.
   */
  JSON("JSON", JsonHead::isDocument, JsonDocument::new, ImmutableList.of(OptionalLibrary.JACKSON)),

  /**
   * WARC, the format of web archives: one article per page of a news site. Pages are read as in
   * {@link #HTML}; other records are counted. The url is that which the page declares its own, or
   * else that which was fetched, and the date is that of the page, not of the crawl.
   */
  WARC(
      "WARC",
      WarcFile::isRecognized,
      WarcFile::new,
      ImmutableList.of(OptionalLibrary.JSOUP, OptionalLibrary.JACKSON)),

  /**
   * HTML: a page of a news site, with one article. Its text is found among the navigation,
   * advertisements and teasers of the page, and the other fields in what the page declares in
   * JSON-LD, Open Graph and similar properties. A page without an article is counted and not read.
   */
  HTML(
      "HTML",
      HtmlPage::isRecognized,
      HtmlPage::new,
      ImmutableList.of(OptionalLibrary.JSOUP, OptionalLibrary.JACKSON)),

  /**
   * NITF: articles in the News Industry Text Format, such as those of the New York Times. The
   * {@linkplain ArticleRecord#version version} of an article is that of its {@code du-key}, plus
   * 1000 for each generation if it has both.
   */
  NITF("NITF", Nitf::isRecognized, Nitf::open, ImmutableList.of()),

  /**
   * NewsML-G2: news items with a text in NITF or XHTML, alone or in a message. Items that are
   * packages, pictures or withheld are skipped, canceled ones withdraw the article of their id, and
   * an embargo is respected; notes of the editors are not read. Items have a {@linkplain
   * ArticleRecord#version version}.
   */
  NEWSML_G2("NewsML-G2", NewsMl::isRecognized, NewsMl::open, ImmutableList.of()),

  /**
   * TEI: the debates of parliaments (ParlaMint), in which each utterance is a quotation whose
   * speaker is known, and other texts, whose quotations are the elements {@code said}, or are
   * extracted if there are none. Persons and organizations are listed in the document, in files
   * that it includes, or in {@code corpus-listPerson.xml} and {@code corpus-listOrg.xml} for the
   * documents whose names start with {@code corpus}; these files must be in the folder that is read
   * or, if the document itself is given, in its folder. The sex, the party and the other
   * affiliations of a person on the day of the document become fields of the speaker.
   */
  TEI("TEI", Tei::isRecognized, Tei::open, ImmutableList.of()),

  /**
   * A table in CSV or TSV, separated by commas, semicolons, tabs or vertical bars: one article per
   * row. The first line names the columns, which are found by their usual names, such as title,
   * text, date and author. In a table of quotations that Onrecord wrote, each row is an article
   * that consists of the words of its quotation.
   */
  TABLE(
      "CSV or TSV",
      CsvHead::isRecognized,
      CsvArticles::new,
      ImmutableList.of(OptionalLibrary.FASTCSV)),

  /**
   * Plain text: one article per file. The first paragraph is the title, and remains part of the
   * text. The text may be preceded by a header: lines {@code key: value}, followed by a line {@code
   * ---}. The keys are {@code id}, {@code title}, {@code published} (or {@code date}), {@code
   * outlet} (or {@code publisher}), {@code section}, {@code author} (repeated for each author),
   * {@code url}, {@code language} and {@code tags} (separated by commas). The default id is the
   * name of the file without its endings.
   */
  PLAIN_TEXT("plain text", head -> false, PlainText::new, ImmutableList.of());

  private final String title;
  private final Recognizer recognizer;
  private final Opener opener;
  private final ImmutableList<OptionalLibrary> libraries;

  /**
   * Creates a format.
   *
   * @param title the name of the format in messages
   * @param recognizer recognizes the format by the head of a content
   * @param opener opens a content of this format
   * @param libraries the optional libraries that the format needs
   */
  ArticleFormat(
      String title,
      Recognizer recognizer,
      Opener opener,
      ImmutableList<OptionalLibrary> libraries) {
    this.title = title;
    this.recognizer = recognizer;
    this.opener = opener;
    this.libraries = libraries;
  }

  /** Recognizes a format by the head of a content. */
  @FunctionalInterface
  @Immutable
  private interface Recognizer {
    boolean test(Head head);
  }

  /** Opens a content. */
  @FunctionalInterface
  @Immutable
  private interface Opener {
    RecordSource open(SourceInput input) throws IOException;
  }

  /** {@return the name of the format in messages, such as "JSON Lines"} */
  public String title() {
    return title;
  }

  /** {@return the name of the format on a command line, such as "json-lines"} */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** {@return the format that a content is recognized as, which is never plain text} */
  static Optional<ArticleFormat> of(Head head) {
    return Stream.of(values()).filter(format -> format.recognizer.test(head)).findFirst();
  }

  /**
   * {@return the records of a content of this format}
   *
   * @throws ArticleFormatException if an optional library that the format needs is missing
   * @throws IOException if the content cannot be read
   */
  RecordSource open(SourceInput input) throws IOException {
    for (OptionalLibrary library : libraries) {
      library.require(input.source(), "read " + title);
    }
    return opener.open(input);
  }
}
