package onrecord;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds every source file to google-java-format. {@code mvn test -Dtest=SourceFormatTest
 * -Dformat=apply} rewrites the files that differ.
 */
class SourceFormatTest {

  @Test
  void everySourceFileIsFormatted() throws Exception {
    boolean apply = "apply".equals(System.getProperty("format"));
    Formatter formatter = new Formatter();
    List<Path> sources;
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      sources = files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }

    List<Path> unformatted = new ArrayList<>();
    for (Path source : sources) {
      String before = Files.readString(source);
      String after =
          formatter.formatSource(
              RemoveUnusedImports.removeUnusedImports(
                  ImportOrderer.reorderImports(before, Style.GOOGLE)));
      if (!after.equals(before)) {
        if (apply) {
          Files.writeString(source, after);
        } else {
          unformatted.add(source);
        }
      }
    }

    assertThat(sources).hasSizeGreaterThan(10);
    assertThat(unformatted)
        .as("not formatted; mvn test -Dtest=SourceFormatTest -Dformat=apply rewrites them")
        .isEmpty();
  }
}
