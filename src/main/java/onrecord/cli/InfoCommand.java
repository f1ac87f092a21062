package onrecord.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.SortedMap;
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
      "The extractor is the one that last wrote to the archive; under extracted is the number of"
          + " articles by the version of the extractor that found their quotations, where given"
          + " represents quotations that were given. A list of known speakers is named by the 16"
          + " digits of a checksum, which the version of its extractor ends with.",
      "Fields of the JSON: {\"articles\", \"quotations\", \"speakers\", \"indirect\","
          + " \"firstPublished\", \"lastPublished\", \"format\", \"extractor\", \"fields\": {\"speaker.party\": \"name\"},"
          + " \"extractors\": {\"7\": 120}, \"speakerLists\"}."
    })
final class InfoCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private final ReadArchiveOption archive = new ReadArchiveOption();

  @Mixin private final FormatOptions format = new FormatOptions();
  @Mixin private final OutputOptions output = new OutputOptions();

  InfoCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    ResultFormat chosen =
        UsageException.reading(() -> format.chosen(ResultFormat.ofTables(), output));
    output.write(
        terminal,
        out -> {
          try (Archive open = archive.openReadOnly()) {
            ArchiveInfo info = open.info();
            SortedMap<String, Long> extractors = open.extractors();
            format.print(
                chosen,
                out,
                new Result(
                    text -> print(text, info, extractors),
                    () -> ResultJson.of(info, extractors),
                    ResultTable.of(info)::write));
          }
        });
    return 0;
  }

  private static void print(Terminal out, ArchiveInfo info, SortedMap<String, Long> extractors) {
    out.line("articles    " + info.articles());
    out.line("quotations  " + info.quotations() + ", including " + info.indirect() + " indirect");
    out.line("speakers    " + info.speakers());
    out.line(
        "published   "
            + info.firstPublished().map(LocalDate::toString).orElse("(unknown)")
            + info.lastPublished().map(last -> " to " + last).orElse(""));
    out.line("format      " + info.format());
    out.line("extractor   " + info.extractor());
    if (!extractors.isEmpty()) {
      out.line(
          "extracted   "
              + extractors.entrySet().stream()
                  .map(count -> Count.of(count.getValue(), "article") + " by " + count.getKey())
                  .collect(Collectors.joining(", ")));
    }
    if (!info.ownFields().isEmpty()) {
      out.line(
          "fields      "
              + info.ownFields().entrySet().stream()
                  .map(field -> field.getKey().word() + " (" + field.getValue().word() + ")")
                  .collect(Collectors.joining(", ")));
    }
  }
}
