package onrecord.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
          + " holds. Both commands first verify the checksums of the archive's files.",
      "Fields of the JSON: {\"query\": {\"type\", ...}, \"filters\": {\"speaker\": [\"...\"]}, \"kinds\", \"distinct\","
          + " \"quotations\", \"articles\", \"checksum\", \"content\", \"snapshot\", \"format\","
          + " \"extractor\"}."
    })
final class CiteCommand extends AskingCommand {

  @Mixin private final DistinctOption distinct = new DistinctOption();

  @Option(names = "--json", description = "Print one JSON object with the fields listed above.")
  private boolean json;

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
    Search search = distinct.apply(builder).build();
    return (open, out) -> {
      Citation citation = ids == null ? open.cite(search) : cite(open, search, ids);
      if (json) {
        out.terminal().line(CitationJson.write(citation));
      } else {
        citation.toString().lines().forEach(out.terminal()::line);
      }
    };
  }

  private static Citation cite(Archive open, Search search, Path file) throws IOException {
    boolean complete = false;
    try (Writer lines =
        Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      Citation citation = open.cite(search, quotation -> write(lines, quotation));
      complete = true;
      return citation;
    } catch (FileAlreadyExistsException e) {
      throw new FileSystemException(file.toString(), null, "exists; --ids writes a new file");
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      if (!complete) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static void write(Writer lines, CitedQuotation quotation) {
    try {
      lines.write(quotation + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
