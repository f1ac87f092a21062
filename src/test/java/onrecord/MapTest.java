package onrecord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Verifies that what the documentation names exists. */
class MapTest {

  private static final Path MAP = Path.of("src", "main", "java", "onrecord", "package-info.java");
  private static final Path PROMISES =
      Path.of("src", "main", "javadoc", "onrecord", "doc-files", "promises.html");
  private static final Path TESTS = Path.of("src", "test", "java");
  private static final Path CLASSES = Path.of("src", "main", "java");
  private static final Path RESOURCES = Path.of("src", "main", "resources");
  private static final Pattern NAME = Pattern.compile("\\{@code (onrecord[./][\\w./-]+)\\}");

  @Test
  void whatTheListNamesExists() throws IOException {
    String map = Files.readString(MAP).replaceAll("\n \\* ?", " ");
    List<String> names =
        NAME.matcher(map.substring(map.indexOf("<h2>Where to add what</h2>")))
            .results()
            .map(name -> name.group(1))
            .toList();

    assertThat(names).hasSizeGreaterThan(15);
    assertThat(names).allSatisfy(name -> assertThat(file(name)).exists());
  }

  @Test
  void testsThatHoldThePromisesExist() throws IOException {
    List<String> names =
        NAME.matcher(Files.readString(PROMISES)).results().map(name -> name.group(1)).toList();

    assertThat(names).hasSizeGreaterThan(15);
    assertThat(names)
        .allSatisfy(
            name -> assertThat(TESTS.resolve(name.replace('.', '/') + ".java")).isRegularFile());
  }

  /** {@return the resource, class or package that a name refers to} */
  private static Path file(String name) {
    if (name.contains("/")) {
      return RESOURCES.resolve(name);
    }
    Path path = CLASSES.resolve(name.replace('.', '/'));
    return Character.isUpperCase(path.getFileName().toString().charAt(0))
        ? path.resolveSibling(path.getFileName() + ".java")
        : path;
  }
}
