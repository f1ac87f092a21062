package onrecord.cli;

import java.util.List;
import java.util.concurrent.Callable;

/**
 * The commands. Most of the time that a short command takes would be spent on the options of the
 * others, so that only the commands that are needed are created. Stateless.
 */
final class Commands {

  /** The names of all commands, in the order of the help. */
  static final List<String> NAMES =
      List.of(
          "index",
          "search",
          "show",
          "export",
          "facets",
          "timeline",
          "table",
          "concordance",
          "keywords",
          "words",
          "collocates",
          "dispersion",
          "network",
          "wordings",
          "plot",
          "report",
          "serve",
          "shell",
          "sample",
          "error-rates",
          "annotate",
          "annotations",
          "suggest",
          "cite",
          "check",
          "package",
          "extract",
          "info",
          "delete",
          "verify",
          "backup",
          "freeze",
          "reextract",
          "upgrade",
          "completion",
          "help");

  /** The commands that describe the others. */
  private static final List<String> ABOUT_OTHERS = List.of("completion", "help");

  private static final String VERSION = "--version";

  private Commands() {}

  /**
   * {@return the names of the commands that are needed to run arguments}
   *
   * <p>They are one command if the first argument is its name, and none if only the version is
   * asked for. Otherwise they are all: the arguments begin with an option, are read from a file,
   * are mistaken, or ask for help.
   */
  static List<String> neededFor(String... arguments) {
    if (arguments.length == 0) {
      return NAMES;
    }
    String first = arguments[0];
    if (arguments.length == 1 && first.equals(VERSION)) {
      return List.of();
    }
    return NAMES.contains(first) && !ABOUT_OTHERS.contains(first) ? List.of(first) : NAMES;
  }

  /**
   * {@return a new command}
   *
   * @param name one of {@link #NAMES}
   */
  static Callable<Integer> of(String name, Terminal terminal) {
    return switch (name) {
      case "index" -> new IndexCommand(terminal);
      case "search" -> new SearchCommand(terminal);
      case "show" -> new ShowCommand(terminal);
      case "export" -> new ExportCommand(terminal);
      case "facets" -> new FacetsCommand(terminal);
      case "timeline" -> new TimelineCommand(terminal);
      case "table" -> new CrossTableCommand(terminal);
      case "concordance" -> new ConcordanceCommand(terminal);
      case "keywords" -> new KeywordsCommand(terminal);
      case "words" -> new WordsCommand(terminal);
      case "collocates" -> new CollocatesCommand(terminal);
      case "dispersion" -> new DispersionCommand(terminal);
      case "network" -> new NetworkCommand(terminal);
      case "wordings" -> new WordingsCommand(terminal);
      case "plot" -> new PlotCommand(terminal);
      case "report" -> new ReportCommand(terminal);
      case "serve" -> new ServeCommand(terminal);
      case "shell" -> new ShellCommand(terminal);
      default -> other(name, terminal);
    };
  }

  private static Callable<Integer> other(String name, Terminal terminal) {
    return switch (name) {
      case "sample" -> new SampleCommand(terminal);
      case "error-rates" -> new ErrorRatesCommand(terminal);
      case "annotate" -> new AnnotateCommand(terminal);
      case "annotations" -> new AnnotationsCommand(terminal);
      case "suggest" -> new SuggestCommand(terminal);
      case "cite" -> new CiteCommand(terminal);
      case "check" -> new CheckCommand(terminal);
      case "package" -> new PackageCommand(terminal);
      case "extract" -> new ExtractCommand(terminal);
      case "info" -> new InfoCommand(terminal);
      case "delete" -> new DeleteCommand(terminal);
      case "verify" -> new VerifyCommand(terminal);
      case "backup" -> new BackupCommand(terminal);
      case "freeze" -> new FreezeCommand(terminal);
      case "reextract" -> new ReextractCommand(terminal);
      case "upgrade" -> new UpgradeCommand(terminal);
      case "completion" -> new CompletionCommand(terminal);
      case "help" -> new HelpCommand(terminal);
      default -> throw new IllegalArgumentException("not a command: " + name);
    };
  }
}
