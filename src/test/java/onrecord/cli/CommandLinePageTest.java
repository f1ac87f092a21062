package onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.html.HtmlEscapers;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onrecord.Page;
import onrecord.format.HitFormat;
import onrecord.source.ArticleFormat;
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

  private final CommandLine onrecord =
      Main.commandLine(
          new Terminal(
              new ByteArrayInputStream(new byte[0]),
              new ByteArrayOutputStream(),
              new ByteArrayOutputStream(),
              Terminal.Reader.PROGRAM,
              100),
          new PrintWriter(new StringWriter(), false));

  @Test
  void pageIsTheHelpOfAllCommands() throws IOException {
    String commands =
        onrecord.getSubcommands().values().stream()
            .map(command -> section(command.getCommandName(), command))
            .collect(Collectors.joining());

    Page.assertGenerated(
        "command-line.html",
        HEAD + section("All commands", onrecord) + commands + "</body>\n</html>\n");
  }

  @Test
  void everyCommandOfThePackageIsOnThePage() {
    Stream<String> commands =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackagesOf(Main.class)
                .stream()
                .filter(type -> type.isAnnotatedWith(CommandLine.Command.class))
                .map(type -> type.getAnnotationOfType(CommandLine.Command.class).name())
                .filter(name -> !name.equals(onrecord.getCommandName()));

    assertThat(commands).containsExactlyInAnyOrderElementsOf(onrecord.getSubcommands().keySet());
  }

  @Test
  void everyFormatOfArticlesIsDescribed() {
    assertThat(ArticleFormat.values())
        .allSatisfy(format -> assertThat(help("index")).contains(format.toString()));
  }

  @Test
  void everyFormatOfHitsIsOffered() {
    assertThat(HitFormat.values())
        .allSatisfy(format -> assertThat(help("export")).contains(format.title()));
  }

  private String help(String command) {
    return onrecord
        .getSubcommands()
        .get(command)
        .getUsageMessage(CommandLine.Help.Ansi.OFF)
        .replaceAll("\\s+", " ");
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
