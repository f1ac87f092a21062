package onrecord.cli;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onrecord.query.Selection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * The canonical form of a command in citations: what is selected as one query with its filters and
 * kinds, then every parameter of the command, given or not, in alphabetical order. Where the
 * archive is, and how and where the answer is printed, is left out. Stateless.
 */
final class CitedCommand {

  private static final String QUERY = "--query";
  private static final String FILTER = "--filter";
  private static final String KIND = "--kind";
  private static final Set<String> LIMITS = Set.of("--max-clauses", "--max-states");
  private static final Set<String> OF_SELECTION =
      Stream.concat(Stream.of(QUERY, FILTER, KIND), LIMITS.stream())
          .collect(Collectors.toUnmodifiableSet());
  private static final Set<String> NO_PARAMETERS =
      Stream.of(
              new ReadArchiveOption(),
              new QueryOptions(),
              new FormatOptions(),
              new OutputOptions(),
              new CiteOption(),
              new DisplayOptions())
          .flatMap(
              options -> CommandSpec.forAnnotatedObject(options).optionsMap().keySet().stream())
          .collect(Collectors.toUnmodifiableSet());

  private CitedCommand() {}

  /**
   * {@return the arguments of a command}
   *
   * @param command the command after its arguments have been read
   * @param selection what it selects, if anything
   */
  static List<String> of(CommandSpec command, Optional<Selection> selection) {
    List<String> arguments = new ArrayList<>();
    arguments.add(command.name());
    selection.ifPresent(selected -> add(arguments, selected));
    command.options().stream()
        .filter(CitedCommand::isParameter)
        .sorted(Comparator.comparing(OptionSpec::longestName))
        .forEach(option -> add(arguments, option));
    if (selection.isEmpty()) {
      command
          .positionalParameters()
          .forEach(parameter -> arguments.add(parameter.getValue().toString()));
    }
    return arguments;
  }

  private static void add(List<String> arguments, Selection selection) {
    arguments.add(QUERY + "=" + selection.query());
    selection
        .filters()
        .forEach((facet, values) ->
            values.forEach(value -> arguments.add(FILTER + "=" + facet.word() + "=" + value)));
    selection.kinds().forEach(kind -> arguments.add(KIND + "=" + kind));
  }

  private static boolean isParameter(OptionSpec option) {
    boolean raisesLimit =
        LIMITS.contains(option.longestName())
            && !Objects.equals(option.getValue(), option.initialValue());
    return raisesLimit
        || (!option.usageHelp()
            && !option.versionHelp()
            && !NO_PARAMETERS.contains(option.longestName()));
  }

  private static void add(List<String> arguments, OptionSpec option) {
    @Nullable Object value = option.getValue();
    String name = option.longestName();
    switch (value) {
      case null -> {}
      case Boolean flag when flag -> arguments.add(name);
      case Boolean flag -> {
        if (option.negatable()) {
          arguments.add("--no-" + name.substring(2));
        }
      }
      case Collection<?> values when values.isEmpty() -> {}
      case Collection<?> values when !option.splitRegex().isEmpty() ->
          arguments.add(
              name + "=" + values.stream().map(String::valueOf).collect(Collectors.joining(",")));
      case Collection<?> values -> values.forEach(each -> arguments.add(name + "=" + each));
      default -> arguments.add(name + "=" + value);
    }
  }

  /**
   * {@return the command that arguments specify, ready to be asked}
   *
   * @throws IllegalArgumentException if it cannot be cited, or an option is not known, is invalid
   *     or is no parameter
   */
  static CitableCommand read(Terminal terminal, List<String> arguments) {
    CommandLine onrecord =
        Main.commandLine(
            terminal,
            new PrintWriter(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    @Nullable CommandLine line = onrecord.getSubcommands().get(arguments.getFirst());
    if (line == null || !(line.getCommand() instanceof CitableCommand command)) {
      throw new IllegalArgumentException(
          "a citation must be of one of the commands "
              + citable(onrecord)
              + ", but was of '"
              + arguments.getFirst()
              + "'");
    }
    arguments.forEach(argument -> requireParameter(line.getCommandSpec(), argument));
    try {
      onrecord.setExpandAtFiles(false).parseArgs(arguments.toArray(new String[0]));
    } catch (ParameterException e) {
      throw new IllegalArgumentException(
          "the command of the citation cannot be run: " + e.getMessage(), e);
    }
    return command;
  }

  private static String citable(CommandLine onrecord) {
    Set<String> names = new TreeSet<>();
    onrecord
        .getSubcommands()
        .forEach((name, line) -> {
          if (line.getCommand() instanceof CitableCommand) {
            names.add(name);
          }
        });
    return String.join(", ", names);
  }

  /** Rejects an option that a citation never has, such as one that names a file to write. */
  private static void requireParameter(CommandSpec command, String argument) {
    String name = argument.split("=", 2)[0];
    @Nullable OptionSpec option = command.optionsMap().get(name);
    boolean isShort = argument.startsWith("-") && !argument.startsWith("--");
    if (isShort || (option != null && !isParameter(option) && !OF_SELECTION.contains(name))) {
      throw new IllegalArgumentException(
          "the command of a citation must have parameters of its answer only, but has " + name);
    }
  }
}
