package onrecord.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onrecord.Archive;
import onrecord.format.QuotationJson;
import onrecord.model.Arrival;
import onrecord.model.Article;
import onrecord.model.Quotation;
import onrecord.model.Span;
import onrecord.query.Hit;
import onrecord.query.Identified;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.Selection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints an article with its quotations, or a quotation in its article. */
@Command(
    name = "show",
    description = {
      "Prints an article with its quotations marked, or a quotation in the paragraphs around it: the"
          + " words, the speaker and the cue.",
      "Fields of the JSON: as in extract, and \"added\", \"changed\" and \"commit\": when the article"
          + " was added to the archive and when it was last changed, and the number of the commit"
          + " with this change; null if that is not known."
    })
final class ShowCommand implements Callable<Integer> {

  private static final int CANDIDATES = 5;
  private static final int INDENT = 4;

  private final Terminal terminal;

  @Mixin private final ReadArchiveOption archive = new ReadArchiveOption();

  @Parameters(
      paramLabel = "ID",
      description =
          "Id of an article or of a quotation, as search prints it, or the beginning of one that no"
              + " other has.")
  private String id = "";

  @Option(names = "--json", description = "Print one JSON object with the fields listed above.")
  private boolean json;

  ShowCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    try (Archive open = archive.openReadOnly()) {
      Identified found = found(open.identify(id, CANDIDATES + 1));
      Article article =
          open.article(found.article())
              .orElseThrow(() -> new IOException("article " + found.article() + " is missing"));
      List<Hit> hits = hits(open, article);
      List<Hit> shown =
          hits.stream()
              .filter(hit -> !found.isQuotation() || hit.quotation().id().equals(found.id()))
              .toList();
      if (json) {
        List<Quotation> quotations = shown.stream().map(Hit::quotation).toList();
        terminal.line(QuotationJson.of(article, quotations, open.arrival(article.id())));
      } else {
        head(article, open.arrival(article.id()));
        print(article, shown, found.isQuotation());
      }
    }
    return 0;
  }

  private Identified found(List<Identified> candidates) throws IOException {
    if (candidates.isEmpty()) {
      throw new IOException("no article or quotation has an id that begins with '" + id + "'");
    }
    if (candidates.size() > 1) {
      String names =
          candidates.stream()
              .limit(CANDIDATES)
              .map(Identified::id)
              .collect(Collectors.joining(", "));
      throw new IOException(
          "several ids begin with '"
              + id
              + "': "
              + names
              + (candidates.size() > CANDIDATES ? " and more" : ""));
    }
    return candidates.getFirst();
  }

  private static List<Hit> hits(Archive open, Article article) throws IOException {
    Search all =
        Search.builder(Query.article(article.id()))
            .kinds(Selection.ALL_KINDS)
            .highlight(false)
            .build();
    try (Stream<Hit> hits = open.stream(all)) {
      return hits.sorted(Comparator.comparingInt(hit -> hit.quotation().runs().getFirst().start()))
          .toList();
    }
  }

  private void print(Article article, List<Hit> hits, boolean onlyOne) {
    List<Quotation> quotations = hits.stream().map(Hit::quotation).toList();
    MarkedArticle text = new MarkedArticle(article, quotations, terminal);
    Span range =
        onlyOne ? text.around(quotations.getFirst()) : new Span(0, article.text().length());
    for (String paragraph : text.paragraphs(range)) {
      terminal.line("");
      wrap(paragraph, "");
    }
    terminal.line("");
    if (quotations.isEmpty()) {
      terminal.line("(no quotations)");
      return;
    }
    terminal.styledLine(text.legend());
    terminal.line("");
    int number = 1;
    for (Quotation quotation : quotations) {
      attribution(number++, quotation);
    }
  }

  private void head(Article article, Optional<Arrival> arrival) {
    List<String> about = new ArrayList<>();
    article.outlet().ifPresent(about::add);
    article.published().map(published -> published.day().toString()).ifPresent(about::add);
    article.section().ifPresent(about::add);
    about.addAll(article.authors());
    article.url().ifPresent(about::add);
    about.add(article.id());
    String title = ResultPrinter.clean(article.title());
    if (!title.isBlank()) {
      wrap(terminal.hasStyles() ? Style.BOLD.apply(title) : title, "");
    }
    wrap(ResultPrinter.clean(String.join(" \u00b7 ", about)), "");
    wrap(arrival.map(ShowCommand::came).orElse("added at a time that is not known"), "");
  }

  private static String came(Arrival arrival) {
    String added =
        "added " + arrival.added().map(Instant::toString).orElse("at a time that is not known");
    return arrival.added().equals(Optional.of(arrival.changed()))
        ? added
        : added + ", changed " + arrival.changed();
  }

  private void attribution(int number, Quotation quotation) {
    String words =
        String.format(
            Locale.ROOT,
            "%d. %s: \u201c%s\u201d (%s, confidence %.2f, by the rule %s) %s",
            number,
            quotation.speaker().name(),
            quotation.text(),
            quotation.kind(),
            quotation.confidence(),
            quotation.rule(),
            quotation.id());
    wrap(ResultPrinter.clean(words), " ".repeat(INDENT));
  }

  /** Prints a text in as many lines as it needs, those after the first with an indent. */
  private void wrap(String text, String indent) {
    List<String> lines = Wrapping.wrap(text, terminal.width() - indent.length());
    terminal.styledLine(lines.getFirst());
    lines.stream().skip(1).forEach(line -> terminal.styledLine(indent + line));
  }
}
