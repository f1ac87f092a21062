package onrecord;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import onrecord.model.Article;
import onrecord.model.Quotation;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;
import onrecord.query.Facet;
import onrecord.query.Hit;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.source.ArticleReader;
import onrecord.source.ArticleRecord;
import onrecord.source.ReadOptions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive with an extractor of an application's own, and records with ready quotations. */
class ArchiveExtractorTest {

  private static final Article ARTICLE =
      Article.builder("a", "Then she wrote OPEN THE BRIDGE on the wall, and NOW below it.").build();
  private static final Article PLAIN = Article.builder("plain", "“Yes,” said Ann Lee.").build();

  @TempDir Path folder;

  private Archive open(CapitalsExtractor extractor) throws IOException {
    return Archive.open(
        folder, ArchiveOptions.builder().extractor(extractor).processors(2).build());
  }

  private static List<Quotation> quotations(Archive archive) throws IOException {
    try (Stream<Hit> hits = archive.stream(Search.of(Query.all()))) {
      return hits.map(Hit::quotation).toList();
    }
  }

  private static Quotation yes(Speaker speaker) {
    return Quotation.builder(PLAIN, List.of(new Span(1, 5))).speaker(speaker).rule("given").build();
  }

  @Nested
  class WithItsOwnExtractor {

    @Test
    void holdsWhatThatExtractorFinds() throws IOException {
      CapitalsExtractor extractor = new CapitalsExtractor("capitals 1");
      try (Archive archive = open(extractor)) {
        archive.add(ARTICLE);
        archive.addAll(Stream.of(ArticleRecord.of("source", 1, PLAIN)));
        archive.commit();

        assertThat(quotations(archive))
            .extracting(Quotation::text, Quotation::rule)
            .containsExactlyInAnyOrder(
                tuple("OPEN THE BRIDGE", "capitals 1"), tuple("NOW", "capitals 1"));
        assertThat(archive.info().extractor()).isEqualTo("capitals 1");
        assertThat(archive.verify().isSound()).isTrue();
      }
    }

    @Test
    void extractsEachArticleOnceAndAgainOnlyIfTheArticleOrTheVersionDiffers() throws IOException {
      CapitalsExtractor first = new CapitalsExtractor("capitals 1");
      try (Archive archive = open(first)) {
        archive.add(ARTICLE);
        archive.add(ARTICLE);
        archive.addAll(
            Stream.of(ARTICLE, PLAIN, PLAIN).map(article -> ArticleRecord.of("s", 1, article)));
      }
      CapitalsExtractor same = new CapitalsExtractor("capitals 1");
      try (Archive archive = open(same)) {
        archive.add(ARTICLE);
        archive.add(Article.builder("plain", "Other text.").build());
      }
      CapitalsExtractor other = new CapitalsExtractor("capitals 2");
      try (Archive archive = open(other)) {
        archive.add(ARTICLE);
      }

      assertThat(first.extractions()).isEqualTo(Map.of("a", 1, "plain", 1));
      assertThat(same.extractions()).isEqualTo(Map.of("plain", 1));
      assertThat(other.extractions()).isEqualTo(Map.of("a", 1));
    }

    @Test
    void reextractsByThatExtractorWhatAnotherVersionFound() throws IOException {
      try (Archive archive = Archive.open(folder)) {
        archive.add(ARTICLE);
        archive.add(PLAIN);
        archive.commit();
        assertThat(quotations(archive)).extracting(Quotation::text).containsExactly("Yes,");
      }
      CapitalsExtractor extractor = new CapitalsExtractor("capitals 1");
      try (Archive archive = open(extractor)) {
        AddReport report = archive.reextract(AddObserver.NONE);
        AddReport again = archive.reextract(AddObserver.NONE);
        archive.commit();

        assertThat(report).isEqualTo(new AddReport(0, 2, 0, 0, 0, 0, 0, 0, List.of()));
        assertThat(again).isEqualTo(new AddReport(0, 0, 0, 0, 0, 0, 0, 0, List.of()));
        assertThat(extractor.extractions()).isEqualTo(Map.of("a", 1, "plain", 1));
        assertThat(quotations(archive))
            .extracting(Quotation::text)
            .containsExactlyInAnyOrder("OPEN THE BRIDGE", "NOW");
        assertThat(archive.info().extractor()).isEqualTo("capitals 1");
      }
    }

    @Test
    void citationStatesTheExtractorsOfWhatIsFoundAndNotOfTheLastWriter() throws IOException {
      try (Archive archive = open(new CapitalsExtractor("capitals 1"))) {
        archive.add(ARTICLE);
      }
      try (Archive archive = open(new CapitalsExtractor("capitals 2"))) {
        archive.add(PLAIN, List.of(yes(Speaker.UNKNOWN)));
        archive.commit();

        assertThat(archive.info().extractor()).isEqualTo("capitals 2");
        assertThat(archive.cite(Search.of(Query.article("a"))).extractor()).isEqualTo("capitals 1");
        assertThat(archive.cite(Search.of(Query.all())).extractor()).isEqualTo("capitals 1, given");
        assertThat(archive.cite(Search.of(Query.article("none"))).extractor())
            .isEqualTo("capitals 2");
      }
    }

