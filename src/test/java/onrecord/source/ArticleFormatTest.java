package onrecord.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recognition by content: of the formats that are read, and of the kinds that are not. */
class ArticleFormatTest {

  @ParameterizedTest
  @CsvSource({
    "'{}',           json-lines",
    "' \r\n\t{',     json-lines",
    "'a {',          ''",
    "'',             ''"
  })
  void aFormatIsRecognizedByTheHead(String content, String format) throws IOException {
    assertThat(ArticleFormat.of(head(content)).map(ArticleFormat::toString).orElse(""))
        .isEqualTo(format);
  }

  @Test
  void blanksWithoutEndAreNotSearchedForABrace() throws IOException {
    assertThat(ArticleFormat.of(head(" ".repeat(Head.LIMIT) + "{"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'%PDF-1.7',                                        PDF",
    "'\u0000\u0000%PDF-1.4',                            PDF",
    "'\u0089PNG\r\n',                                   IMAGE",
    "'<?xml version=\"1.0\"?><!-- a --><svg >',         IMAGE",
    "'\u00FF\u00D8\u00FF\u00E0',                        IMAGE",
    "'RIFF....WEBP',                                    IMAGE",
    "'RIFF....WAVE',                                    SOUND_OR_FILM",
    "'....ftypisom',                                    SOUND_OR_FILM",
    "'SQLite format 3\u0000',                           DATABASE",
    "'Rar!\u001A\u0007',                                OTHER_ARCHIVE",
    "'\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1',  OLD_OFFICE",
    "'<?xml version=\"1.0\"?>\n<rss version=\"2.0\">',  FEED",
    "'<feed xmlns=\"http://www.w3.org/2005/Atom\">',    FEED",
    "'<urlset>',                                        SITEMAP",
    "'<!DOCTYPE a [<!ENTITY b \"c\">]>\n<recipe>',      OTHER_XML",
    "'<?xml version=\"1.0\"?>',                         OTHER_XML",
    "'{\\rtf1\\ansi Hello}',                            OTHER_RTF",
    "'\u0001\u0002\u0003abc',                           BINARY",
    "'He said: <b> is a tag.',                          ''",
    "'< 5 % of it',                                     ''",
    "'A text with one \u0001 odd mark in it, and more.', ''"
  })
  void aKindThatIsNotReadIsRecognizedByTheHead(String content, String kind) throws IOException {
    assertThat(OtherKind.of(head(content)).map(OtherKind::name).orElse("")).isEqualTo(kind);
  }

  @Test
  void theContentIsLeftAtItsStart() throws IOException {
    InputStream in = new ByteArrayInputStream(new byte[] {1, 2, 3});

    assertThat(Head.of(in, ReadOptions.DEFAULT).bytes()).containsExactly(1, 2, 3);
    assertThat(in.readAllBytes()).containsExactly(1, 2, 3);
  }

  private static Head head(String bytes) throws IOException {
    return Head.of(new ByteArrayInputStream(bytes.getBytes(ISO_8859_1)), ReadOptions.DEFAULT);
  }
}
