package onrecord.cli;

import com.google.common.base.CharMatcher;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
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

/** Checks whether a cited search still finds the same quotations. */
@Command(
    name = "check",
    description = {
      "Checks whether a cited search still finds the same quotations, and prints what differs. The"
          + " exit code is 1 if it does not.",
      "Fields of the JSON: {\"same\", \"differences\": [{\"part\", \"cited\", \"now\"}]}."
    })
final class CheckCommand implements Callable<Integer> {

  private static final int MAX_BYTES = 1 << 20;

  private final Terminal terminal;

  @Mixin private final ArchiveOption archive = new ArchiveOption();

  @Parameters(paramLabel = "FILE", description = "Output of cite, as text or as JSON.")
  private Path file = Path.of("");

  @Option(names = "--json", description = "Print one JSON object with the fields listed above.")
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
              ? "The search still has the same result."
              : "The search no longer has the same result.");
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

  private String content() throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new IOException(
            file + ": a citation must not be longer than " + MAX_BYTES + " bytes, but is");
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }
  }

  private Citation citation() throws IOException {
    try {
      // Some editors add a byte order mark.
      String text = CharMatcher.is('\uFEFF').trimLeadingFrom(content());
      return text.stripLeading().startsWith("{") ? CitationJson.read(text) : Citation.parse(text);
    } catch (CharacterCodingException e) {
      throw new IOException(file + ": is not UTF-8", e);
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }
}
