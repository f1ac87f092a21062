package onrecord.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import onrecord.Archive;
import onrecord.format.ResultJson;
import onrecord.query.AnswerCheck;
import onrecord.query.AnswerCitation;
import onrecord.query.Citation;
import onrecord.query.CitationChanges;
import onrecord.query.CitationCheck;
import onrecord.query.CitationCheck.Difference;
import onrecord.query.CitedQuotation;
import onrecord.query.InvalidSearchException;
import onrecord.query.SearchLimitException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks whether a cited search or another cited answer still has the same result. */
@Command(
    name = "check",
    description = {
      "Checks whether a cited search still finds the same quotations, or another cited answer is still"
          + " the same, and prints what differs. The exit code is 1 if it does not. If a frozen state was"
          + " cited, that is checked.",
      "Fields of the JSON: {\"same\", \"differences\": [{\"part\", \"cited\", \"now\"}]}, and with --ids"
          + " \"came\", \"went\" and \"changed\", which are lists of ids of quotations."
    })
final class CheckCommand implements Callable<Integer> {

  private static final int LISTED = 100;

  private final Terminal terminal;

  @Mixin private final ReadArchiveOption archive = new ReadArchiveOption();

  @Parameters(
      paramLabel = "FILE",
      description = "Output of cite, or a file that --cite wrote, as text or as JSON.")
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
    CitedFile cited = CitedFile.read(file);
    if (cited.ofAnswer().isPresent() && ids != null) {
      throw new UsageException(
          "--ids applies to what cite prints, but " + file + " cites another answer");
    }
    try (Archive open = open(cited)) {
      return cited.ofAnswer().isPresent()
          ? check(open, cited.ofAnswer().get())
          : check(open, cited.ofSearch());
    } catch (InvalidSearchException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  /** Opens the archive at the state that was cited, if it has it and no other one is chosen. */
  private Archive open(CitedFile cited) throws IOException {
    Optional<String> state = archive.isAtState() ? Optional.empty() : cited.state();
    if (state.isEmpty()) {
      return archive.openReadOnly();
    }
    Archive last = archive.openReadOnly();
    try {
      if (last.states().stream().noneMatch(frozen -> frozen.name().equals(state.get()))) {
        terminal.complain(
            "the archive has no frozen state '" + state.get() + "', so its last state is checked");
        return last;
      }
    } catch (IOException | RuntimeException e) {
      try (last) {
        throw e;
      }
    }
    last.close();
    return archive.openReadOnly(state.get());
  }

  private int check(Archive open, AnswerCitation citation) throws IOException {
    AnswerCheck check;
    try {
      CitableCommand command = CitedCommand.read(terminal, citation.command());
      check = open.check(citation, command.ask(open));
    } catch (SearchLimitException e) {
      throw e;
    } catch (IllegalArgumentException | UsageException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
    if (json) {
      terminal.line(ResultJson.of(check));
    } else {
      terminal.line(
          check.matches() ? "The answer is still the same." : "The answer is no longer the same.");
      print(check.differences());
    }
    return check.matches() ? 0 : 1;
  }

  private int check(Archive open, Citation citation) throws IOException {
    Optional<CitationChanges> changes = Optional.empty();
    CitationCheck check;
    if (ids == null) {
      check = open.check(citation);
    } else {
      CitationChanges found = changes(open, citation, ids);
      changes = Optional.of(found);
      check = found.check();
    }
    print(check, changes);
    return check.matches() ? 0 : 1;
  }

  private CitationChanges changes(Archive open, Citation citation, Path list) throws IOException {
    try (Stream<String> lines = Files.lines(list)) {
      return open.check(citation, lines.map(CitedQuotation::parse).iterator());
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
      print(check.differences());
      changes.ifPresent(this::print);
    }
  }

  private void print(List<Difference> differences) {
    if (!differences.isEmpty()) {
      Table table = new Table(Table.Align.LEFT, Table.Align.LEFT, Table.Align.LEFT);
      table.line("", "cited", "now");
      differences.forEach(d ->
          table.line(
              d.part().name().toLowerCase(Locale.ROOT).replace('_', ' '), d.cited(), d.now()));
      table.print(terminal);
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
}
