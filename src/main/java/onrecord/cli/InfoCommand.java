package onrecord.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import onrecord.Archive;
import onrecord.format.ResultJson;
import onrecord.query.ArchiveInfo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints a summary of an archive. */
@Command(name = "info", description = "Prints a summary of an archive.")
final class InfoCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private final ArchiveOption archive = new ArchiveOption();

  @Option(
      names = "--json",
      description =
          "Print one JSON object: {\"articles\", \"quotations\", \"speakers\", \"indirect\","
              + " \"firstPublished\", \"lastPublished\", \"format\", \"extractor\"}.")
  private boolean json;

  InfoCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    ArchiveInfo info;
    try (Archive open = archive.openReadOnly()) {
      info = open.info();
    }
    if (json) {
      terminal.line(ResultJson.of(info));
    } else {
      terminal.line("articles    " + info.articles());
      terminal.line(
          "quotations  " + info.quotations() + ", including " + info.indirect() + " indirect");
      terminal.line("speakers    " + info.speakers());
      terminal.line(
          "published   "
              + info.firstPublished().map(LocalDate::toString).orElse("(unknown)")
              + info.lastPublished().map(last -> " to " + last).orElse(""));
      terminal.line("format      " + info.format());
      terminal.line("extractor   " + info.extractor());
    }
    return 0;
  }
}
