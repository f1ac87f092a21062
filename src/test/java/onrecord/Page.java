package onrecord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A page of the documentation that a test generates. The test compares the page with the file, or,
 * under {@code -Dpages=apply}, rewrites the file.
 */
public final class Page {

  private static final Path FOLDER = Path.of("src", "main", "javadoc", "onrecord", "doc-files");

  private Page() {}

  /** Asserts that a file of the documentation has the generated content. */
  public static void assertGenerated(String file, String content) throws IOException {
    assertGenerated(FOLDER.resolve(file), content);
  }

  /** Asserts that a file has the generated content. */
  public static void assertGenerated(Path file, String content) throws IOException {
    if ("apply".equals(System.getProperty("pages"))) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, content);
    }
    assertThat(file)
        .as(
            "generated; mvn test -Dtest='*PageTest,Readme*Test,DependenciesTest' -Dpages=apply rewrites it")
        .usingCharset("UTF-8")
        .hasContent(content);
  }
}