    @Test
    void identifiesTheSpeakersOfGivenQuotations() throws IOException {
      try (Archive archive = open(new CapitalsExtractor("capitals 1"))) {
        archive.add(PLAIN, List.of(yes(Speaker.of("Ann Lee", SpeakerType.PERSON))));
        archive.commit();

        assertThat(archive.search(Search.of(Query.named(Facet.SPEAKER_ID, "AL"))).hits())
            .singleElement()
            .satisfies(hit ->
                assertThat(hit.quotation())
                    .isEqualTo(
                        yes(
                            new Speaker(
                                "Ann Lee",
                                SpeakerType.PERSON,
                                Optional.empty(),
                                Optional.of("AL"),
                                Optional.empty()))));
      }
    }
  }

  @Nested
  class WithReadyQuotations {

    private final Article empty =
        Article.builder("empty", "NOTHING of this is a quotation.").build();
    private final Article bad = Article.builder("bad", "“No,” he said.").build();

    private Stream<ArticleRecord> records() throws IOException {
      // A quotation of one article does not fit another.
      return Stream.of(
          ArticleRecord.of("s", 1, ARTICLE),
          ArticleRecord.of("s", 2, PLAIN, List.of(yes(Speaker.UNKNOWN))),
          ArticleRecord.of("s", 3, empty, List.of()),
          ArticleRecord.of("s", 4, bad, List.of(yes(Speaker.UNKNOWN))),
          unreadable(),
          ArticleRecord.of("s", 6, Article.builder("last", "At LAST it is over.").build()));
    }

    private ArticleRecord unreadable() throws IOException {
      try (ArticleReader reader =
          ArticleReader.open(
              List.of(Path.of("-")),
              ReadOptions.builder()
                  .standardInput(new ByteArrayInputStream("{\"id\":\n".getBytes(UTF_8)))
                  .build())) {
        return reader.next();
      }
    }

    @Test
    void takesWhatIsGivenExtractsTheRestAndRejectsBadRecords() throws IOException {
      CapitalsExtractor extractor = new CapitalsExtractor("capitals 1");
      try (Archive archive = open(extractor)) {
        AddReport report = archive.addAll(records());
        archive.commit();

        assertThat(report.added()).isEqualTo(4);
        assertThat(report.rejections())
            .satisfiesExactly(
                rejection -> {
                  assertThat(rejection.line()).isEqualTo(4);
                  assertThat(rejection.reason()).contains("of article bad");
                },
                rejection -> {
                  assertThat(rejection.source()).isEqualTo("standard input");
                  assertThat(rejection.reason()).startsWith("is not valid JSON");
                });
        assertThat(quotations(archive))
            .extracting(Quotation::text, Quotation::rule)
            .containsExactlyInAnyOrder(
                tuple("OPEN THE BRIDGE", "capitals 1"),
                tuple("NOW", "capitals 1"),
                tuple("Yes,", "given"),
                tuple("LAST", "capitals 1"));
        assertThat(archive.article("empty")).contains(empty);
        assertThat(archive.article("bad")).isEmpty();
        assertThat(extractor.extractions()).isEqualTo(Map.of("a", 1, "last", 1));
        assertThat(archive.verify().isSound()).isTrue();
      }
    }

    @Test
    void keepsWhatIsGivenWhenTheRestIsExtractedAgain() throws IOException {
      try (Archive archive = open(new CapitalsExtractor("capitals 1"))) {
        archive.addAll(records());
      }
      CapitalsExtractor other = new CapitalsExtractor("capitals 2");
      try (Archive archive = open(other)) {
        assertThat(archive.reextract(AddObserver.NONE).replaced()).isEqualTo(2);
        archive.commit();

        assertThat(other.extractions()).isEqualTo(Map.of("a", 1, "last", 1));
        assertThat(quotations(archive))
            .extracting(Quotation::text, Quotation::rule)
            .containsExactlyInAnyOrder(
                tuple("OPEN THE BRIDGE", "capitals 2"),
                tuple("NOW", "capitals 2"),
                tuple("Yes,", "given"),
                tuple("LAST", "capitals 2"));
      }
    }

    @Test
    void givenQuotationsReplaceExtractedOnesAndTheOtherWayRound() throws IOException {
      try (Archive archive = open(new CapitalsExtractor("capitals 1"))) {
        archive.add(ARTICLE);

        AddReport given = archive.addAll(Stream.of(ArticleRecord.of("s", 1, ARTICLE, List.of())));
        archive.refresh();
        assertThat(given.replaced()).isEqualTo(1);
        assertThat(quotations(archive)).isEmpty();

        AddReport extracted = archive.addAll(Stream.of(ArticleRecord.of("s", 1, ARTICLE)));
        archive.refresh();
        assertThat(extracted.replaced()).isEqualTo(1);
        assertThat(quotations(archive)).hasSize(2);
      }
    }
  }
}
