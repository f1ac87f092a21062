package onrecord.cli;

import java.util.Map;
import java.util.Stack;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Reads the value of an option that may begin with a hyphen, such as the query {@code -hill}, which
 * would be taken for the option {@code -h} otherwise. Stateless.
 */
final class TextValue implements IParameterPreprocessor, ITypeConverter<String> {

  // No argument of a program can contain it.
  private static final String MARK = "\0";

  @Override
  @SuppressWarnings("JdkObsolete") // The type is that of the interface.
  public boolean preprocess(
      Stack<String> arguments, CommandSpec command, ArgSpec option, Map<String, Object> info) {
    if (!arguments.isEmpty() && isText(arguments.peek(), command)) {
      arguments.push(marked(arguments.pop()));
    }
    return false;
  }

  /** {@return an argument that is not taken for an option} */
  static String marked(String argument) {
    return MARK + argument;
  }

  private static boolean isText(String argument, CommandSpec command) {
    return argument.startsWith("-")
        && !argument.startsWith("--")
        && !command.optionsMap().containsKey(argument);
  }

  @Override
  public String convert(String value) {
    return value.startsWith(MARK) ? value.substring(MARK.length()) : value;
  }
}
