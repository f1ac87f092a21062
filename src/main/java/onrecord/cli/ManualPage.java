package onrecord.cli;

import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The manual page of a command line, which the program {@code man} displays. */
final class ManualPage {

  private ManualPage() {}

  /** {@return the page, in the language of roff} */
  static String of(CommandLine program) {
    String name = program.getCommandName();
    StringBuilder page = new StringBuilder();
    page.append(".TH ").append(name.toUpperCase(Locale.ROOT)).append(" 1\n");
    section(page, "NAME");
    page.append(name)
        .append(" \\- ")
        .append(escaped(program.getCommandSpec().usageMessage().description()[0]))
        .append('\n');
    section(page, "COMMANDS");
    verbatim(page, program);
    program
        .getSubcommands()
        .forEach((command, line) -> {
          section(page, name.toUpperCase(Locale.ROOT) + " " + command.toUpperCase(Locale.ROOT));
          verbatim(page, line);
        });
    section(page, "QUERIES");
    verbatim(page, Topics.QUERY.text());
    return page.toString();
  }

  private static void section(StringBuilder page, String title) {
    page.append(".SH ").append(title).append('\n');
  }

  private static void verbatim(StringBuilder page, CommandLine command) {
    verbatim(page, command.getUsageMessage(Ansi.OFF));
  }

  private static void verbatim(StringBuilder page, String text) {
    page.append(".nf\n");
    text.lines().map(ManualPage::escaped).forEach(line -> page.append(line).append('\n'));
    page.append(".fi\n");
  }

  /** {@return a line of text, in which nothing is taken for a request} */
  private static String escaped(String line) {
    String text = line.replace("\\", "\\e").replace("-", "\\-");
    return text.startsWith(".") || text.startsWith("'") ? "\\&" + text : text;
  }
}
