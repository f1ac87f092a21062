package onrecord.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import onrecord.Archive;
import onrecord.format.CitationJson;
import onrecord.query.Citation;
import onrecord.query.CitedQuotation;
import onrecord.query.Search;
import org.jspecify.annotations.Nullable;
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
          + " holds. Both commands first verify the checksums of the archive's files. Statistics are"
          + " cited by their option --cite.",
      "Fields of the JSON: {\"query\": {\"type\", ...}, \"filters\": {\"speaker\": [\"...\"]}, \"kinds\", \"distinct\","
          + " \"quotations\", \"articles\", \"checksum\", \"content\", \"snapshot\", \"format\","
          + " \"extractor\", \"archive\": {\"day\", \"version\", \"name\", \"state\", \"articles\", \"quotations\","
          + " \"extractors\", \"speakerLists\"}}. Extractors are the numbers of articles by the version that"
          + " found their quotations."
    })
final class CiteCommand extends AskingCommand {

  @Mixin private final DistinctOption distinct = new DistinctOption();

  @Option(
      names = "--json",
      description =
          "Print one JSON object with the fields listed above. Default if the name of the file of"
              + " --output ends with .json.")
  private boolean json;

  @Option(
      names = "--footnote",
      description =
          "Print one line for a footnote: the query, what is found, the archive with its size, the"
              + " version of Onrecord, the day, and an id, which is the first 12 digits of the SHA-256"
              + " of the citation as text.")
  private boolean footnote;

  @Option(
      names = "--ids",
      paramLabel = "FILE",
      description =
          "Also write a line for each quotation to this new file: a checksum of its content and its"
              + " id. With it, check reports which quotations have come, gone and changed.")
  private @Nullable Path ids;

  CiteCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer answer(Search.Builder builder) {
    if (json && footnote) {
      throw new IllegalArgumentException("--json and --footnote exclude each other");
    }
    Search search = distinct.apply(builder).build();
    return (open, out) -> {
      Citation citation = ids == null ? open.cite(search) : cite(open, search, ids);
      if (json || (!footnote && output().namesFile("json"))) {
        out.terminal().line(CitationJson.write(citation));
      } else if (footnote) {
        out.terminal().line(citation.footnote());
      } else {
        citation.toString().lines().forEach(out.terminal()::line);
      }
    };
  }

  private static Citation cite(Archive open, Search search, Path file) throws IOException {
    return NewFile.write(
        file, "--ids", lines -> open.cite(search, quotation -> write(lines, quotation)));
  }

  private static void write(Writer lines, CitedQuotation quotation) {
    try {
      lines.write(quotation + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
