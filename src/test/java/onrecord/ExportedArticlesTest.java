package onrecord;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onrecord.format.HitFormat;
import onrecord.format.HitWriter;
import onrecord.model.Article;
import onrecord.model.FieldType;
import onrecord.model.FieldValue;
import onrecord.model.Fields;
import onrecord.model.Quotation;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;
import onrecord.query.Facet;
import onrecord.query.Hit;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.Selection;
import onrecord.query.SortOrder;
import onrecord.source.ArticleReader;
import onrecord.source.ArticleRecord;
import onrecord.source.OwnColumn;
import onrecord.source.ReadOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports that are read into another archive. */
class ExportedArticlesTest {

  private static final Search ALL =
      Search.builder(Query.all()).kinds(Selection.ALL_KINDS).sort(SortOrder.OLDEST).build();

  /** An article of which every part looks like something else. */
  private static final Article ODD =
      Article.builder(
              " odd ", " <b>\u201cMind &amp; matter\u201d</b>\ud83d\ude00, Ada.\n\n\n<p>NA ")
          .title(" None ")
          .outlet("https://quay.example")
          .section(" nan")
          .authors(List.of("By Ada Holm and Bo Lind", " n/a", "a; b|c\\"))
          .url(" none")
          .language("english")
          .tags(List.of("[]", "['a', 'b']", " x, y "))
          .fields(
              Fields.builder()
                  .name("country", "None")
                  .name("country", "a; b|c\\")
                  .add("born", FieldValue.name("2024-05-02"))
                  .add("note", FieldValue.text(" 12 &lt; <i>13</i> "))
                  .number("reach", 1e15)
                  .build())
          .build();

  @TempDir Path folder;

  /** All that an archive holds of an article. */
  private record Contents(Article article, List<Quotation> quotations) {}

  private static Map<String, Contents> contents(Archive archive) throws IOException {
    Map<String, List<Quotation>> quotations = new HashMap<>();
    try (Stream<Hit> hits = archive.stream(ALL)) {
      hits.forEach(hit ->
          quotations
              .computeIfAbsent(hit.article().id(), id -> new ArrayList<>())
              .add(hit.quotation()));
    }
    Map<String, Contents> contents = new HashMap<>();
    for (Map.Entry<String, List<Quotation>> entry : quotations.entrySet()) {
      contents.put(
          entry.getKey(),
          new Contents(archive.article(entry.getKey()).orElseThrow(), entry.getValue()));
    }
    return contents;
  }

  private Path exported(Archive archive, HitFormat format) throws IOException {
    Path file = folder.resolve("export");
    try (Stream<Hit> hits = archive.stream(ALL)) {
      format.create(file, hits, archive::article, archive.info().ownFields().keySet());
    }
    return file;
  }

