package onrecord.cli;

import onrecord.format.CitationJson;
import onrecord.query.Citation;
import onrecord.query.Search;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Cites what a search finds. */
@Command(
    name = "cite",
    description = {
      "Prints a citation of a search: the numbers of quotations and articles, a checksum of the"
          + " quotations' ids, and a checksum of their words, speakers, kinds, dates and articles. If you save"
          + " it to a file, as text or as JSON, the command check reports later whether it still"
          + " holds. Both commands first verify the checksums of the archive's files.",
      "Fields of the JSON: {\"query\": {\"type\", ...}, \"filters\": {\"speaker\": [\"...\"]}, \"kinds\", \"distinct\","
          + " \"quotations\", \"articles\", \"checksum\", \"content\", \"snapshot\", \"format\","
          + " \"extractor\"}."
    })
final class CiteCommand extends AskingCommand {

  @Mixin private final DistinctOption distinct = new DistinctOption();

  @Option(names = "--json", description = "Print one JSON object with the fields listed above.")
  private boolean json;

  CiteCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer answer(Search.Builder builder) {
    Search search = distinct.apply(builder).build();
    return (open, out) -> {
      Citation citation = open.cite(search);
      if (json) {
        out.terminal().line(CitationJson.write(citation));
      } else {
        citation.toString().lines().forEach(out.terminal()::line);
      }
    };
  }
}
