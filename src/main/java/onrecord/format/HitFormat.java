package onrecord.format;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.Immutable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import onrecord.query.Hit;
import onrecord.query.OwnField;

/**
 * A format that hits can be written in. Immutable. The hits of a search are exported by:
 *
 * {@snippet file="onrecord/format/SnippetsTest.java" region="export"}
 *
 * <p>or, to a new file in any format, including those that are not text, by:
 *
 * {@snippet file="onrecord/format/SnippetsTest.java" region="create"}
 *
 * <table>
 * <caption>The formats</caption>
 * <thead><tr><th>Format<th>For<th>One entry per<th>Offsets<th>Needs</tr></thead>
 * <tbody>
 * <tr><td>{@link #CSV}, {@link #TSV}<td>spreadsheets, R, pandas<td>hit<td>code points<td>FastCSV
 * <tr><td>{@link #RAW_CSV}, {@link #RAW_TSV}<td>programs<td>hit<td>code points<td>FastCSV
 * <tr><td>{@link #JSON_LINES}<td>programs; everything that is known<td>hit<td>code points
 *     <td>Jackson
 * <tr><td>{@link #ARTICLES}<td>another archive<td>article<td>code points<td>Jackson
 * <tr><td>{@link #SCHEMA_ORG}<td>web pages, search engines, linked data<td>hit<td>none<td>Jackson
 * <tr><td>{@link #WEB_ANNOTATION}<td>annotation tools<td>hit<td>code points<td>Jackson
 * <tr><td>{@link #CITRON}<td>Citron, and programs that compare with it<td>article<td>code points
 *     <td>Jackson
 * <tr><td>{@link #TEI}<td>text editions, corpus tools<td>article<td>markup in the text<td>
 * <tr><td>{@link #BIBTEX}, {@link #RIS}<td>reference managers<td>article<td>none<td>
 * <tr><td>{@link #SQLITE}<td>SQL; a file, not text<td>hit<td>code points<td>sqlite-jdbc
 * </tbody>
 * </table>
 *
 * <p>Code points are counted from the start of the article's text. A format that has one entry per
 * article for the quotations of that article has one for each group of <em>successive</em> hits in
 * the same article; hits that are sorted by {@link onrecord.query.SortOrder#NEWEST} or {@link
 * onrecord.query.SortOrder#OLDEST} form one group per article. {@link #BIBTEX} and {@link #RIS}
 * have one entry per article in any order.
 *
 * <p>To add a format, add a constant here and a package-private {@link HitWriter} that writes it.
 */
public enum HitFormat {

  /**
   * {@link TableFormat#CSV CSV} for spreadsheets. The columns are id, article, title, published,
   * outlet, section, authors, url, language, tags, speaker, speaker_type, speaker_id,
   * speaker_printed, speaker_description, text, kind, runs, mention, cue, said, confidence, rule,
   * about, context and occurrences. Lists are authors, tags, runs, about and occurrences; {@link
   * TableFormat} specifies how their elements are separated. A run is {@code start-end};
   * occurrences are ids of quotations. An unknown value is empty.
   */
  CSV("CSV", Syntax.TABLE, HitTable::csv, OptionalLibrary.FASTCSV),

  /** {@link TableFormat#RAW_CSV CSV for programs}, with the columns of {@link #CSV}. */
  RAW_CSV("CSV", Syntax.TABLE, HitTable::rawCsv, OptionalLibrary.FASTCSV),

  /** {@link TableFormat#TSV TSV} for spreadsheets, with the columns of {@link #CSV}. */
  TSV("TSV", Syntax.TABLE, HitTable::tsv, OptionalLibrary.FASTCSV),

  /** {@link TableFormat#RAW_TSV TSV for programs}, with the columns of {@link #CSV}. */
  RAW_TSV("TSV", Syntax.TABLE, HitTable::rawTsv, OptionalLibrary.FASTCSV),

  /** JSON Lines: one object per line, as described at {@link ResultJson}. */
  JSON_LINES("JSON Lines", Syntax.JSON, HitJsonLines::new, OptionalLibrary.JACKSON),

