package onrecord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Verifies what the README says. */
class ReadmeTest {

  private static final Path README = Path.of("README.md");
  private static final Path EXAMPLE =
      Path.of("src/it/embedding/src/main/java/example/Example.java");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)\\)");

  @Test
  void itsExampleIsTheOneThatRuns() throws IOException {
    String source = Files.readString(EXAMPLE);
    String region =
        source.substring(
            source.indexOf("// begin example\n"), source.indexOf("    // end example"));
    String example = region.substring(region.indexOf('\n') + 1).stripTrailing().stripIndent();

    assertThat(Files.readString(README)).contains("```java\n" + example + "\n```\n");
  }

  @Test
  void itsLinksLeadToFiles() throws IOException {
    Stream<String> links =
        LINK.matcher(Files.readString(README)).results().map((MatchResult link) -> link.group(1));

    assertThat(links)
        .hasSizeGreaterThan(5)
        .allSatisfy(link -> assertThat(Path.of(link)).isRegularFile());
  }
}
