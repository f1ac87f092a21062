package onrecord.cli;

import com.google.common.io.CharStreams;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onrecord.Archive;
import onrecord.model.Article;
import onrecord.model.Quotation;
import onrecord.model.Said;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.query.Hit;
import onrecord.query.Search;
import onrecord.text.CodePoints;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints all that a search finds. */
@Command(
    name = "export",
    description = {
      "Prints all quotations that match, however many, as CSV with a line of names: "
          + ExportCommand.COLUMNS
          + ". Several values of a field are parted by '|'; runs are code points into the article's"
          + " text.",
      "As JSON: one object a line for each quotation, as the hits of search."
    })
final class ExportCommand extends AskingCommand {

  static final String COLUMNS =
      "id, article, title, published, outlet, section, authors, url, language, tags, speaker,"
          + " speaker_type, speaker_id, speaker_printed, speaker_description, text, kind, runs,"
          + " mention, cue, said, confidence, rule, about, context, occurrences";

  private static final String BETWEEN = "|";
  private static final CsvWriter.CsvWriterBuilder ROWS =
      CsvWriter.builder().lineDelimiter(LineDelimiter.LF);

  @Mixin private final HitOptions options = new HitOptions();

  ExportCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer answer(Search.Builder builder) {
    Search search = options.apply(builder).highlight(json()).build();
    return open -> print(open, search);
  }

  private void print(Archive open, Search search) throws IOException {
    Articles articles = new Articles(open);
    if (!json()) {
      csv(List.of(COLUMNS.split(", ")));
    }
    try (Stream<Hit> hits = open.stream(search)) {
      for (Iterator<Hit> all = hits.iterator(); all.hasNext(); ) {
        Hit hit = all.next();
        if (json()) {
          terminal().line(Json.object(out -> Json.hit(out, hit, articles)));
        } else {
          csv(columns(hit, articles.of(hit.article())));
        }
      }
    }
  }

  private void csv(List<String> values) {
    StringBuilder line = new StringBuilder();
    try (CsvWriter csv = ROWS.build(CharStreams.asWriter(line))) {
      csv.writeRecord(values);
    } catch (IOException e) {
      throw new AssertionError("no file is written here", e);
    }
    terminal().line(line.substring(0, line.length() - 1));
  }

  private static List<String> columns(Hit hit, Articles.Printed printed) {
    Article article = printed.article();
    Quotation quotation = hit.quotation();
    Speaker speaker = quotation.speaker();
    return List.of(
        quotation.id(),
        article.id(),
        article.title(),
        text(article.published()),
        text(article.outlet()),
        text(article.section()),
        String.join(BETWEEN, article.authors()),
        text(article.url()),
        text(article.language()),
        String.join(BETWEEN, article.tags()),
        speaker.isKnown() ? speaker.name() : "",
        speaker.type().name(),
        text(speaker.id()),
        text(speaker.printed()),
        text(speaker.description()),
        quotation.text(),
        quotation.kind().name(),
        quotation.runs().stream()
            .map(run -> inCodePoints(printed.text(), run))
            .collect(Collectors.joining(BETWEEN)),
        text(quotation.mention().map(mention -> mention.in(article.text()))),
        text(quotation.cue().map(cue -> cue.in(article.text()))),
        text(quotation.said().flatMap(Said::date)),
        String.valueOf(quotation.confidence()),
        quotation.rule(),
        String.join(BETWEEN, quotation.about()),
        hit.context().map(context -> context.text()).orElse(""),
        hit.occurrences().stream()
            .map(occurrence -> occurrence.quotation().id())
            .collect(Collectors.joining(BETWEEN)));
  }

  private static String text(Optional<?> value) {
    return value.map(Object::toString).orElse("");
  }

  private static String inCodePoints(CodePoints text, Span span) {
    return text.before(span.start()) + "-" + text.before(span.end());
  }
}