  /**
   * JSON Lines of articles with their quotations, which {@link onrecord.source.ArticleReader} reads
   * again as they are: one object per article, which begins with {@code "onrecord": "article"}. It
   * has the properties of "article" in {@link #JSON_LINES}, and "text", "types" and "quotations",
   * which are as described at {@link QuotationJson}. "types" has the type of each of the fields
   * that the owner of the archive has added, such as {@code "speaker.born": "day"}.
   *
   * <p>A quotation that is not among the hits is not written, nor is an article without a hit
   * unless it is {@linkplain HitWriter#write(onrecord.model.Article) written by itself}. What is
   * kept of an article beside it is not written either: when it was added and changed, and the
   * version of the extractor. Labels and corrections by coders are written as part of the
   * quotations, without coders and days.
   */
  ARTICLES(
      "JSON Lines of articles", Syntax.JSON, ArticleDocuments::writer, OptionalLibrary.JACKSON),

  /**
   * JSON-LD with a <a href="https://schema.org/Quotation">Quotation of schema.org</a> per hit,
   * which {@code isBasedOn} a NewsArticle. The speaker is the {@code author}, a Person or an
   * Organization; the description of an unnamed speaker is the {@code creditText}. The day on which
   * the words were said is {@code dateCreated}; those whom they name are {@code about}. What
   * schema.org has no property for, such as positions and confidence, is not written, and neither
   * are unknown values.
   */
  SCHEMA_ORG("JSON-LD", Syntax.JSON, SchemaOrg::writer, OptionalLibrary.JACKSON),

  /**
   * A JSON array of annotations of the <a href="https://www.w3.org/TR/annotation-model/">Web
   * Annotation Data Model</a>. An annotation has one target per run, with a TextPositionSelector,
   * in code points as the model requires, and a TextQuoteSelector with up to 32 code points before
   * and after the words. The bodies are the name of the speaker, with the purpose "tagging", and
   * the kind of the quotation, with the purpose "classifying". The source is the address of the
   * article if it is an absolute IRI, and otherwise a {@code urn:uuid} that is computed from the
   * article's id; positions always refer to the article's text as stored. The id of an annotation
   * is a {@code urn:uuid} that is computed from the quotation's id.
   */
  WEB_ANNOTATION("JSON-LD", Syntax.JSON, WebAnnotations::writer, OptionalLibrary.JACKSON),

  /**
   * The <a href="https://github.com/bbc/citron/blob/main/docs/data_format.md">annotation format of
   * Citron</a>: one document per line, with the text and the quotes of an article. The {@code
   * sources} of a quote are where the text mentions the speaker. If that is not by name, and the
   * name occurs in the text, then {@code sources} is its first occurrence, and the mention is in
   * {@code coreferences}. In addition to Citron's properties, a document has those of "article" in
   * {@link #JSON_LINES}, and a quote has "speaker" and "kind". {@code cue} is null if a quotation
   * has none.
   */
  CITRON("Citron JSON", Syntax.JSON, CitronDocuments::writer, OptionalLibrary.JACKSON),

  /**
   * <a href="https://tei-c.org/guidelines/p5/">TEI P5</a>: a {@code teiCorpus} with one {@code TEI}
   * per article, in whose text each quotation is a {@code said} element that refers to its speaker
   * by {@code who}. A quotation with several runs, or that extends over several paragraphs or
   * overlaps another one, is divided into elements that are linked by {@code next} and {@code
   * prev}. {@code n} is the id of the quotation; {@code cert} is the confidence. A line of the text
   * is a paragraph. Fields of the owner of the archive are a {@code state} of the speaker with the
   * name of the field as its type, keywords of the article with that name as {@code n}, and after
   * the paragraphs a {@code spanGrp} of the quotations with that name as its type.
   *
   * <p>XML cannot contain most control characters, unpaired surrogates, U+FFFE and U+FFFF; each is
   * replaced by U+FFFD.
   */
  TEI("TEI", Syntax.XML, TeiCorpus::writer),

