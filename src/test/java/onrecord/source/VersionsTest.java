package onrecord.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onrecord.model.Article;
import onrecord.model.ArticleVersion;
import onrecord.model.FieldType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The versions that newsrooms count. */
class VersionsTest {

  private static List<ArticleRecord> read(String content, ReadOptions.Builder options)
      throws IOException {
    try (ArticleReader reader =
        ArticleReader.open(
            List.of(Path.of("-")),
            options.standardInput(new ByteArrayInputStream(content.getBytes(UTF_8))).build())) {
      List<ArticleRecord> read = new ArrayList<>();
      reader.forEachRemaining(read::add);
      return read;
    }
  }

  private static ArticleRecord one(String content) throws IOException {
    List<ArticleRecord> read = read(content, ReadOptions.builder());
    assertThat(read).hasSize(1);
    return read.getFirst();
  }

  private static String newsMl(String attributes, String meta) {
    return """
    <newsItem guid="urn:1"%s><itemMeta><itemClass qcode="ninat:text"/>%s</itemMeta><contentSet>
    <inlineXML><p>The weir holds.</p></inlineXML></contentSet></newsItem>
    """
        .formatted(attributes, meta);
  }

  private static String nitf(String key) {
    return """
    <nitf><head><docdata><doc-id id-string="urn:1"/>%s</docdata></head>
    <body><body.content><p>The weir holds.</p></body.content></body></nitf>
    """
        .formatted(key);
  }

  private static String ninjs(String more) {
    return "{\"uri\":\"urn:1\",\"body_text\":\"The weir holds.\"" + more + "}\n";
  }

  private static ArticleVersion version(Long number, String created) {
    return new ArticleVersion(
        Optional.ofNullable(number), Optional.ofNullable(created).map(Instant::parse));
  }

  private static void has(ArticleRecord record, Long number, String created) throws IOException {
    assertThat(record.version()).contains(version(number, created));
    assertThat(ArticleVersion.of(record.article().fields())).isEqualTo(record.version());
  }

  private static void hasNone(ArticleRecord record) throws IOException {
    assertThat(record.version()).isEmpty();
    assertThat(record.article().fields().isEmpty()).isTrue();
  }

  @Test
  void newsMlStatesNumberAndTime() throws IOException {
    String created = "<versionCreated>2024-05-01T12:00:00+02:00</versionCreated>";

    has(one(newsMl(" version=\"3\"", created)), 3L, "2024-05-01T10:00:00Z");
    has(one(newsMl("", created)), null, "2024-05-01T10:00:00Z");
    has(one(newsMl(" version=\"3\"", "")), 3L, null);
    hasNone(one(newsMl(" version=\"x\"", "<versionCreated>soon</versionCreated>")));
    hasNone(one(newsMl("", "<firstCreated>2024-05-01</firstCreated>")));
  }

  @ParameterizedTest
  @CsvSource({
    "'<du-key version=\"2\"/>', 2",
    "'<du-key generation=\"4\"/>', 4",
    "'<du-key generation=\"2\" version=\"1\"/>', 2001",
    "'<du-key generation=\"1\" version=\"12\"/>', 1012",
    "'<du-key generation=\"1\" version=\"1000\"/>', 1000",
    "'<du-key generation=\"x\" version=\"5\"/>', 5",
    "'<du-key key=\"weir\"/>', ",
    "'', ",
  })
  void nitfStatesTheVersionInItsGeneration(String key, Long number) throws IOException {
    ArticleRecord record = one(nitf(key));

    if (number == null) {
      hasNone(record);
    } else {
      has(record, number, null);
    }
  }

  @Test
  void ninjsStatesNumberAndTime() throws IOException {
    String created = "\"versioncreated\":\"2024-05-01T10:00:00Z\"";

    has(one(ninjs(",\"version\":\"7\"," + created)), 7L, "2024-05-01T10:00:00Z");
    has(one(ninjs(",\"version\":7,\"pubstatus\":\"usable\"")), 7L, null);
    has(one(ninjs(",\"versionCreated\":\"2024-05-01T10:00:00Z\"")), null, "2024-05-01T10:00:00Z");
    hasNone(one(ninjs(",\"version\":\"draft\",\"pubstatus\":\"usable\"")));
  }

  @Test
  void aVersionOfAnObjectOfAnotherKindIsNotUsedAndReported() throws IOException {
    String content = "{\"url\":\"https://a.example/1\",\"text\":\"The weir holds.\",\"version\":2}";
    hasNone(one(content));
    try (ArticleReader reader =
        ArticleReader.open(
            List.of(Path.of("-")),
            ReadOptions.builder()
                .standardInput(new ByteArrayInputStream(content.getBytes(UTF_8)))
                .build())) {
      reader.forEachRemaining(record -> {});
      assertThat(reader.report().unusedFields()).containsKey("version");
    }
  }

  @Test
  void aFieldOfOnesOwnTakesItsPlace() throws IOException {
    ReadOptions.Builder options =
        ReadOptions.builder().own(List.of(OwnColumn.parse("version=name")));
    String content = ninjs(",\"version\":\"7\",\"pubstatus\":\"usable\"");

    ArticleRecord record = read(content, options).getFirst();

    Article article = record.article();
    assertThat(article.fields().of("version").getFirst().type()).isEqualTo(FieldType.NAME);
    assertThat(record.version()).contains(version(7L, null));
  }

  @Test
  void aWithdrawalHasTheVersionThatItWithdraws() throws IOException {
    for (String content :
        List.of(
            newsMl(" version=\"3\"", "<pubStatus qcode=\"stat:canceled\"/>"),
            nitf("<du-key version=\"3\"/>")
                .replace("<docdata>", "<docdata management-status=\"canceled\">"),
            ninjs(",\"version\":\"3\",\"pubstatus\":\"canceled\""))) {
      ArticleRecord record = one(content);

      assertThat(record.withdrawn()).contains("urn:1");
      assertThat(record.version()).contains(version(3L, null));
    }
    assertThat(
            one(nitf("<du-key version=\"3\"/>")
                    .replace(
                        "<docdata>",
                        "<docdata management-idref-status=\"canceled\""
                            + " management-doc-idref=\"urn:2\">"))
                .version())
        .as("the version is that of the item, not of the one that it withdraws")
        .isEmpty();
  }
}
