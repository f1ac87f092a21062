package onrecord.cli;

import java.io.IOException;
import java.util.stream.Stream;
import onrecord.Archive;
import onrecord.format.HitFormat;
import onrecord.format.HitWriter;
import onrecord.query.Hit;
import onrecord.query.Search;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints all quotations that a search finds. */
@Command(
    name = "export",
    description = {
      "Prints all matching quotations, however many, as CSV. The first line names the columns: "
          + ExportCommand.COLUMNS
          + ". Multiple values of a field are separated by '|'. Runs are in Unicode code points from"
          + " the start of the article's text.",
      "A cell that a spreadsheet would evaluate as a formula, because it starts with =, +, - or @,"
          + " has an apostrophe before it; so has one that starts with a tab or a line break.",
      "With --json, prints JSON Lines: one object per quotation, like the hits of search."
    })
final class ExportCommand extends AskingCommand {

  static final String COLUMNS =
      "id, article, title, published, outlet, section, authors, url, language, tags, speaker,"
          + " speaker_type, speaker_id, speaker_printed, speaker_description, text, kind, runs,"
          + " mention, cue, said, confidence, rule, about, context, occurrences";

  @Mixin private final HitOptions options = new HitOptions();

  @Option(
      names = "--raw-cells",
      description = "Print CSV for programs: without apostrophes before formulas.")
  private boolean rawCells;

  ExportCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer answer(Search.Builder builder) {
    if (rawCells && json()) {
      throw new IllegalArgumentException("--raw-cells applies to CSV, not to --json");
    }
    Search search = options.apply(builder).highlight(json()).build();
    return open -> print(open, search);
  }

  private HitWriter writer(Archive open) throws IOException {
    return json()
        ? HitFormat.JSON_LINES.writer(terminal().visibleText(), open::article)
        : (rawCells ? HitFormat.RAW_CSV : HitFormat.CSV).writer(terminal().text(), open::article);
  }

  private void print(Archive open, Search search) throws IOException {
    try (HitWriter writer = writer(open);
        Stream<Hit> hits = open.stream(search)) {
      writer.writeAll(hits);
    }
  }
}
