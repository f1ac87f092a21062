package onrecord.cli;

import onrecord.format.ResultJson;
import onrecord.format.ResultTable;
import onrecord.query.Search;
import onrecord.query.Suggestions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Suggests speakers for an incomplete name. */
@Command(
    name = "suggest",
    description = {
      "Prints the speakers of the matching quotations whose names start with the given text. Any"
          + " part of a name counts; case and accents are ignored, and one typing error is allowed."
          + " Names without an error come first, then the most quoted.",
      "Fields of the JSON: {\"typed\", \"found\", \"speakers\": [{\"speaker\", \"quotations\", \"exact\"}]}."
    })
final class SuggestCommand extends TableCommand {

  @Option(
      names = "--name",
      preprocessor = TextValue.class,
      converter = TextValue.class,
      required = true,
      paramLabel = "TEXT",
      description = "Text typed so far.")
  private String typed = "";

  @Option(
      names = {"--limit", "-n"},
      converter = WholeNumber.Positive.class,
      paramLabel = "N",
      description = "Maximum number of speakers, at least 1. Default: ${DEFAULT-VALUE}.")
  private int limit = 10;

  SuggestCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  Question question(Search.Builder builder) {
    Search search = builder.build();
    return open -> {
      Suggestions suggestions = open.suggest(typed, search, limit);
      return new Result(
          out -> print(out, suggestions),
          () -> ResultJson.of(suggestions),
          ResultTable.of(suggestions)::write);
    };
  }

  private static void print(Terminal out, Suggestions suggestions) {
    Table table = new Table(Table.Align.LEFT, Table.Align.RIGHT);
    for (Suggestions.Suggestion speaker : suggestions.speakers()) {
      table.line(speaker.speaker(), String.valueOf(speaker.quotations()));
    }
    table.print(out);
  }
}
