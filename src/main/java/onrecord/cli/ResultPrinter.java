package onrecord.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import onrecord.model.PartialDate;
import onrecord.model.Published;
import onrecord.model.Quotation;
import onrecord.model.QuotationKind;
import onrecord.model.Said;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.query.ArticleReference;
import onrecord.query.Explanation;
import onrecord.query.FacetCount;
import onrecord.query.FacetCounts;
import onrecord.query.FacetRequest;
import onrecord.query.Hit;
import onrecord.query.Occurrence;
import onrecord.query.Search;
import onrecord.query.SearchResult;

/** Prints the result of a search for a person. */
final class ResultPrinter {

  private static final String INDENT = "    ";
  private static final Pattern BLANK = Pattern.compile("\\s");

  private final Terminal terminal;

  ResultPrinter(Terminal terminal) {
    this.terminal = terminal;
  }

  void print(Search search, SearchResult result, List<Explanation> explanations) {
    long shown = result.hits().size();
    terminal.line(
        (search.distinct()
                ? Count.of(result.total(), "wording")
                    + " of "
                    + Count.of(result.quotations(), "quotation")
                : Count.of(result.total(), "quotation"))
            + Base.of(result.selection())
            + (shown == result.total() ? "" : ", " + shown + " of them shown")
            + (result.partial() ? "; incomplete: the time limit was reached" : ""));
    hits(result.hits());
    for (int i = 0; i < explanations.size(); i++) {
      terminal.line("");
      terminal.line("Score of " + (i + 1) + ":");
      explanations.get(i).toString().lines().forEach(terminal::line);
    }
    facets(search, result);
  }

  /** Prints the counts of each facet, preceded by an empty line. */
  void facets(Search search, SearchResult result) {
    for (FacetCounts counts : result.facets()) {
      terminal.line("");
      print(counts, search.filters().getOrDefault(counts.request().facet(), Set.of()));
    }
  }

  /** Prints numbered hits, each preceded by an empty line. */
  void hits(List<Hit> hits) {
    int number = 1;
    for (Hit hit : hits) {
      terminal.line("");
      print(number++, hit);
    }
  }

  private void print(int number, Hit hit) {
    Quotation quotation = hit.quotation();
    quotation(number, quotation, hit.highlights().inQuotation());
    aside(source(hit.article(), quotation.id()));
    for (Occurrence occurrence : hit.occurrences()) {
      if (!occurrence.quotation().equals(quotation)) {
        aside("also " + source(occurrence.article(), occurrence.quotation().id()));
      }
    }
    hit.context().ifPresent(context -> aside("> " + clean(context.text())));
  }

  /** Prints the words and the speaker of a numbered quotation. */
  void quotation(int number, Quotation quotation, List<Span> highlights) {
    boolean marks = quotation.kind() != QuotationKind.INDIRECT;
    String text = highlighted(quotation.text(), highlights);
    List<String> lines = wrap(marks ? "\u201c" + text + "\u201d" : text);
    String label = number + ".";
    terminal.styledLine(
        label + " ".repeat(Math.max(1, INDENT.length() - label.length())) + lines.get(0));
    lines.stream().skip(1).forEach(line -> terminal.styledLine(INDENT + line));
    wrap("\u2014 " + speaker(quotation)).forEach(line -> terminal.styledLine(INDENT + line));
  }

  /** Prints a line about a quotation. */
  void aside(String text) {
    wrap(text).forEach(line -> terminal.styledLine(INDENT + dim(line)));
  }

  private String speaker(Quotation quotation) {
    Speaker speaker = quotation.speaker();
    return bold(clean(speaker.name()))
        + speaker.printed().map(name -> " (printed: " + clean(name) + ")").orElse("")
        + speaker.description().map(words -> ", " + clean(words)).orElse("")
        + quotation
            .said()
            .flatMap(Said::date)
            .map(PartialDate::toString)
            .map(date -> ", said " + date)
            .orElse("");
  }

  private static String source(ArticleReference article, String id) {
    List<String> parts = new ArrayList<>();
    article.outlet().ifPresent(parts::add);
    article.published().map(Published::day).map(LocalDate::toString).ifPresent(parts::add);
    if (!article.title().isBlank()) {
      parts.add(article.title());
    }
    parts.add(id);
    return clean(String.join(" \u00b7 ", parts));
  }

  /** Prints counts as a table in which the chosen values are marked. */
  void print(FacetCounts counts, Set<String> chosen) {
    Table table = new Table(Table.Align.LEFT, Table.Align.RIGHT, Table.Align.RIGHT);
    table.line(heading(counts.request()), "quotations", "articles");
    for (FacetCount count : counts.counts()) {
      table.line(
          mark(count.value(), chosen) + count.value(),
          String.valueOf(count.quotations()),
          String.valueOf(count.articles()));
    }
    table.print(terminal);
    if (counts.counts().isEmpty()) {
      terminal.line("(none)");
    }
    if (counts.values() > counts.counts().size()) {
      terminal.styledLine(dim("and " + (counts.values() - counts.counts().size()) + " more"));
    }
  }

  private static String mark(String value, Set<String> chosen) {
    return chosen.isEmpty() ? "" : chosen.contains(value) ? "* " : "  ";
  }

  private static String heading(FacetRequest request) {
    String name = request.facet().word().replace('_', ' ');
    String level =
        request instanceof FacetRequest.Dates dates
            ? ", by " + dates.level().name().toLowerCase(Locale.ROOT)
            : "";
    return Character.toUpperCase(name.charAt(0)) + name.substring(1) + level;
  }

  /** {@return the text with marks around the matches of the query} */
  private String highlighted(String text, List<Span> places) {
    StringBuilder marked = new StringBuilder();
    int at = 0;
    for (Span place : places) {
      marked.append(clean(text.substring(at, place.start())));
      String match = clean(place.in(text));
      marked.append(terminal.hasStyles() ? Style.BOLD.apply(match) : "**" + match + "**");
      at = place.end();
    }
    return marked.append(clean(text.substring(at))).toString();
  }

  private List<String> wrap(String text) {
    return Wrapping.wrap(text, terminal.width() - INDENT.length());
  }

  private String bold(String text) {
    return terminal.hasStyles() ? Style.BOLD.apply(text) : text;
  }

  private String dim(String text) {
    return terminal.hasStyles() ? Style.DIM.apply(text) : text;
  }

  /** {@return a text on one line, whose control characters are visible} */
  static String clean(String text) {
    return ControlCharacters.visible(BLANK.matcher(text).replaceAll(" "));
  }
}
