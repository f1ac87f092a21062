package onrecord.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The script by which the shell fish completes the commands and options of a command line. */
final class FishCompletion {

  private FishCompletion() {}

  /** {@return the script} */
  static String of(CommandLine program) {
    String name = program.getCommandName();
    List<String> lines = new ArrayList<>();
    String commands = String.join(" ", program.getSubcommands().keySet());
    program
        .getSubcommands()
        .forEach((command, line) -> {
          CommandSpec spec = line.getCommandSpec();
          lines.add(
              "complete -c "
                  + name
                  + " -f -n 'not __fish_seen_subcommand_from "
                  + commands
                  + "' -a "
                  + command
                  + " -d "
                  + quoted(description(spec.usageMessage().description())));
          for (OptionSpec option : spec.options()) {
            lines.add(
                "complete -c "
                    + name
                    + " -n '__fish_seen_subcommand_from "
                    + command
                    + "'"
                    + option(option));
          }
        });
    return String.join("\n", lines) + "\n";
  }

  private static String option(OptionSpec option) {
    StringBuilder line = new StringBuilder();
    for (String name : option.names()) {
      line.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
    }
    if (option.arity().max() > 0) {
      line.append(" -r");
      if (option.completionCandidates() != null) {
        line.append(" -f -a ").append(quoted(String.join(" ", option.completionCandidates())));
      }
    }
    return line + " -d " + quoted(description(option.description()));
  }

  /** {@return the first sentence of a description} */
  private static String description(String[] lines) {
    String text = lines.length == 0 ? "" : lines[0];
    int end = text.indexOf(". ");
    return end < 0 ? text : text.substring(0, end + 1);
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
