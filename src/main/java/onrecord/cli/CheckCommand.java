package onrecord.cli;

import com.google.common.base.CharMatcher;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import onrecord.Archive;
import onrecord.format.CitationJson;
import onrecord.format.ResultJson;
import onrecord.query.Citation;
import onrecord.query.CitationChanges;
import onrecord.query.CitationCheck;
import onrecord.query.CitedQuotation;
import onrecord.query.InvalidSearchException;
import onrecord.query.SearchLimitException;
import org.jspecify.annotations.Nullable;
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
      "Fields of the JSON: {\"same\", \"differences\": [{\"part\", \"cited\", \"now\"}]}, and with --ids"
          + " \"came\", \"went\" and \"changed\", which are lists of ids of quotations."
    })
final class CheckCommand implements Callable<Integer> {

  private static final int MAX_BYTES = 1 << 20;
  private static final int LISTED = 100;

  private final Terminal terminal;

  @Mixin private final ArchiveOption archive = new ArchiveOption();

  @Parameters(paramLabel = "FILE", description = "Output of cite, as text or as JSON.")
  private Path file = Path.of("");

  @Option(names = "--json", description = "Print one JSON object with the fields listed above.")
  private boolean json;

  @Option(
      names = "--ids",
      paramLabel = "FILE",
      description =
          "File that cite --ids wrote with the citation: print which quotations have come, gone and"
              + " changed.")
  private @Nullable Path ids;

  CheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Optional<CitationChanges> changes = Optional.empty();
    CitationCheck check;
    try (Archive open = archive.openReadOnly()) {
      if (ids == null) {
        check = open.check(citation());
      } else {
        CitationChanges found = changes(open, ids);
        changes = Optional.of(found);
        check = found.check();
      }
    } catch (InvalidSearchException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
    print(check, changes);
    return check.matches() ? 0 : 1;
  }

  private CitationChanges changes(Archive open, Path list) throws IOException {
    try (Stream<String> lines = Files.lines(list)) {
      return open.check(citation(), lines.map(CitedQuotation::parse).iterator());
    } catch (InvalidSearchException | SearchLimitException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new IOException(list + ": " + e.getMessage(), e);
    } catch (UncheckedIOException e) {
      throw e.getCause() instanceof CharacterCodingException
          ? new IOException(list + ": is not UTF-8", e)
          : e.getCause();
    }
  }

  private void print(CitationCheck check, Optional<CitationChanges> changes) {
    if (json) {
      terminal.line(changes.map(ResultJson::of).orElseGet(() -> ResultJson.of(check)));
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
      changes.ifPresent(this::print);
    }
  }

  private void print(CitationChanges changes) {
    print("came", changes.came());
    print("went", changes.went());
    print("changed", changes.changed());
  }

  private void print(String what, List<String> quotations) {
    terminal.line(Count.of(quotations.size(), "quotation") + " " + what);
    quotations.stream().limit(LISTED).forEach(id -> terminal.line("  " + id));
    if (quotations.size() > LISTED) {
      terminal.line("  and " + (quotations.size() - LISTED) + " more");
    }
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