  private static void add(Archive archive, Path file) throws IOException {
    try (ArticleReader reader = ArticleReader.open(List.of(file))) {
      AddReport report = archive.addAll(reader.stream());
      assertThat(report.rejected()).isZero();
      assertThat(reader.report().unusedFields()).isEmpty();
    }
    archive.commit();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void anArchiveHasTheSameArticlesAndQuotations(long seed) throws IOException {
    RandomArticles random = new RandomArticles(new Random(seed));
    try (Archive archive = Archive.open(folder.resolve("first"));
        Archive again = Archive.open(folder.resolve("second"))) {
      for (int i = 0; i < 60; i++) {
        RandomArticles.Entry entry = random.next();
        archive.add(entry.article(), entry.quotations());
      }
      archive.commit();

      add(again, exported(archive, HitFormat.ARTICLES));

      assertThat(contents(again)).hasSizeGreaterThan(10).isEqualTo(contents(archive));
      assertThat(archive.info().ownFields()).containsAllEntriesOf(again.info().ownFields());
      assertThat(again.info().ownFields().values()).contains(FieldType.values());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5})
  void anArchiveIsExportedWholeWithItsArticlesWithoutQuotations(long seed) throws IOException {
    RandomArticles random = new RandomArticles(new Random(seed));
    try (Archive archive = Archive.open(folder.resolve("first"));
        Archive again = Archive.open(folder.resolve("second"))) {
      Map<String, Article> articles = new HashMap<>();
      long quoted = 0;
      for (int i = 0; i < 40; i++) {
        RandomArticles.Entry entry = random.next();
        List<Quotation> quotations = i % 4 == 0 ? List.of() : entry.quotations();
        archive.add(entry.article(), quotations);
        articles.put(entry.article().id(), entry.article());
      }
      archive.commit();
      Path file = folder.resolve("whole");
      try (Writer out = Files.newBufferedWriter(file);
          HitWriter writer = HitFormat.ARTICLES.writer(out, archive::article);
          Stream<Hit> hits = archive.stream(ALL)) {
        writer.writeAll(hits);
        quoted = archive.search(ALL).articles();
        assertThat(archive.articlesWithout(ALL, article -> write(writer, article)))
            .isEqualTo(articles.size() - quoted)
            .isGreaterThan(3);
      }

      add(again, file);

      assertThat(contents(again)).isEqualTo(contents(archive)).hasSize((int) quoted);
      assertThat(again.info().articles()).isEqualTo(articles.size());
      for (Article article : articles.values()) {
        assertThat(again.article(article.id())).contains(article);
      }
    }
  }

  private static void write(HitWriter writer, Article article) {
    try {
      writer.write(article);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void articlesWithoutAQuotationThatIsFoundMatchTheQuery() throws IOException {
    try (Archive archive = Archive.inMemory()) {
      archive.add(
          Article.builder("a", "\u201cThe weir holds,\u201d said Ada Quill.").outlet("X").build());
      archive.add(Article.builder("b", "Ada Quill said the weir holds.").outlet("X").build());
      archive.add(Article.builder("c", "It rains.").outlet("X").build());
      archive.add(Article.builder("d", "It snows.").outlet("Y").build());
      archive.commit();
      Search quoted = Search.of(Query.all());

      assertThat(without(archive, quoted)).containsExactlyInAnyOrder("b", "c", "d");
      assertThat(without(archive, ALL)).containsExactlyInAnyOrder("c", "d");
      assertThat(without(archive, Search.of(Query.outlet("X"))))
          .containsExactlyInAnyOrder("b", "c");
      assertThat(without(archive, Search.of(Query.words("weir")))).containsExactly("b");
      assertThat(without(archive, Search.of(Query.words("barge")))).isEmpty();
      for (Search refused :
          List.of(
              Search.builder(Query.all()).distinct(true).build(),
              Search.builder(Query.all()).filter(Facet.OUTLET, "X").build())) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> without(archive, refused))
            .withMessageStartingWith("articles without quotations are found by a query alone");
      }
      IOException full = new IOException("full");
      assertThatThrownBy(() ->
              archive.articlesWithout(
                  quoted,
                  article -> {
                    throw new UncheckedIOException(full);
                  }))
          .isSameAs(full);
    }
  }

  private static List<String> without(Archive archive, Search search) throws IOException {
    List<String> ids = new ArrayList<>();
    long number = archive.articlesWithout(search, article -> ids.add(article.id()));
    assertThat(number).isEqualTo(ids.size());
    return ids;
  }

  @Test
  void formatsWithoutEntriesForArticlesRefuseOne() throws IOException {
    StringBuilder out = new StringBuilder();
    for (HitFormat format : HitFormat.values()) {
      if (format.isText()) {
        try (HitWriter writer = format.writer(out, id -> Optional.of(ODD))) {
          if (format.groupsByArticle()) {
            writer.write(ODD);
          } else {
            assertThatThrownBy(() -> writer.write(ODD))
                .isInstanceOf(UnsupportedOperationException.class);
          }
        }
      }
    }
  }

  private static Quotation odd() {
    int start = ODD.text().indexOf("Mind");
    int name = ODD.text().indexOf("Ada");
    return Quotation.builder(ODD, List.of(new Span(start, start + 16)))
        .speaker(
            new Speaker(" None", SpeakerType.ORGANIZATION, Optional.of(" the <b>"))
                .with(Fields.builder().name("party", "[]").build()))
        .mention(new Span(name, name + 3))
        .confidence(1.0 / 3)
        .rule(" odd rule ")
        .about(List.of("NA", "a|b"))
        .build();
  }

  @Test
  void nothingInAnArticleIsTakenForSomethingElse() throws IOException {
    try (Archive archive = Archive.open(folder.resolve("first"))) {
      archive.add(ODD, List.of(odd()));
      archive.commit();

      try (ArticleReader reader =
          ArticleReader.open(List.of(exported(archive, HitFormat.ARTICLES)))) {
        ArticleRecord record = reader.next();

        assertThat(record.article()).isEqualTo(ODD);
        assertThat(record.quotations()).contains(List.of(odd()));
        assertThat(reader.hasNext()).isFalse();
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"id\":\" odd \" | \"ids\":1 | id is missing",
        "\"text\":\" <b> | \"text\":null,\"x\":\" <b> | text is missing",
        "\"born\":[\"2024-05-02\"] | \"died\":[\"2024-05-02\"] |"
            + " types must have the type of article.died, but has none",
        "\"article.reach\":\"number\" | \"article.reach\":\"sum\" |"
            + " the type of a field must be text, name, number or day, but was 'sum'",
        "\"article.country\":\"name\" | \"article.country\":\"day\" |"
            + " a day such as 2020-11-22 was expected, but was 'None'",
        "\"kind\":\"DIRECT\" | \"kind\":\"LOUD\" |"
            + " kind must be one of [DIRECT, MIXED, INDIRECT], but was 'LOUD'",
        "\"runs\":[{\"start\":5 | \"runs\":[{\"start\":-5 |"
            + " a place in the text must have 0 <= start < end <= 43, but was -5..21",
        "\"end\":21 | \"end\":900 |"
            + " a place in the text must have 0 <= start < end <= 43, but was 5..900",
        "\"end\":21 | \"end\":20 |"
            + " text of quotation  odd #5 must be that of its runs in the article, but is not",
        "\"about\":[ | \"about\":[{}, |"
            + " a list must have strings or numbers, but has an object or a list",
        "\"rule\":\" odd rule \" | \"rule\":null | rule is missing",
        "\"confidence\":0. | \"confidence\":\"x\",\"y\":0. |"
            + " confidence of a quotation must be a number, but was 'x'",
        "\"title\":\" None \" | \"title\":\"\",\"title\":\" None \" |"
            + " title must occur once, but occurs more than once",
      })
  void anAlteredArticleIsRejectedWithTheReason(String written, String altered, String message)
      throws IOException {
    try (Archive archive = Archive.open(folder.resolve("first"))) {
      archive.add(ODD, List.of(odd()));
      archive.commit();
      Path file = exported(archive, HitFormat.ARTICLES);
      String line = Files.readString(file);
      assertThat(line).contains(written);
      Files.writeString(file, line.replace(written, altered) + line, UTF_8);

      try (ArticleReader reader = ArticleReader.open(List.of(file))) {
        assertThat(reader.next().failure().orElseThrow()).hasMessage(file + ":1: " + message);
        assertThat(reader.next().article()).isEqualTo(ODD);
      }
    }
  }

  @Test
  void fieldsOfNoUseAreReported() throws IOException {
    Path file = folder.resolve("extra.jsonl");
    Files.writeString(
        file,
        "{\"colour\":1,\"onrecord\":\"article\",\"id\":\"a\",\"text\":\"Rain.\",\"size\":2}\n"
            + "{\"onrecord\":\"other\",\"id\":\"b\",\"text\":\"Sun.\"}\n");

    try (ArticleReader reader = ArticleReader.open(List.of(file))) {
      assertThat(reader.stream().map(record -> record.toString().replaceAll(".*: ", "")))
          .containsExactly("a", "b");
      assertThat(reader.report().unusedFields().keySet())
          .containsExactlyInAnyOrder("colour", "size", "onrecord");
    }
  }

  @ParameterizedTest
  @CsvSource({"CSV,article.", "TSV,article.", "JSON_LINES,fields."})
  void quotationsByThemselvesKeepTheFieldsOfTheirArticles(HitFormat format, String prefix)
      throws IOException {
    Fields fields =
        Fields.builder()
            .name("country", "Ireland")
            .name("country", "a|b\\")
            .name("country", "Mill; Weir")
            .number("reach", 2.5)
            .add("filed", FieldValue.text("Lines; and | bars."))
            .build();
    Article article = Article.builder("mill", "The mill turns.").fields(fields).build();
    try (Archive archive = Archive.open(folder.resolve("first"))) {
      archive.add(article, List.of(Quotation.builder(article, List.of(new Span(0, 14))).build()));
      archive.commit();
      ReadOptions options =
          ReadOptions.builder()
              .own(
                  Stream.of("country=name", "reach=number", "filed=text")
                      .map(
                          text -> OwnColumn.parse(text + ":" + prefix + text.replaceAll("=.*", "")))
                      .collect(Collectors.toList()))
              .build();

      try (ArticleReader reader = ArticleReader.open(List.of(exported(archive, format)), options)) {
        assertThat(reader.next().article().fields()).isEqualTo(fields);
      }
    }
  }
}
