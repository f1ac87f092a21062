package onrecord.cli;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import onrecord.Archive;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that prints a statistic, and can cite it. */
abstract class StatisticCommand extends TableCommand implements CitableCommand {

  @Mixin private final CiteOption cite = new CiteOption();

  @Spec private @Nullable CommandSpec command;

  StatisticCommand(Terminal terminal) {
    super(terminal);
  }

  final boolean isCited() {
    return cite.isGiven();
  }

  @Override
  final void print(Archive open, Result result, Printing printing) throws IOException {
    cite.print(open, this, result, printing, terminal());
  }

  @Override
  public final String ask(Archive open) throws IOException {
    return UsageException.reading(() -> question(search())).ask(open).json().get();
  }

  @Override
  public final List<String> parameters() {
    return CitedCommand.of(requireNonNull(command), Optional.of(search().build().selection()));
  }
}
