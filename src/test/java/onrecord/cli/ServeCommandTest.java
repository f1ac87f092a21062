package onrecord.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import onrecord.Archive;
import onrecord.ChildJava;
import onrecord.model.Article;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that serves a page. */
class ServeCommandTest {

  @TempDir private Path folder;

  @Test
  void thePageIsServedUntilTheProcessIsAskedToEnd() throws Exception {
    Path archive = folder.resolve("archive");
    try (Archive open = Archive.open(archive)) {
      open.add(Article.builder("one", "\"The pier leaks,\" said Ada Holm.").build());
    }
    Process process =
        new ProcessBuilder(
                ChildJava.command(
                    200, "onrecord.cli.Main", "serve", "--archive", archive, "--port", 0))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader out =
            new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        HttpClient client = HttpClient.newHttpClient()) {
      String line = String.valueOf(out.readLine());
      assertThat(line).startsWith("Serving " + archive + " at http://127.0.0.1:");
      assertThat(out.readLine()).isEqualTo("Ctrl-C stops it.");
      URI page = URI.create(line.substring(line.indexOf("http")) + "?q=pier");

      assertThat(
              client
                  .send(
                      HttpRequest.newBuilder(page).build(),
                      HttpResponse.BodyHandlers.ofString(UTF_8))
                  .body())
          .contains("1 quotation in 1 article");

      process.destroy();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(143);
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void anArchiveThatIsMissingIsReported() {
    Run run = Run.of("serve", "--archive", folder.resolve("none"), "--port", 0);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("none");
  }

  @Test
  void anAddressThatIsNotOfThisMachineIsReported() throws IOException {
    Path archive = folder.resolve("archive");
    Archive.open(archive).close();

    Run run = Run.of("serve", "--archive", archive, "--address", "192.0.2.1", "--port", 0);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).startsWith("onrecord: cannot serve at 192.0.2.1, port 0: ");
  }

  @Test
  void portsOutOfRangeAreInvalid() {
    Run run = Run.of("serve", "--archive", folder, "--port", 65536);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("must be a whole number from 0 to 65535, but was '65536'");
  }
}
