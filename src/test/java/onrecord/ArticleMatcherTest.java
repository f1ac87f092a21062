package onrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import onrecord.extract.Extractor;
import onrecord.model.Article;
import onrecord.model.FieldType;
import onrecord.model.Quotation;
import onrecord.model.Span;
import onrecord.query.Hit;
import onrecord.query.InvalidSearchException;
import onrecord.query.OwnField;
import onrecord.query.Query;
import onrecord.query.Search;
import org.apache.lucene.index.IndexWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares searches on single articles with those in archives that have the articles. */
class ArticleMatcherTest {

  private static final Article ARTICLE =
      Article.builder("a", "“The old bridge is closed,” said Ann Lee. “It is,” Bo Lind said.")
          .build();

  /** A hit without its score, which depends on the other articles. */
  private static Hit unscored(Hit hit) {
    return new Hit(
        hit.quotation(), hit.article(), 0, hit.highlights(), hit.context(), hit.occurrences());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void searchFindsWhatItFindsInAnArchive(int seed) throws IOException {
    Random random = new Random(seed);
    RandomArticles articles = new RandomArticles(random);
    NaiveArchive entries = new NaiveArchive();
    try (Archive archive = Archive.inMemory()) {
      for (int i = 0; i < 12; i++) {
        RandomArticles.Entry entry = articles.next();
        entries.add(entry);
        archive.add(entry.article(), entry.quotations());
      }
      archive.commit();
      Map<OwnField, FieldType> fields = archive.info().ownFields();
      RandomSearches searches = new RandomSearches(random, entries.ownFields());
      List<Search> asked = Stream.generate(searches::next).limit(60).toList();
      List<List<Hit>> found = new ArrayList<>();
      for (Search search : asked) {
        try (Stream<Hit> hits = archive.stream(search)) {
          found.add(hits.map(ArticleMatcherTest::unscored).toList());
        }
      }
      for (RandomArticles.Entry entry : entries.entries()) {
        try (ArticleMatcher matcher =
            ArticleMatcher.of(entry.article(), entry.quotations(), fields)) {
          for (int i = 0; i < asked.size(); i++) {
            assertThat(matcher.hits(asked.get(i)))
                .as("%s in %s", asked.get(i), entry.article().id())
                .map(ArticleMatcherTest::unscored)
                .containsExactlyInAnyOrderElementsOf(
                    found.get(i).stream()
                        .filter(hit -> hit.article().id().equals(entry.article().id()))
                        .toList());
          }
        }
      }
    }
  }

  @Test
  void queryMatchesQuotationsThatAreExtracted() throws IOException {
    try (ArticleMatcher matcher = ArticleMatcher.of(ARTICLE, new Extractor())) {
      assertThat(matcher.matches(Query.parse("bridges speaker:lee"))).isTrue();
      assertThat(matcher.matches(Query.parse("bridge speaker:lind"))).isFalse();
      assertThat(matcher.hits(Search.of(Query.parse("bridge"))))
          .singleElement()
          .satisfies(
              hit -> assertThat(hit.highlights().inQuotation()).containsExactly(new Span(8, 14)));
    }
  }

  @Test
  void articleWithoutQuotationsMatchesNothing() throws IOException {
    Article none = Article.builder("none", "Nothing was said.").build();
    try (ArticleMatcher matcher = ArticleMatcher.of(none, new Extractor())) {
      assertThat(matcher.matches(Query.all())).isFalse();
    }
  }

  @Test
  void fieldThatIsNotKnownIsRefused() throws IOException {
    Query greens = Query.parse("NOT speaker.party:greens");
    try (ArticleMatcher matcher = ArticleMatcher.of(ARTICLE, new Extractor())) {
      assertThatThrownBy(() -> matcher.matches(greens))
          .isInstanceOf(InvalidSearchException.class)
          .hasMessageContaining("no field speaker.party");
    }
    Map<OwnField, FieldType> fields = Map.of(OwnField.ofSpeaker("party"), FieldType.NAME);
    try (ArticleMatcher matcher =
        ArticleMatcher.of(ARTICLE, new Extractor().extract(ARTICLE), fields)) {
      assertThat(matcher.hits(Search.of(greens))).hasSize(2);
    }
  }

  @Test
  void fieldsThatAreKnownChangeNothingElse() throws IOException {
    Map<OwnField, FieldType> fields = Map.of(OwnField.ofSpeaker("party"), FieldType.NAME);
    for (String id : List.of("x", "y", "l".repeat(IndexWriter.MAX_TERM_LENGTH - 8))) {
      Article letter = Article.builder(id, "x").build();
      Quotation whole = Quotation.builder(letter, List.of(new Span(0, 1))).build();
      try (ArticleMatcher matcher = ArticleMatcher.of(letter, List.of(whole), fields)) {
        Search distinct = Search.builder(Query.all()).distinct(true).build();

        assertThat(matcher.hits(distinct)).extracting(Hit::quotation).containsExactly(whole);
      }
    }
  }

  @Test
  void closedMatcherAndArticleThatCannotBeStoredAreRefused() throws IOException {
    ArticleMatcher closed = ArticleMatcher.of(ARTICLE, new Extractor());
    closed.close();
    closed.close();
    assertThatThrownBy(() -> closed.matches(Query.all())).isInstanceOf(IllegalStateException.class);
    Article other = Article.builder("b", "x").build();
    assertThatThrownBy(() -> ArticleMatcher.of(other, new Extractor().extract(ARTICLE), Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the text ends at 1");
  }
}
