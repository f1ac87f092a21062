package onrecord.cli;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import onrecord.format.HitFormat;
import onrecord.source.ArticleFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints help on a command, on the syntax of queries or on formats. */
@Command(
    name = "help",
    description = "Prints help on a command, on the syntax of queries or on formats.")
final class HelpCommand implements Callable<Integer> {

  private static final String QUERY = "query";
  private static final String FORMATS = "formats";
  private static final String MANUAL = "manual";

  private final Terminal terminal;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "TOPIC",
      description =
          "Name of a command, or "
              + QUERY
              + ", "
              + FORMATS
              + " or "
              + MANUAL
              + ", the page for the program man.")
  private @Nullable String topic;

  HelpCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    CommandLine onrecord = Objects.requireNonNull(spec).commandLine().getParent();
    if (topic == null) {
      usage(onrecord);
    } else if (topic.equals(QUERY)) {
      Topics.QUERY.text().lines().forEach(terminal::line);
    } else if (topic.equals(FORMATS)) {
      formats();
    } else if (topic.equals(MANUAL)) {
      ManualPage.of(onrecord).lines().forEach(terminal::line);
    } else {
      CommandLine command = onrecord.getSubcommands().get(topic);
      if (command == null) {
        throw new UsageException(
            "there is no help on '"
                + topic
                + "'; topics are "
                + String.join(", ", topics(onrecord)));
      }
      usage(command);
    }
    return 0;
  }

  private static Iterable<String> topics(CommandLine onrecord) {
    return () ->
        Stream.concat(
                Stream.of(QUERY, FORMATS, MANUAL), onrecord.getSubcommands().keySet().stream())
            .iterator();
  }

  private void usage(CommandLine command) {
    command.getUsageMessage(CommandLine.Help.Ansi.OFF).lines().forEach(terminal::line);
  }

  private void formats() {
    terminal.line("Formats of articles, recognized by their content or given by --format:");
    terminal.line("");
    Table read = new Table(Table.Align.WHOLE, Table.Align.LEFT);
    List.of(ArticleFormat.values()).forEach(format -> read.line("  " + format, format.title()));
    read.print(terminal);
    terminal.line("");
    terminal.line("Formats of export, given by --format:");
    terminal.line("");
    Table written = new Table(Table.Align.WHOLE, Table.Align.LEFT);
    List.of(HitFormat.values()).forEach(format -> written.line("  " + format, format.title()));
    written.print(terminal);
    terminal.line("");
    terminal.line("Tables are also printed by --format csv, tsv and json.");
  }
}
