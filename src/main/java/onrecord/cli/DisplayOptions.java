package onrecord.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options of every command that specify how it shows what it prints. */
final class DisplayOptions {

  @Option(
      names = "--color",
      scope = ScopeType.INHERIT,
      paramLabel = "WHEN",
      description =
          "When to use bold and dim text: ${COMPLETION-CANDIDATES}. AUTO, the default, is on a"
              + " terminal, unless the environment variable NO_COLOR is set.")
  private Terminal.Color color = Terminal.Color.AUTO;

  @Option(
      names = "--columns",
      scope = ScopeType.INHERIT,
      converter = WholeNumber.Columns.class,
      paramLabel = "N",
      description =
          "Number of characters per line, at least 20, which rows of tables are shortened to."
              + " Default: the environment variable COLUMNS, else the width of the terminal; in"
              + " files, no row is shortened.")
  private @Nullable Integer columns;

  @Option(
      names = {"-q", "--quiet"},
      scope = ScopeType.INHERIT,
      description =
          "Do not report progress, which is otherwise shown on a terminal, or else once a minute on"
              + " the error stream.")
  private boolean quiet;

  /** Applies the options to a terminal. */
  void apply(Terminal terminal) {
    terminal.setColor(color);
    if (quiet) {
      terminal.setReporting(Terminal.Reporting.NONE);
    }
    Optional.ofNullable(columns).ifPresent(terminal::setWidth);
  }
}
