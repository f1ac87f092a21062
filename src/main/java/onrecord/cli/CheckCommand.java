package onrecord.cli;

import com.google.common.base.CharMatcher;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import onrecord.Archive;
import onrecord.format.CitationJson;
import onrecord.format.ResultJson;
import onrecord.query.Citation;
import onrecord.query.CitationCheck;
import onrecord.query.InvalidSearchException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells whether a cited search still finds the same. */
@Command(
    name = "check",
    description = {
      "Tells whether a search that cite has put down still finds the same, and what differs. The"
          + " exit code is 1 if it does not.",
      "As JSON: {\"same\", \"differences\": [{\"part\", \"cited\", \"now\"}]}."
    })
final class CheckCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private final ArchiveOption archive = new ArchiveOption();

  @Parameters(paramLabel = "FILE", description = "What cite has printed, as text or as JSON.")
  private Path file = Path.of("");

  @Option(names = "--json", description = "Print one object, with the fields told above.")
  private boolean json;

  CheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    CitationCheck check;
    try (Archive open = archive.openReadOnly()) {
      check = open.check(citation());
    } catch (InvalidSearchException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
    if (json) {
      terminal.line(ResultJson.of(check));
    } else {
      terminal.line(
          check.matches()
              ? "The search still finds the same."
              : "The search does not find the same any more.");
      if (!check.differences().isEmpty()) {
        Table table = new Table(Table.Align.LEFT, Table.Align.LEFT, Table.Align.LEFT);
        table.line("", "cited", "now");
        check
            .differences()
            .forEach(d -> table.line(d.part().name().toLowerCase(Locale.ROOT), d.cited(), d.now()));
        table.print(terminal);
      }
    }
    return check.matches() ? 0 : 1;
  }

  private Citation citation() throws IOException {
    try {
      // Some editors put a byte order mark before what they save.
      String text = CharMatcher.is('\uFEFF').trimLeadingFrom(Files.readString(file));
      return text.stripLeading().startsWith("{") ? CitationJson.read(text) : Citation.parse(text);
    } catch (CharacterCodingException e) {
      throw new IOException(file + ": is not UTF-8", e);
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }
}
