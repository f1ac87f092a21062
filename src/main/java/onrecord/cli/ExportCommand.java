package onrecord.cli;

import com.google.common.base.Suppliers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import onrecord.Archive;
import onrecord.format.HitFormat;
import onrecord.format.HitWriter;
import onrecord.model.Article;
import onrecord.query.Hit;
import onrecord.query.Search;
import onrecord.query.SearchLimitException;
import onrecord.query.SortOrder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Prints all quotations that a search finds. */
@Command(
    name = "export",
    description = {
      "Prints all matching quotations, however many, as CSV or in another format, which the Javadoc"
          + " of onrecord.format.HitFormat describes.",
      "CSV and TSV: the first line names the columns: "
          + ExportCommand.COLUMNS
          + ". Multiple values of a field are separated by '|'; in a value, '|' is written '\\|' and"
          + " '\\' is written '\\\\'. Runs are in Unicode code points from the start of the"
          + " article's text. A cell that a spreadsheet would evaluate as a formula, because it"
          + " starts with =, +, - or @, has an apostrophe before it; so has one that starts with a"
          + " tab or a line break, and so have these characters after a semicolon, a tab or a line"
          + " break in a cell, which some spreadsheets take for its end.",
      "articles is JSON Lines of articles with their quotations, one object per article, which index"
          + " reads into another archive: the same articles, quotations, speakers and fields of"
          + " one's own, with their types. It holds what is found, and so only kinds of quotations"
          + " that --kind names, and articles without quotations only with --all-articles. When articles were added, the"
          + " versions of extractors, and the coders and days of labels are not exported; the"
          + " labels are fields of the quotations.",
      "Of the other formats, index reads CSV, TSV and json-lines as one article per quotation, with"
          + " the words, the speaker, the kind and the confidence, and fields of the article for"
          + " which --field gives the type, such as country=name:article.country for CSV and"
          + " country=name:fields.country for json-lines; citron and tei as articles with the runs,"
          + " the speakers, the kinds and the confidence of their quotations.",
      "json-lines is JSON Lines, one object per quotation, like the hits of search; schema-org and"
          + " web-annotation are JSON-LD; citron is Citron JSON, one object per article; tei is TEI,"
          + " XML with the quotations in the text of each article; bibtex and ris are BibTeX and RIS,"
          + " with the articles of the quotations; sqlite is an SQLite database, which --output must"
          + " name."
    })
final class ExportCommand extends AskingCommand {

  static final String COLUMNS =
      "id, article, title, published, outlet, section, authors, url, language, tags, speaker,"
          + " speaker_type, speaker_id, speaker_printed, speaker_description, text, kind, runs,"
          + " mention, cue, said, confidence, rule, about, context, occurrences";

  private final Terminal terminal;

