package onrecord;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import onrecord.format.ArticleReader;
import onrecord.query.DateRange;
import onrecord.query.Facet;
import onrecord.query.FacetCount;
import onrecord.query.Hit;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.SearchResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README says is so. */
class ReadmeTest {

  private static final Path README = Path.of("README.md");
  private static final Path THIS = Path.of("src/test/java/onrecord/ReadmeTest.java");
  private static final Path SCHEMA = Path.of("src/main/java/onrecord/schema/Schema.java");

  private static void example(Path folder, PrintStream out) throws IOException {
    // begin example
    try (Archive archive = Archive.open(folder);
        ArticleReader articles = ArticleReader.open(List.of(Path.of("index-fixtures")))) {
      while (articles.hasNext()) {
        archive.add(articles.next().article()); // throws if this one could not be read
      }
      archive.commit();

      Query query = Query.words("water").and(Query.published(DateRange.parse("2024-03..2024-06")));
      SearchResult result =
          archive.search(Search.builder(query).facet(Facet.SPEAKER).pageSize(5).build());

      out.println(result.total() + " quotations");
      for (Hit hit : result.hits()) {
        out.println(hit.quotation().speaker().name() + ": " + hit.quotation().text());
      }
      for (FacetCount count : result.facet(Facet.SPEAKER).counts()) {
        out.println(count.value() + " " + count.quotations());
      }
    }
    // end example
  }

  @Test
  void itsExampleRuns(@TempDir Path folder) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    example(folder, new PrintStream(out, true, StandardCharsets.UTF_8));

    assertThat(out.toString(StandardCharsets.UTF_8)).matches("(?s)[1-9]\\d* quotations\n.+: .+");
  }

  @Test
  void itsExampleIsTheOneThatRuns() throws IOException {
    String source = Files.readString(THIS);
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
