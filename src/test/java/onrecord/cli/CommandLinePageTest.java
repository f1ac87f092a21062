package onrecord.cli;

import com.google.common.html.HtmlEscapers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Collectors;
import onrecord.Page;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Generates the reference of the command line from what {@code --help} prints. */
class CommandLinePageTest {

  private static final String HEAD =
      """
      <!DOCTYPE html>
      <!-- Generated from the help of the commands. -->
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <title>The command line</title>
      </head>
      <body>
      <h1>The command line</h1>
      <p><code>onrecord</code> stands for <code>java -jar target/onrecord-cli.jar</code>.</p>
      """;

  @Test
  void pageIsTheHelpOfAllCommands() throws IOException {
    CommandLine onrecord =
        Main.commandLine(
            new Terminal(
                new ByteArrayInputStream(new byte[0]),
                new ByteArrayOutputStream(),
                new ByteArrayOutputStream(),
                Terminal.Reader.PROGRAM,
                100),
            new PrintWriter(new StringWriter(), false));

    String commands =
        onrecord.getSubcommands().values().stream()
            .map(command -> section(command.getCommandName(), command))
            .collect(Collectors.joining());

    Page.assertGenerated(
        "command-line.html",
        HEAD + section("All commands", onrecord) + commands + "</body>\n</html>\n");
  }

  private static String section(String title, CommandLine command) {
    String help = command.getUsageMessage(CommandLine.Help.Ansi.OFF);
    return """
    <h2>%s</h2>
    <pre>
    %s</pre>
    """
        .formatted(title, HtmlEscapers.htmlEscaper().escape(help));
  }
}