  @Mixin private final HitOptions options = new HitOptions();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = Format.class,
      completionCandidates = Format.class,
      description =
          "Format: ${COMPLETION-CANDIDATES}. Default: the one that the name of the file of --output"
              + " ends with (.csv, .tsv, .jsonl, .json, .xml, .bib, .ris, .sqlite or .db), else csv.")
  private @Nullable HitFormat format;

  @Option(names = "--json", description = "Short form of --format json-lines.")
  private boolean json;

  @Option(
      names = "--all-articles",
      description =
          "With --format articles, citron or tei: then also write the articles that match the query,"
              + " but have no quotation that is found; without a query, all of the archive.")
  private boolean allArticles;

  @Mixin private final CellOptions cells = new CellOptions();

  @Mixin private final NewSinceOption newSince = new NewSinceOption();

  ExportCommand(Terminal terminal) {
    super(terminal);
    this.terminal = terminal;
  }

  /** Parses the name of a format; "json" is JSON Lines, as in --json. */
  static final class Format implements ITypeConverter<HitFormat>, Iterable<String> {
    @Override
    public HitFormat convert(String text) {
      return Stream.of(HitFormat.values())
          .filter(format ->
              format.toString().equalsIgnoreCase(text.replace('_', '-'))
                  || (format == HitFormat.JSON_LINES && text.equalsIgnoreCase("json")))
          .findFirst()
          .orElseThrow(() ->
              new TypeConversionException(
                  "expected one of " + String.join(", ", this) + ", but was '" + text + "'"));
    }

    @Override
    public Iterator<String> iterator() {
      return Stream.of(HitFormat.values()).map(HitFormat::toString).iterator();
    }
  }

  @Override
  @SuppressWarnings("try") // The progress is shown, not referred to.
  Answer answer(Search.Builder builder) {
    HitFormat chosen = format();
    SortOrder order = chosen.groupsByArticle() ? SortOrder.OLDEST : SortOrder.RELEVANCE;
    boolean highlights = chosen == HitFormat.JSON_LINES;
    Search asked = options.apply(builder, order).highlight(highlights).build();
    requireAllArticles(chosen, asked);
    return (open, out) -> {
      Search search = newSince.restricted(open, asked);
      AtomicLong written = new AtomicLong();
      try (Stream<Hit> hits = open.stream(search);
          Progress progress = report(open, search, written)) {
        Stream<Hit> counted = hits.peek(hit -> written.incrementAndGet());
        if (chosen.isText()) {
          print(chosen, open, search, counted, out.terminal());
        } else {
          chosen.create(file(chosen, out), counted, open::article);
        }
      }
    };
  }

  @Override
  void answered() throws IOException {
    newSince.answered();
  }

  /** Reports how many hits are written; their number is counted when it is first reported. */
  private Progress report(Archive open, Search search, AtomicLong written) {
    Supplier<Long> all = Suppliers.memoize(() -> count(open, search));
    return Progress.start(
        terminal,
        "exporting",
        () -> Amount.of("quotation", written.get()).partOf(written.get(), all.get()));
  }

  private static long count(Archive open, Search search) {
    try {
      Search.Builder all =
          Search.builder(search.query())
              .kinds(search.kinds())
              .distinct(search.distinct())
              .limits(search.limits())
              .highlight(false)
              .pageSize(0);
      search.filters().forEach(all::filter);
      return open.search(all.build()).total();
    } catch (IOException | SearchLimitException e) {
      // The share is not known, and the export itself fails if the archive cannot be read.
      return 0;
    }
  }

  private HitFormat format() {
    if (json && format != null && format != HitFormat.JSON_LINES) {
      throw new IllegalArgumentException("--json and --format " + format + " exclude each other");
    }
    HitFormat chosen = json ? HitFormat.JSON_LINES : format == null ? ofFile() : format;
    if (chosen.syntax() != HitFormat.Syntax.TABLE) {
      cells.requireUnused(chosen);
    }
    return switch (chosen) {
      case CSV -> HitTables.format(cells.csv());
      case TSV -> HitTables.format(cells.tsv());
      default -> chosen;
    };
  }

  private HitFormat ofFile() {
    return output().file().flatMap(HitFormat::ofFile).orElse(HitFormat.CSV);
  }

  /** Checks that the option has an effect. */
  private void requireAllArticles(HitFormat chosen, Search search) {
    if (!allArticles) {
      return;
    }
    if (!chosen.groupsByArticle()) {
      throw new IllegalArgumentException(
          "--all-articles applies to --format articles, citron and tei, not to " + chosen);
    }
    if (search.distinct() || !search.filters().isEmpty() || newSince.isGiven()) {
      throw new IllegalArgumentException(
          "--all-articles cannot be used with --distinct, --filter or --new-since");
    }
  }

  private void print(
      HitFormat chosen, Archive open, Search search, Stream<Hit> hits, Terminal terminal)
      throws IOException {
    Appendable out =
        chosen.syntax() == HitFormat.Syntax.JSON ? terminal.visibleText() : terminal.text();
    if (chosen.syntax() == HitFormat.Syntax.TABLE) {
      cells.start(out);
    }
    try (HitWriter writer = chosen.writer(out, open::article, open.info().ownFields().keySet())) {
      writer.writeAll(hits);
      if (allArticles) {
        open.articlesWithout(search, article -> write(writer, article));
      }
    }
  }

  private static void write(HitWriter writer, Article article) {
    try {
      writer.write(article);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path file(HitFormat chosen, Output out) {
    return out.file()
        .orElseThrow(() ->
            new UsageException(
                "--format " + chosen + " requires --output with the name of a file"));
  }
}
