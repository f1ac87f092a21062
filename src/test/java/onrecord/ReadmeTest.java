package onrecord;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README says is so. */
class ReadmeTest {

  private static final Path README = Path.of("README.md");
  private static final Path EXAMPLE =
      Path.of("src/it/embedding/src/main/java/example/Example.java");
  private static final Path SCHEMA = Path.of("src/main/java/onrecord/schema/Schema.java");

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
  void itsFieldsAreThoseOfTheSchema() throws IOException {
    List<List<String>> fields = rows("<tr>", "</tr>", "</?td>", Files.readString(SCHEMA));

    assertThat(fields).hasSizeGreaterThan(20).anyMatch(row -> row.get(0).equals("quote"));
    assertThat(rows("\n\\| `", "\\|(?=\n)", " ?\\| ?", indexSection())).isEqualTo(fields);
  }

  private static String indexSection() throws IOException {
    String readme = Files.readString(README);
    return readme.substring(readme.indexOf("## The index"), readme.indexOf("## What it does not"));
  }

  /** The cells of a table that are not empty, without what only sets them off. */
  private static List<List<String>> rows(String start, String end, String border, String text) {
    return Pattern.compile(start + "(.*?)" + end, Pattern.DOTALL)
        .matcher(text)
        .results()
        .map(row -> row.group(1).replaceAll("\\s*\n \\*\\s*", " "))
        .filter(row -> !row.contains("<th>"))
        .map(row -> row.replaceAll("\\{@code (.*?)\\}", "$1").replace("`", ""))
        .map(row -> Splitter.onPattern(border).trimResults().omitEmptyStrings().splitToList(row))
        .toList();
  }
}
