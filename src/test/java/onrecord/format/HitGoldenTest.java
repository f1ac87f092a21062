package onrecord.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import onrecord.Page;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Compares the output of each format with a file. */
class HitGoldenTest {

  private static final Path GOLDEN =
      Path.of("src", "test", "resources", "onrecord", "format", "hits");

  private static final List<String> TABLES =
      List.of(
          "articles",
          "authors",
          "tags",
          "speakers",
          "quotations",
          "runs",
          "about",
          "occurrences",
          "quotation_list");

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void writesTheGoldenFile(HitFormat format) throws IOException, SQLException {
    Path file = ExportedHits.file(folder, format, ExportedHits.all(), ExportedHits::article);

    Page.assertGenerated(
        GOLDEN.resolve(format.toString()), format.isText() ? Files.readString(file) : dump(file));
  }

  private static String dump(Path file) throws SQLException {
    StringBuilder dump = new StringBuilder();
    for (String table : TABLES) {
      dump.append("-- ").append(table).append('\n');
      for (List<String> row : SqliteRows.of(file, "SELECT * FROM " + table)) {
        dump.append(row).append('\n');
      }
    }
    return dump.toString();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SQLITE")
  void writesTheSameToAnyOutput(HitFormat format) throws IOException {
    Path file = ExportedHits.file(folder, format, ExportedHits.all(), ExportedHits::article);

    assertThat(ExportedHits.text(format, ExportedHits.all())).isEqualTo(Files.readString(file));
  }

  @ParameterizedTest
  @EnumSource
  void hasAGoldenFileForNoOtherFormat(HitFormat format) throws IOException {
    try (Stream<Path> files = Files.list(GOLDEN)) {
      assertThat(files.map(Path::getFileName).map(Path::toString))
          .contains(format.toString())
          .hasSize(HitFormat.values().length);
    }
  }
}
