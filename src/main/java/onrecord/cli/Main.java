package onrecord.cli;

import com.google.common.base.Throwables;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import onrecord.query.InvalidSearchException;
import onrecord.query.SearchLimitException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code onrecord}. Not thread-safe. */
@Command(
    name = "onrecord",
    description = "Turns news articles into a searchable archive of quotations.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:success",
      "1:the command failed, or some articles were rejected while the others were processed",
      "2:the command line is invalid",
      "129, 130, 143:the command was stopped by SIGHUP, SIGINT or SIGTERM"
    },
    scope = ScopeType.INHERIT)
public final class Main {

  private static final int FAILED = 1;
  private static final int WIDTH = 80;
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{1,3}");

  // A strong reference: without one, the logger may be collected, and its level is lost.
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  @Mixin private final DisplayOptions display = new DisplayOptions();

  private Main() {}

  /**
   * Runs the command line and ends the process with its exit code.
   *
   * @param arguments the command, its options and its paths
   */
  public static void main(String[] arguments) {
    LUCENE.setLevel(Level.SEVERE);
    VisibleLines.inAllOf(Logger.getLogger(""));
    // The driver of SQLite asks SLF4J for a logger, which would warn that there is none.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    Terminal terminal =
        new Terminal(
            new FileInputStream(FileDescriptor.in),
            new FileOutputStream(FileDescriptor.out),
            new FileOutputStream(FileDescriptor.err),
            reader(System.getenv("NO_COLOR")),
            WIDTH);
    setWidth(terminal, System.getenv("COLUMNS"));
    if (TerminalDevice.Stream.ERRORS.isTerminal()) {
      terminal.setReporting(Terminal.Reporting.STATUS_LINE);
    }
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, failure) -> terminal.explain(Throwables.getStackTraceAsString(failure)));
    System.exit(run(terminal, arguments));
  }

  private static Terminal.Reader reader(@Nullable String noColor) {
    if (!TerminalDevice.Stream.OUTPUT.isTerminal()) {
      return Terminal.Reader.PROGRAM;
    }
    return noColor == null || noColor.isEmpty()
        ? Terminal.Reader.PERSON
        : Terminal.Reader.PERSON_WITHOUT_STYLES;
  }

  private static void setWidth(Terminal terminal, @Nullable String columns) {
    if (columns != null && NUMBER.matcher(columns).matches()) {
      terminal.setWidth(Integer.parseInt(columns));
    } else if (terminal.isRead() || TerminalDevice.Stream.ERRORS.isTerminal()) {
      TerminalDevice.width().ifPresent(terminal::setWidth);
    }
  }

  /** {@return the command line, which writes to a terminal} */
  static CommandLine commandLine(Terminal terminal, PrintWriter out) {
    return commandLine(terminal, out, Commands.NAMES);
  }

  private static CommandLine commandLine(
      Terminal terminal, PrintWriter out, List<String> commands) {
    Main main = new Main();
    CommandLine line = new CommandLine(main);
    commands.forEach(name -> line.addSubcommand(name, Commands.of(name, terminal)));
    return Examples.addTo(line)
        .setOut(out)
        .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
        .setUsageHelpWidth(Math.clamp(terminal.width(), 60, 100))
        .setExecutionStrategy(parsed -> {
          main.display.apply(terminal);
          return new RunLast().execute(parsed);
        })
        .setCaseInsensitiveEnumValuesAllowed(true)
        .registerConverter(Path.class, new PathName())
        .setParameterExceptionHandler((cause, given) -> invalid(terminal, cause))
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> failed(terminal, failure, command));
  }

  /** {@return the exit code of a command: 0 for success, 1 for failure, 2 for invalid usage} */
  static int run(Terminal terminal, String... arguments) {
    PrintWriter out = new PrintWriter(terminal.out(), false, StandardCharsets.UTF_8);
    CommandLine line = commandLine(terminal, out, Commands.neededFor(arguments));
    int code =
        line.execute(ExcludedWords.marked(line, () -> commandLine(terminal, out), arguments));
    try {
      out.flush();
      terminal.flush();
    } catch (Terminal.ClosedPipe | UncheckedIOException e) {
      return Math.max(code, failed(terminal, e));
    }
    return code;
  }

  /** Reports an invalid search like an invalid option; exceeding a limit is a failure. */
  private static int failed(Terminal terminal, Exception failure, CommandLine command) {
    return failure instanceof UsageException || failure instanceof InvalidSearchException
        ? invalid(terminal, new ParameterException(command, String.valueOf(failure.getMessage())))
        : failed(terminal, failure);
  }

  private static int invalid(Terminal terminal, ParameterException cause) {
    terminal.complain(String.valueOf(cause.getMessage()));
    StringWriter suggestions = new StringWriter();
    UnmatchedArgumentException.printSuggestions(cause, new PrintWriter(suggestions));
    terminal.explain(suggestions.toString());
    terminal
        .err()
        .println("Try '" + cause.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
    return CommandLine.ExitCode.USAGE;
  }

  /** Reports an expected failure on one line; any other is a bug of the program. */
  private static int failed(Terminal terminal, Exception failure) {
    if (failure instanceof Terminal.ClosedPipe) {
      return CommandLine.ExitCode.OK;
    }
    if (failure instanceof IOException
        || failure instanceof UncheckedIOException
        || failure instanceof SearchLimitException) {
      terminal.complain(message(failure));
    } else {
      terminal.complain("this is a bug of the program:");
      terminal.explain(Throwables.getStackTraceAsString(failure));
    }
    return FAILED;
  }

  /** The messages of some exceptions of the file system contain only the name of the file. */
  private static String message(Exception failure) {
    String message = String.valueOf(failure.getMessage());
    return switch (failure) {
      case FileSystemException file when file.getReason() != null -> message;
      case NotDirectoryException file -> message;
      case NoSuchFileException file -> message + ": there is no such file or folder";
      case AccessDeniedException file -> message + ": permission is denied";
      case FileSystemException file -> message + ": " + file.getClass().getSimpleName();
      default -> message;
    };
  }

  /** Returns the version from the manifest of the jar file. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"onrecord " + Objects.requireNonNullElse(version, "(unpacked)")};
    }
  }
}
