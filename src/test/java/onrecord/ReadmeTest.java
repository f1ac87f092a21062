package onrecord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the README says is so. */
class ReadmeTest {

  private static final Path README = Path.of("README.md");
  private static final Path EXAMPLE =
      Path.of("src/it/embedding/src/main/java/example/Example.java");

  @Test
  void itsExampleIsTheOneThatRuns() throws IOException {
    String source = Files.readString(EXAMPLE);
    String region =
        source.substring(
            source.indexOf("// begin example\n"), source.indexOf("    // end example"));
    String example = region.substring(region.indexOf('\n') + 1).stripTrailing().stripIndent();

    assertThat(Files.readString(README)).contains("```java\n" + example + "\n```\n");
  }
}
