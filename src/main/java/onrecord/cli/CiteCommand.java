package onrecord.cli;

import onrecord.format.CitationJson;
import onrecord.query.Citation;
import onrecord.query.Search;
import picocli.CommandLine.Command;

/** Puts down what a search finds. */
@Command(
    name = "cite",
    description = {
      "Prints what a search finds, in short, to be cited: how many quotations and articles, a"
          + " checksum of the quotations' ids, and one of their words, speakers, kinds and days."
          + " Kept in a file, as text or as JSON, check tells later whether it still holds. Both"
          + " compare the checksums of the archive's files before.",
      "As JSON: {\"query\": {\"type\", ...}, \"filters\": {\"speaker\": [\"...\"]}, \"indirect\","
          + " \"quotations\", \"articles\", \"checksum\", \"content\", \"snapshot\", \"format\","
          + " \"extractor\"}."
    })
final class CiteCommand extends AskingCommand {

  CiteCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer answer(Search.Builder builder) {
    Search search = builder.build();
    return open -> {
      Citation citation = open.cite(search);
      if (json()) {
        terminal().line(CitationJson.write(citation));
      } else {
        citation.toString().lines().forEach(terminal()::line);
      }
    };
  }
}