  /**
   * BibTeX, in UTF-8: one entry per article, an {@code @article} if its outlet is known and {@code
   * @misc} otherwise. {@code year} and {@code month} are for BibTeX, {@code date} is for biblatex.
   * A key consists of the article's id, in which characters that a key cannot contain are written
   * as {@code +} and hexadecimal digits. Characters that have a meaning in TeX are escaped. The ids
   * of the articles that have been written are kept in memory.
   */
  BIBTEX("BibTeX", Syntax.PLAIN, BibTex::writer),

  /**
   * RIS: one entry of type NEWS per article. Lines end with a carriage return and a line feed. The
   * ids of the articles that have been written are kept in memory.
   */
  RIS("RIS", Syntax.PLAIN, Ris::writer),

  /**
   * An SQLite database with the tables articles, authors, tags, speakers, quotations, runs, about,
   * occurrences, article_fields, speaker_fields and quotation_fields, whose values are numbers or
   * texts, and the view quotation_list, with one line per quotation. Offsets are code points, so
   * that the words of a run are {@code substr(articles.text, runs.start + 1, runs.end -
   * runs.start)}. The database is written in one transaction. This format is not text, and can only
   * be {@linkplain #create created}.
   */
  SQLITE("SQLite", Syntax.BINARY, SqliteDatabase::create, OptionalLibrary.SQLITE);

  private final String title;
  private final Syntax syntax;
  private final Opener opener;
  private final Optional<OptionalLibrary> library;

  HitFormat(String title, Syntax syntax, TextOpener opener) {
    this.title = title;
    this.syntax = syntax;
    this.opener = opener;
    this.library = Optional.empty();
  }

  HitFormat(String title, Syntax syntax, TextOpener opener, OptionalLibrary library) {
    this.title = title;
    this.syntax = syntax;
    this.opener = opener;
    this.library = Optional.of(library);
  }

  HitFormat(String title, Syntax syntax, FileOpener opener, OptionalLibrary library) {
    this.title = title;
    this.syntax = syntax;
    this.opener = opener;
    this.library = Optional.of(library);
  }

  /** What a format is written in. */
  public enum Syntax {
    /** Lines of cells, as {@link TableFormat} describes. */
    TABLE,
    /** JSON, one or more objects. */
    JSON,
    /** XML. */
    XML,
    /** Other text. */
    PLAIN,
    /** No text, but a file that only other programs read. */
    BINARY
  }

  /** Opens a writer. */
  @Immutable
  private sealed interface Opener {}

  /** Opens a writer of text. */
  @FunctionalInterface
  @Immutable
  private non-sealed interface TextOpener extends Opener {
    HitWriter open(Appendable out, ArticleTexts articles) throws IOException;
  }

  /** Opens a writer of a file, which exists and is empty. */
  @FunctionalInterface
  @Immutable
  private non-sealed interface FileOpener extends Opener {
    HitWriter open(Path file, ArticleTexts articles) throws IOException;
  }

  /**
   * {@return the format that the name of a file ends with; empty if it is none of these}
   *
   * <p>They are {@code .csv}; {@code .tsv}; {@code .jsonl}, {@code .ndjson} and {@code .json} for
   * {@link #JSON_LINES}; {@code .xml} and {@code .tei} for {@link #TEI}; {@code .bib} for {@link
   * #BIBTEX}; {@code .ris}; and {@code .sqlite}, {@code .sqlite3} and {@code .db} for {@link
   * #SQLITE}, in any case.
   */
  public static Optional<HitFormat> ofFile(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "csv" -> Optional.of(CSV);
      case "tsv" -> Optional.of(TSV);
      case "jsonl", "ndjson", "json" -> Optional.of(JSON_LINES);
      case "xml", "tei" -> Optional.of(TEI);
      case "bib" -> Optional.of(BIBTEX);
      case "ris" -> Optional.of(RIS);
      case "sqlite", "sqlite3", "db" -> Optional.of(SQLITE);
      default -> Optional.empty();
    };
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

  /** {@return what this format is written in} */
  public Syntax syntax() {
    return syntax;
  }

