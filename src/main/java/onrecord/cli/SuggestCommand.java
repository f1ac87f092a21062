package onrecord.cli;

import onrecord.format.ResultJson;
import onrecord.query.Search;
import onrecord.query.Suggestions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Suggests speakers as one types. */
@Command(
    name = "suggest",
    description = {
      "Prints the speakers of the quotations that match whose name may be meant by its beginning:"
          + " that of any part, whatever the case and accents, with one typing error at most. Those"
          + " without an error come first, then the most quoted.",
      "As JSON: {\"typed\", \"found\", \"speakers\": [{\"speaker\", \"quotations\", \"exact\"}]}."
    })
final class SuggestCommand extends AskingCommand {

  @Option(
      names = "--name",
      required = true,
      paramLabel = "TEXT",
      description = "What is typed so far of the name.")
  private String typed = "";

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "How many speakers are printed, 1 or more; 10 if not given.")
  private int limit = 10;

  SuggestCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer answer(Search.Builder builder) {
    UsageException.requirePositive("--limit", limit);
    Search search = builder.build();
    return open -> {
      Suggestions suggestions = open.suggest(typed, search, limit);
      print(() -> ResultJson.of(suggestions), () -> print(suggestions));
    };
  }

  private void print(Suggestions suggestions) {
    Table table = new Table(Table.Align.LEFT, Table.Align.RIGHT);
    for (Suggestions.Suggestion speaker : suggestions.speakers()) {
      table.line(speaker.speaker(), String.valueOf(speaker.quotations()));
    }
    table.print(terminal());
  }
}
