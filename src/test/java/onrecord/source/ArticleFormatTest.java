package onrecord.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ArticleFormatTest {

  @ParameterizedTest
  @CsvSource({
    "a.txt,        plain-text",
    "A.TXT.GZ,     plain-text",
    "in/a.jsonl,   json-lines",
    "a.ndjson.gz,  json-lines",
    "a.json,       ''",
    "a.txt.zip,    ''",
    "txt,          ''",
    "a.gz,         ''"
  })
  void theNameOfAFileIndicatesIt(Path file, String format) {
    assertThat(ArticleFormat.ofName(file).map(ArticleFormat::toString).orElse(""))
        .isEqualTo(format);
  }

  @ParameterizedTest
  @CsvSource({
    "'{}',           JSON_LINES",
    "'\uFEFF \r\n\t{', JSON_LINES",
    "'[{}]',         PLAIN_TEXT",
    "'a {',          PLAIN_TEXT",
    "'',             PLAIN_TEXT"
  })
  void theContentIsRecognizedAndLeftAtItsStart(String content, ArticleFormat format)
      throws IOException {
    byte[] bytes = content.getBytes(UTF_8);
    InputStream in = new ByteArrayInputStream(bytes);

    assertThat(ArticleFormat.ofContent(in)).isEqualTo(format);
    assertThat(in.readAllBytes()).isEqualTo(bytes);
  }

  @Test
  void blanksWithoutEndAreNotSearchedForABrace() throws IOException {
    String blanks = " ".repeat(ArticleFormat.ContentTest.LIMIT);
    InputStream in = new ByteArrayInputStream((blanks + "{").getBytes(UTF_8));

    assertThat(ArticleFormat.ofContent(in)).isEqualTo(ArticleFormat.PLAIN_TEXT);
  }

  @Test
  void aPathWithoutANameIndicatesNone() {
    assertThat(ArticleFormat.ofName(Path.of("/"))).isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @EnumSource
  void isDescribedAtTheReader(ArticleFormat format) throws IOException {
    Path reader = Path.of("src", "main", "java", "onrecord", "source", "ArticleReader.java");

    assertThat(Files.readString(reader)).containsIgnoringCase("<li>" + format.title() + ":");
  }
}
