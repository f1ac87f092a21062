package onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import onrecord.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generates the output that the README shows. */
class ReadmeOutputTest {

  private static final Path README = Path.of("README.md");
  private static final String COMMAND = "$ java -jar target/onrecord-cli.jar ";

  @TempDir Path folder;

  @Test
  void searchPrintsWhatTheReadmeShows() throws IOException {
    String readme = Files.readString(README);
    int start = readme.indexOf(COMMAND);
    int output = readme.indexOf('\n', start) + 1;
    int end = readme.indexOf("```", output);
    List<String> arguments =
        List.of(
            readme
                .substring(start + COMMAND.length(), output - 1)
                .replace("target/demo", folder.toString())
                .split(" "));
    assertThat(Run.of("index", "--archive", folder, "index-fixtures").code()).isZero();

    Run run = Run.of(arguments.toArray());

    assertThat(run.code()).isZero();
    Page.assertGenerated(README, readme.substring(0, output) + run.out() + readme.substring(end));
  }

  @Test
  void indexPrintsWhatTheReadmeShows() throws IOException {
    String readme = Files.readString(README);
    int start = readme.indexOf(COMMAND + "index");
    int output = readme.indexOf('\n', start) + 1;
    int end = readme.indexOf("```", output);
    List<String> arguments =
        List.of(
            readme
                .substring(start + COMMAND.length(), output - 1)
                .replace("target/mixed", folder.toString())
                .split(" "));

    Run run = Run.of(arguments.toArray());

    assertThat(run.code()).isZero();
    Page.assertGenerated(
        README,
        readme.substring(0, output)
            + run.out().replace(folder.toString(), "target/mixed")
            + readme.substring(end));
  }
}
