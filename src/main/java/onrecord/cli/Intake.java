package onrecord.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onrecord.model.Article;
import onrecord.model.FieldType;
import onrecord.model.Quotation;
import onrecord.query.OwnField;
import onrecord.source.ArticleFormat;
import onrecord.source.ArticleFormatException;
import onrecord.source.ArticleReader;
import onrecord.source.ArticleRecord;
import onrecord.source.DateOrder;
import onrecord.source.OwnColumn;
import onrecord.source.ReadOptions;
import onrecord.source.ReadReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The articles that a command reads. Those that cannot be read are reported and skipped. */
final class Intake {

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = {
        "Files and folders of articles; - denotes standard input. The format of each file is"
            + " recognized by its content. Files may be compressed by gzip or bzip2, and packed into"
            + " ZIP and tar archives.",
        "Files in folders that are not read are counted and reported, as are fields that are not"
            + " used. If nothing was read, the exit code is 1."
      })
  private List<Path> paths = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      completionCandidates = Formats.class,
      description =
          "Format of every file, instead of that of its content. One of: ${COMPLETION-CANDIDATES}.")
  private @Nullable String format;

  @Option(
      names = "--map",
      paramLabel = "NAME=FIELD",
      split = ",",
      description = {
        "Fields of tables and JSON objects that hold a component of the articles, such as"
            + " text=Body,published=Date. NAME is id, title, text, published, outlet, section,"
            + " authors, url, language or tags. Default: the usual names of fields."
      })
  private Map<String, String> fields = Map.of();

  @Option(
      names = "--field",
      paramLabel = "NAME=TYPE[:COLUMN]",
      split = ",",
      description = {
        "Fields of tables and JSON objects to keep as fields of your own, such as"
            + " country=name,reach=number. TYPE is text, name, number or day. COLUMN is the field"
            + " in the source, if it has another name. They are facets and fields of queries with"
            + " the name article.NAME."
      })
  private List<String> own = List.of();

  @Option(
      names = "--dates",
      paramLabel = "ORDER",
      description =
          "Order of day, month and year in dates of numbers: d/m/y, m/d/y or y/m/d. By default, a"
              + " date such as 17/07/2017 is not read, and reported.")
  private @Nullable String dates;

  @Option(
      names = "--embargoed",
      description =
          "Read articles whose embargo has not ended. By default, they are counted by the day on"
              + " which it ends.")
  private boolean embargoed;

  private final AtomicLong taken = new AtomicLong();
  private final AtomicLong rejected = new AtomicLong();

  /** The formats, as printed in the help. */
  static final class Formats implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Stream.of(ArticleFormat.values()).map(ArticleFormat::toString).iterator();
    }
  }

  /** Processes an article. */
  @FunctionalInterface
  interface Taker {
    /**
     * Processes an article.
     *
     * @param given the quotations that the source gives; empty if they are to be extracted
     * @throws IllegalArgumentException if this article cannot be processed, but others may be
     * @throws IOException if no further article can be processed
     */
    void take(Article article, Optional<List<Quotation>> given) throws IOException;
  }

  /** {@return the types of the fields of articles that are kept as fields of the owner} */
  Map<OwnField, FieldType> fields() {
    return own.stream()
        .map(OwnColumn::parse)
        .collect(
            Collectors.toMap(
                column -> OwnField.ofArticle(column.name()), OwnColumn::type, (a, b) -> b));
  }

  /** Opens the files and folders. The caller closes the reader. */
  ArticleReader open(Terminal terminal) {
    ReadOptions.Builder options = ReadOptions.builder().standardInput(terminal.in());
    UsageException.reading(() -> options.fields(fields));
    UsageException.reading(() -> options.own(own.stream().map(OwnColumn::parse).toList()));
    if (format != null) {
      options.format(format(format));
    }
    if (dates != null) {
      String order = dates;
      options.dates(UsageException.reading(() -> DateOrder.parse(order)));
    }
    if (!embargoed) {
      options.embargoTime(Instant.now());
    }
    return ArticleReader.open(paths, options.build());
  }

  private static ArticleFormat format(String name) {
    return Stream.of(ArticleFormat.values())
        .filter(format -> format.toString().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new UsageException(
                "--format must be one of "
                    + String.join(", ", new Formats())
                    + ", but was '"
                    + name
                    + "'"));
  }

  /**
   * Reports how many articles are processed, until it is closed.
   *
   * @param doing the work, as in "indexing"
   * @param articles the articles that are read
   */
  Progress report(
      Terminal terminal,
      String doing,
      ArticleReader articles,
      LongSupplier done,
      LongSupplier rejections) {
    InputSize size = InputSize.of(paths);
    return Progress.start(
        terminal,
        doing,
        () ->
            Amount.of("article", done.getAsLong())
                .partOf(articles.bytesRead(), size.bytes())
                .withRejected(rejections.getAsLong()));
  }

  /** Processes the articles, one after the other, and returns what was read. */
  @SuppressWarnings("try") // The progress is shown, not referred to.
  ReadReport each(Terminal terminal, String doing, Taker taker) throws IOException {
    try (ArticleReader articles = open(terminal);
        Progress progress = report(terminal, doing, articles, taken::get, rejected::get)) {
      while (articles.hasNext()) {
        ArticleRecord record = articles.next();
        if (record.withdrawn().isPresent()) {
          continue;
        }
        try {
          taker.take(record.article(), record.quotations());
          taken.incrementAndGet();
        } catch (ArticleFormatException e) {
          reject(terminal, String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
          reject(terminal, record.source() + ":" + record.line() + ": " + e.getMessage());
        }
      }
      return articles.report();
    }
  }

  private void reject(Terminal terminal, String message) {
    rejected.incrementAndGet();
    terminal.complain(message);
  }

  long taken() {
    return taken.get();
  }

  long rejected() {
    return rejected.get();
  }
}
