package onrecord.cli;

import com.google.common.base.Splitter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Examples of the use of each command, which its help ends with. */
final class Examples {

  private static final Splitter BLOCKS = Splitter.on("\n\n").trimResults();
  private static final Splitter LINES = Splitter.on('\n');

  private Examples() {}

  /**
   * An example.
   *
   * @param line the command line, which begins with "onrecord"
   * @param purpose what it does, as a sentence
   */
  record Example(String line, String purpose) {
    String command() {
      return Splitter.on(' ').splitToList(line).get(1);
    }
  }

  /** {@return all examples} */
  static List<Example> all() {
    return BLOCKS
        .splitToStream(Topics.EXAMPLES.text())
        .map(LINES::splitToList)
        .map(lines -> new Example(lines.get(0), lines.get(1)))
        .toList();
  }

  /** Adds the examples to the help of all commands. */
  static CommandLine addTo(CommandLine onrecord) {
    List<Example> all = all();
    onrecord
        .getSubcommands()
        .forEach((name, command) -> {
          UsageMessageSpec usage = command.getCommandSpec().usageMessage();
          usage.footerHeading("%nExamples:%n");
          usage.footer(
              all.stream()
                  .filter(example -> example.command().equals(name))
                  .flatMap(example ->
                      List.of("  " + example.line(), "    " + example.purpose()).stream())
                  .map(line -> line.replace("%", "%%"))
                  .toArray(String[]::new));
        });
    return onrecord;
  }
}
