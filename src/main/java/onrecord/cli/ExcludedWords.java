package onrecord.cli;

import com.google.common.base.Suppliers;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Recognizes the words that a search excludes, such as {@code -tax}, among the arguments of a
 * command. An argument with one hyphen is such a word, unless it is an option of any command, or an
 * option with its value as in {@code -n=5} and {@code -n5}, or the value of the option before it.
 * Stateless.
 */
final class ExcludedWords {

  private static final String END_OF_OPTIONS = "--";
  private static final Pattern WITH_VALUE =
      Pattern.compile("(-[A-Za-z])(=.*|[0-9]+)", Pattern.DOTALL);

  private ExcludedWords() {}

  /**
   * {@return arguments, in which words that are excluded are not taken for options}
   *
   * @param onrecord the command line, with at least the command that the arguments name
   * @param complete makes one with all commands
   */
  static String[] marked(
      CommandLine onrecord, Supplier<CommandLine> complete, String... arguments) {
    Supplier<CommandLine> all = Suppliers.memoize(complete::get);
    String[] marked = arguments.clone();
    @Nullable CommandSpec command = null;
    for (int i = 0; i < arguments.length && !arguments[i].equals(END_OF_OPTIONS); i++) {
      if (command == null) {
        command = searching(onrecord, arguments[i]);
      } else if (isExcludedWord(command, all, arguments[i])
          && !takesValue(command.optionsMap().get(arguments[i - 1]))) {
        marked[i] = TextValue.marked(arguments[i]);
      }
    }
    return marked;
  }

  /** {@return the command with a name, if it takes words to search for} */
  private static @Nullable CommandSpec searching(CommandLine onrecord, String name) {
    @Nullable CommandLine command = onrecord.getSubcommands().get(name);
    return command != null && command.getCommand() instanceof AskingCommand
        ? command.getCommandSpec()
        : null;
  }

  private static boolean isExcludedWord(
      CommandSpec command, Supplier<CommandLine> all, String argument) {
    if (!argument.startsWith("-")
        || argument.length() == 1
        || argument.startsWith(END_OF_OPTIONS)
        || isOption(command, all, argument)) {
      return false;
    }
    Matcher withValue = WITH_VALUE.matcher(argument);
    return !withValue.matches() || !isOption(command, all, withValue.group(1));
  }

  /** {@return whether any command has an option, so that its name elsewhere is a mistake} */
  private static boolean isOption(CommandSpec command, Supplier<CommandLine> all, String name) {
    return command.optionsMap().containsKey(name)
        || all.get().getSubcommands().values().stream()
            .anyMatch(each -> each.getCommandSpec().optionsMap().containsKey(name));
  }

  private static boolean takesValue(@Nullable OptionSpec option) {
    return option != null && option.arity().max() > 0;
  }
}
