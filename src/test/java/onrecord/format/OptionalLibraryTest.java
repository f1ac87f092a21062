package onrecord.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import onrecord.HiddenLibrary;
import onrecord.query.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Writing without the libraries that only some formats need. */
class OptionalLibraryTest {

  private static final String JACKSON = "tools.jackson";
  private static final String FASTCSV = "de.siegmar.fastcsv";

  @Test
  void hitsNeedTheLibraryOfTheirFormatAlone() throws Exception {
    assertThat(HiddenLibrary.run(FASTCSV, Hits.class, "CSV"))
        .isEqualTo("add de.siegmar:fastcsv to the class path to write CSV");
    assertThat(HiddenLibrary.run(FASTCSV, Hits.class, "JSON_LINES")).isEmpty();
    assertThat(HiddenLibrary.run(JACKSON, Hits.class, "JSON_LINES"))
        .isEqualTo("add tools.jackson.core:jackson-core to the class path to write JSON Lines");
    assertThat(HiddenLibrary.run(JACKSON, Hits.class, "CSV")).startsWith("id,article,title,");
  }

  @Test
  void aDatabaseNeedsItsDriver() throws Exception {
    assertThat(HiddenLibrary.run("org.sqlite", Files.class, "SQLITE"))
        .isEqualTo("add org.xerial:sqlite-jdbc to the class path to write SQLite");
    assertThat(HiddenLibrary.run(JACKSON, Files.class, "SQLITE")).isEqualTo("created");
  }

  @Test
  void resultsNeedTheLibraryOfTheirFormatAlone() throws Exception {
    assertThat(HiddenLibrary.run(JACKSON, Tables.class, "TSV")).isEqualTo("a\tb\n");
    assertThat(HiddenLibrary.run(FASTCSV, Tables.class, "TSV"))
        .isEqualTo("add de.siegmar:fastcsv to the class path to write TSV");
  }

  @Test
  void sheetsNeedFastCsv() throws Exception {
    assertThat(HiddenLibrary.run(FASTCSV, Sheets.class, "quotation,correct"))
        .isEqualTo("add de.siegmar:fastcsv to the class path to read CSV");
    assertThat(HiddenLibrary.run(JACKSON, Sheets.class, "quotation,correct"))
        .isEqualTo("[correct]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TEI", "BIBTEX", "RIS"})
  void xmlAndReferencesNeedNone(String format) throws Exception {
    for (String library : List.of(JACKSON, FASTCSV, "org.sqlite")) {
      assertThat(HiddenLibrary.run(library, Hits.class, format)).doesNotStartWith("add ");
    }
  }

  @Test
  void queriesNeedJackson() throws Exception {
    assertThat(HiddenLibrary.run(JACKSON, Queries.class, "{\"type\":\"all\"}"))
        .isEqualTo(
            "add tools.jackson.core:jackson-core to the class path to write JSON\n"
                + "add tools.jackson.core:jackson-core to the class path to read JSON");
    assertThat(HiddenLibrary.run(FASTCSV, Queries.class, "{\"type\":\"all\"}"))
        .isEqualTo("{\"type\":\"all\"}\n*:*");
  }

  /** Writes no hits in a format: the output or the failure. */
  public static final class Hits implements Function<String, String> {
    @Override
    public String apply(String format) {
      StringBuilder out = new StringBuilder();
      try (HitWriter writer = HitFormat.valueOf(format).writer(out, id -> Optional.empty())) {
        writer.writeAll(Stream.empty());
        return out.toString();
      } catch (IllegalStateException e) {
        return String.valueOf(e.getMessage());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Creates a file without hits in a format: "created" or the failure. */
  public static final class Files implements Function<String, String> {
    @Override
    public String apply(String format) {
      try {
        Path file = java.nio.file.Files.createTempDirectory("onrecord").resolve("file");
        HitFormat.valueOf(format).create(file, Stream.empty(), id -> Optional.empty());
        java.nio.file.Files.delete(file);
        java.nio.file.Files.delete(file.getParent());
        return "created";
      } catch (IllegalStateException e) {
        return String.valueOf(e.getMessage());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Writes a table without rows in a format: the output or the failure. */
  public static final class Tables implements Function<String, String> {
    @Override
    public String apply(String format) {
      StringBuilder out = new StringBuilder();
      try {
        new ResultTable(List.of("a", "b"), List.of()).write(TableFormat.valueOf(format), out);
        return out.toString();
      } catch (IllegalStateException e) {
        return String.valueOf(e.getMessage());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Reads a sheet: its labels or the failure. */
  public static final class Sheets implements Function<String, String> {
    @Override
    public String apply(String text) {
      try {
        Path file = java.nio.file.Files.createTempFile("onrecord", ".csv");
        java.nio.file.Files.writeString(file, text);
        try {
          return CodingSheet.read(file).labels().toString();
        } finally {
          java.nio.file.Files.delete(file);
        }
      } catch (IllegalStateException e) {
        return String.valueOf(e.getMessage());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Writes a query and reads one: the results or the failures. */
  public static final class Queries implements Function<String, String> {
    @Override
    public String apply(String json) {
      return orFailure(() -> QueryJson.write(Query.all()))
          + "\n"
          + orFailure(() -> QueryJson.read(json).toString());
    }

    private static String orFailure(Supplier<String> result) {
      try {
        return result.get();
      } catch (IllegalStateException e) {
        return String.valueOf(e.getMessage());
      }
    }
  }
}