  /** {@return whether this format is text, which {@link #writer} writes} */
  public boolean isText() {
    return syntax != Syntax.BINARY;
  }

  /**
   * {@return whether this format has one entry for successive hits in the same article, which
   * requires that hits are sorted by date for one entry per article}
   */
  public boolean groupsByArticle() {
    return this == ARTICLES || this == CITRON || this == TEI;
  }

  /**
   * {@return a writer of this format; the start of the format, if it has one, is written at once}
   *
   * @param out the output, which receives whole lines
   * @param articles finds the articles of the hits
   * @throws IOException if the output cannot be written
   * @throws IllegalArgumentException if this format is not text
   * @throws IllegalStateException if the optional library that the format needs is missing; the
   *     message says how to add it
   */
  public HitWriter writer(Appendable out, ArticleLookup articles) throws IOException {
    return writer(out, articles, List.of());
  }

  /**
   * {@return a writer of this format, whose tables have a column for each of the fields that the
   * owner of the archive has added; the start of the format, if it has one, is written at once}
   *
   * @param out the output, which receives whole lines
   * @param articles finds the articles of the hits
   * @param own the fields, such as all that {@code info()} of the archive lists
   * @throws IOException if the output cannot be written
   * @throws IllegalArgumentException if this format is not text
   * @throws IllegalStateException if the optional library that the format needs is missing; the
   *     message says how to add it
   */
  public HitWriter writer(Appendable out, ArticleLookup articles, Collection<OwnField> own)
      throws IOException {
    requireNonNull(out, "out");
    ArticleTexts texts = new ArticleTexts(articles, own);
    requireLibrary();
    return switch (opener) {
      case TextOpener text -> text.open(out, texts);
      case FileOpener file ->
          throw new IllegalArgumentException(title + " is not text; it can only be a file");
    };
  }

  /**
   * Writes hits to a new file; text is written in UTF-8, in which an unpaired surrogate is replaced
   * by U+FFFD. If this fails, the file is deleted.
   *
   * @param file the file, which must not exist
   * @param hits the hits, which are not closed
   * @param articles finds the articles of the hits
   * @throws java.nio.file.FileAlreadyExistsException if the file exists
   * @throws IOException if the file cannot be written, or an article cannot be read
   * @throws IllegalStateException if the optional library that the format needs is missing; the
   *     message says how to add it
   */
  public void create(Path file, Stream<Hit> hits, ArticleLookup articles) throws IOException {
    create(file, hits, articles, List.of());
  }

  /**
   * Writes hits to a new file, whose tables have a column for each of the fields that the owner of
   * the archive has added, as {@link #writer(Appendable, ArticleLookup, Collection)} does.
   *
   * @param file the file, which must not exist
   * @param hits the hits, which are not closed
   * @param articles finds the articles of the hits
   * @param own the fields, such as all that {@code info()} of the archive lists
   * @throws java.nio.file.FileAlreadyExistsException if the file exists
   * @throws IOException if the file cannot be written, or an article cannot be read
   * @throws IllegalStateException if the optional library that the format needs is missing; the
   *     message says how to add it
   */
  public void create(Path file, Stream<Hit> hits, ArticleLookup articles, Collection<OwnField> own)
      throws IOException {
    requireNonNull(hits, "hits");
    ArticleTexts texts = new ArticleTexts(articles, own);
    requireLibrary();
    Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE).close();
    boolean complete = false;
    try {
      write(file, hits, texts);
      complete = true;
    } finally {
      if (!complete) {
        Files.deleteIfExists(file);
      }
    }
  }

  private void write(Path file, Stream<Hit> hits, ArticleTexts articles) throws IOException {
    switch (opener) {
      case TextOpener text -> {
        try (Writer out = Utf8Output.of(Files.newOutputStream(file));
            HitWriter writer = text.open(out, articles)) {
          writer.writeAll(hits);
        }
      }
      case FileOpener opens -> {
        try (HitWriter writer = opens.open(file, articles)) {
          writer.writeAll(hits);
        }
      }
    }
  }

  private void requireLibrary() {
    library.ifPresent(needed -> needed.require("write " + title));
  }
}
