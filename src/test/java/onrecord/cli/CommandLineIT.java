package onrecord.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The jar of the command line, as it is handed out. */
class CommandLineIT {

  @TempDir Path folder;

  @Test
  void indexesTheFixturesAndSearchesThem() throws Exception {
    Path archive = folder.resolve("archive");

    Run indexed = run("index", "--archive", archive.toString(), "--json", "index-fixtures");
    Run searched =
        run(
            "search",
            "--archive",
            archive.toString(),
            "--json",
            "--facet",
            "speaker",
            "--indirect");

    assertThat(indexed.err()).isEmpty();
    assertThat(indexed.code()).isZero();
    JsonNode added = JsonMapper.shared().readTree(indexed.out().lines().toList().getLast());
    try (var fixtures = Files.list(Path.of("index-fixtures"))) {
      assertThat(added.get("added").longValue())
          .isEqualTo(fixtures.filter(Files::isRegularFile).count());
    }
    assertThat(searched.err()).isEmpty();
    JsonNode result = JsonMapper.shared().readTree(searched.out());
    assertThat(result.get("total").longValue()).isEqualTo(added.get("quotations").longValue());
    assertThat(result.get("facets").get("speaker").size()).isEqualTo(10);
  }

  @Test
  void printsUtf8AndTakesNamesOfAnyCharactersWhateverTheLocale() throws Exception {
    Path article = folder.resolve("caf\u00e9 \u2019.txt");
    Files.writeString(article, "Mill \u2019 reopens");

    Run run = run("extract", article.toString());

    assertThat(run)
        .isEqualTo(
            new Run(
                0,
                "{\"id\":\"caf\u00e9 \u2019\",\"title\":\"Mill \u2019 reopens\",\"published\":null,\"quotations\":[]}\n",
                ""));
  }

  @Test
  void endsQuietlyWhenThePipeIsClosed() throws Exception {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      lines.append("{\"id\":\"").append(i).append("\",\"text\":\"Nobody speaks.\"}\n");
    }
    Path file = Files.writeString(folder.resolve("a.jsonl"), lines);

    Process process = start("extract", file.toString());
    try (BufferedReader out = process.inputReader(UTF_8)) {
      assertThat(out.readLine()).startsWith("{\"id\":\"0\"");
    }

    assertThat(new String(process.getErrorStream().readAllBytes(), UTF_8)).isEmpty();
    assertThat(process.waitFor()).isZero();
  }

  private static Run run(String... arguments) throws Exception {
    Process process = start(arguments);
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
    return new Run(process.waitFor(), out, err);
  }

  /** Starts the jar in a locale that knows ASCII alone. */
  private static Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-jar", System.getProperty("cli.jar")));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("LC_ALL", "C");
    return builder.start();
  }
}
