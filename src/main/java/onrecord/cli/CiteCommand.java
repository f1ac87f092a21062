package onrecord.cli;

import java.io.IOException;
import onrecord.Archive;
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
          + " Kept in a file, as text or as JSON, check tells later whether it still holds.",
      "As JSON: {\"query\": {\"type\", ...}, \"filters\": {\"speaker\": [\"...\"]}, \"indirect\","
          + " \"quotations\", \"articles\", \"checksum\", \"content\", \"snapshot\", \"format\","
          + " \"extractor\"}."
    })
final class CiteCommand extends AskingCommand {

  CiteCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  void answer(Archive open, Search.Builder search) throws IOException {
    Citation citation = open.cite(search.build());
    if (json()) {
      terminal().line(CitationJson.write(citation));
    } else {
      citation.toString().lines().forEach(terminal()::line);
    }
  }
}
