package onrecord.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import onrecord.Archive;
import onrecord.format.ResultJson;
import onrecord.format.ResultTable;
import onrecord.query.ArchiveInfo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints a summary of an archive. */
@Command(
    name = "info",
    description = {
      "Prints a summary of an archive.",
      "Fields of the JSON: {\"articles\", \"quotations\", \"speakers\", \"indirect\","
          + " \"firstPublished\", \"lastPublished\", \"format\", \"extractor\", \"fields\": {\"speaker.party\": \"name\"}}."
    })
final class InfoCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private final ArchiveOption archive = new ArchiveOption();

  @Mixin private final FormatOptions format = new FormatOptions();
  @Mixin private final OutputOptions output = new OutputOptions();

  InfoCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    ResultFormat chosen = UsageException.reading(() -> format.chosen(ResultFormat.ofTables()));
    output.write(
        terminal,
        out -> {
          ArchiveInfo info = info();
          format.print(
              chosen,
              out,
              new Result(
                  text -> print(text, info),
                  () -> ResultJson.of(info),
                  ResultTable.of(info)::write));
        });
    return 0;
  }

  private ArchiveInfo info() throws IOException {
    try (Archive open = archive.openReadOnly()) {
      return open.info();
    }
  }

  private static void print(Terminal out, ArchiveInfo info) {
    out.line("articles    " + info.articles());
    out.line("quotations  " + info.quotations() + ", including " + info.indirect() + " indirect");
    out.line("speakers    " + info.speakers());
    out.line(
        "published   "
            + info.firstPublished().map(LocalDate::toString).orElse("(unknown)")
            + info.lastPublished().map(last -> " to " + last).orElse(""));
    out.line("format      " + info.format());
    out.line("extractor   " + info.extractor());
    if (!info.ownFields().isEmpty()) {
      out.line(
          "fields      "
              + info.ownFields().entrySet().stream()
                  .map(field -> field.getKey().word() + " (" + field.getValue().word() + ")")
                  .collect(Collectors.joining(", ")));
    }
  }
}
