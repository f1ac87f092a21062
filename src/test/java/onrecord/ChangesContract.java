package onrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import onrecord.engine.Change;
import onrecord.engine.Engine;
import onrecord.engine.StoredArticle;
import onrecord.model.Article;
import onrecord.model.Quotation;
import onrecord.model.Span;
import onrecord.query.Hit;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.source.ArticleRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an engine must do when articles are stored, renewed and deleted, and when it is closed. */
public abstract class ChangesContract extends EngineContract {

  private static final Search ALL = Search.of(Query.all());
  private static final Optional<String> VERSION = Optional.of("rules 1");
  private static final Article ARTICLE = Article.builder("a", "One two three").build();

  private Engine engine;

  @BeforeEach
  void openTheEngine() throws IOException {
    engine = open();
  }

  @AfterEach
  void closeTheEngine() throws IOException {
    engine.close();
  }

  /** {@return quotations of the first words of an article} */
  private static List<Quotation> words(Article article, int count) {
    int end = 0;
    Stream.Builder<Quotation> words = Stream.builder();
    for (String word : List.of(article.text().split(" ")).subList(0, count)) {
      words.add(Quotation.builder(article, List.of(new Span(end, end + word.length()))).build());
      end += word.length() + 1;
    }
    return words.build().toList();
  }

  private Change put(Article article, int words) throws IOException {
    return engine.put(article, VERSION, () -> words(article, words));
  }

  private List<StoredArticle> extractedByOthers(String version) throws IOException {
    try (Stream<StoredArticle> articles = engine.extractedByOthers(version)) {
      return articles.toList();
    }
  }

  private List<String> found() throws IOException {
    try (Stream<Hit> hits = engine.hits(ALL)) {
      return hits.map(hit -> hit.quotation().text()).sorted().toList();
    }
  }

  private static Stream<ArticleRecord> records(Article... articles) {
    return IntStream.range(0, articles.length)
        .mapToObj(i -> ArticleRecord.of("a source", i + 1, articles[i]));
  }

  @Nested
  class WhenStoring {

    @Test
    void returnsWhatWasDone() throws IOException {
      Article changed = Article.builder("a", "One two").build();

      assertThat(put(ARTICLE, 1)).isEqualTo(Change.ADDED);
      assertThat(put(ARTICLE, 1)).isEqualTo(Change.UNCHANGED);
      assertThat(put(changed, 1)).isEqualTo(Change.REPLACED);
      assertThat(engine.put(changed, Optional.of("rules 2"), () -> words(changed, 1)))
          .isEqualTo(Change.REPLACED);
      assertThat(engine.delete("a")).isTrue();
      assertThat(put(changed, 1)).isEqualTo(Change.ADDED);
    }

    @Test
    void requestsTheQuotationsOnceByTheCallingThreadAndNotIfNothingChanged() throws IOException {
      AtomicInteger requests = new AtomicInteger();
      Thread caller = Thread.currentThread();

      for (int i = 0; i < 3; i++) {
        engine.put(
            ARTICLE,
            VERSION,
            () -> {
              assertThat(Thread.currentThread()).isSameAs(caller);
              requests.incrementAndGet();
              return words(ARTICLE, 2);
            });
        engine.commit();
      }

      assertThat(requests).hasValue(1);
      assertThat(found()).containsExactly("One", "two");
    }

    @Test
    void alwaysReplacesQuotationsThatWereFoundByOtherMeans() throws IOException {
      engine.put(ARTICLE, Optional.empty(), () -> words(ARTICLE, 1));
      assertThat(engine.put(ARTICLE, Optional.empty(), () -> words(ARTICLE, 2)))
          .isEqualTo(Change.REPLACED);
      assertThat(put(ARTICLE, 3)).isEqualTo(Change.REPLACED);
      engine.refresh();
      assertThat(found()).containsExactly("One", "three", "two");
      assertThat(engine.put(ARTICLE, Optional.empty(), () -> words(ARTICLE, 0)))
          .isEqualTo(Change.REPLACED);
      engine.refresh();
      assertThat(found()).isEmpty();
    }

    @Test
    void changesNothingIfTheQuotationsCannotBeFoundOrStored() throws IOException {
      put(ARTICLE, 1);
      engine.commit();
      Article changed = Article.builder("a", "One two").build();

      assertThatThrownBy(() ->
              engine.put(
                  changed,
                  VERSION,
                  () -> {
                    throw new IllegalStateException("no rules");
                  }))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("no rules");
      assertThatThrownBy(() -> engine.put(changed, VERSION, () -> words(ARTICLE, 3)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("quotation a#8 of article a");

      assertThat(engine.hasUncommittedChanges()).isFalse();
      engine.refresh();
      assertThat(engine.article("a")).contains(ARTICLE);
      assertThat(found()).containsExactly("One");
    }
  }

  @Nested
  class WhenRenewing {

    @Test
    void findsTheArticlesOfOtherVersionsButNotThoseWithGivenQuotations() throws IOException {
      Article given = Article.builder("given", "One").build();
      Article recent = Article.builder("recent", "One").build();
      put(ARTICLE, 1);
      engine.put(given, Optional.empty(), () -> words(given, 1));
      engine.put(recent, Optional.of("rules 2"), () -> words(recent, 1));

      assertThat(extractedByOthers("rules 2"))
          .containsExactly(new StoredArticle(ARTICLE, "rules 1"));
      assertThat(extractedByOthers("rules 1"))
          .containsExactly(new StoredArticle(recent, "rules 2"));
      assertThat(extractedByOthers("rules 3"))
          .extracting(StoredArticle::article)
          .containsExactlyInAnyOrder(ARTICLE, recent);
    }

    @Test
    void replacesTheQuotationsOfAnArticleThatIsAsItWasRead() throws IOException {
      put(ARTICLE, 1);
      StoredArticle stored = extractedByOthers("rules 2").getFirst();

      assertThat(engine.renew(stored, words(ARTICLE, 2), "rules 2")).isTrue();

      engine.refresh();
      assertThat(found()).containsExactly("One", "two");
      assertThat(extractedByOthers("rules 2")).isEmpty();
      assertThat(engine.renew(stored, words(ARTICLE, 3), "rules 3")).isFalse();
    }

    @Test
    void leavesAnArticleThatWasChangedMeanwhile() throws IOException {
      put(ARTICLE, 1);
      StoredArticle stored = extractedByOthers("rules 2").getFirst();
      Article changed = Article.builder("a", "Four five").build();
      put(changed, 1);

      assertThat(engine.renew(stored, words(ARTICLE, 2), "rules 2")).isFalse();

      engine.refresh();
      assertThat(engine.article("a")).contains(changed);
      assertThat(found()).containsExactly("Four");
    }

    @Test
    void leavesAnArticleWhoseQuotationsWereGivenMeanwhile() throws IOException {
      put(ARTICLE, 1);
      StoredArticle stored = extractedByOthers("rules 2").getFirst();
      engine.put(ARTICLE, Optional.empty(), () -> words(ARTICLE, 3));

      assertThat(engine.renew(stored, words(ARTICLE, 2), "rules 2")).isFalse();

      engine.refresh();
      assertThat(found()).containsExactly("One", "three", "two");
    }

    @Test
    void doesNotBringBackAnArticleThatWasDeletedMeanwhile() throws IOException {
      put(ARTICLE, 1);
      StoredArticle stored = extractedByOthers("rules 2").getFirst();
      engine.delete("a");

      assertThat(engine.renew(stored, words(ARTICLE, 2), "rules 2")).isFalse();

      engine.refresh();
      assertThat(engine.article("a")).isEmpty();
    }
  }

  @Nested
  class WhenCommitting {

    @Test
    void everyChangeIsUncommittedUntilTheNextCommit() throws IOException {
      assertThat(engine.hasUncommittedChanges()).isFalse();
      put(ARTICLE, 1);
      assertThat(engine.hasUncommittedChanges()).isTrue();
      engine.refresh();
      assertThat(engine.hasUncommittedChanges()).isTrue();
      engine.commit();
      assertThat(engine.hasUncommittedChanges()).isFalse();

      put(ARTICLE, 1);
      assertThat(engine.hasUncommittedChanges()).isFalse();

      engine.renew(extractedByOthers("rules 2").getFirst(), words(ARTICLE, 2), "rules 2");
      assertThat(engine.hasUncommittedChanges()).isTrue();
      engine.commit();

      engine.delete("a");
      assertThat(engine.hasUncommittedChanges()).isTrue();
    }

    @Test
    void commitMakesChangesVisible() throws IOException {
      put(ARTICLE, 1);
      assertThat(found()).isEmpty();

      engine.commit();

      assertThat(found()).containsExactly("One");
    }
  }

  @Nested
  class WhenDeleting {

    private final Article both =
        Article.builder("both", "“Up,” said Ann Lee. “Down,” said Bo Ray.").build();
    private final Article mute =
        Article.builder("mute", "Nothing was said.").outlet("The Weir Post").build();
    private final Article other =
        Article.builder("other", "“Down,” said Bo Ray.").outlet("The Weir Post").build();

    @Test
    void deletesTheArticleWithItsQuotations() throws IOException {
      try (Archive archive = newArchive()) {
        archive.add(both);

        assertThat(archive.delete("both")).isTrue();
        assertThat(archive.delete("both")).isFalse();
        archive.refresh();

        assertThat(archive.info().articles()).isZero();
        assertThat(archive.info().quotations()).isZero();
        AddReport report = archive.addAll(records(both));
        assertThat(report.added()).isEqualTo(1);
      }
    }

    @Test
    void byAQuotationDeletesWholeArticles() throws IOException {
      try (Archive archive = newArchive()) {
        archive.addAll(records(both, mute, other));

        assertThat(archive.delete(Query.words("up"))).isEqualTo(1);
        archive.refresh();

        assertThat(archive.article("both")).isEmpty();
        assertThat(archive.info().articles()).isEqualTo(2);
        assertThat(archive.info().quotations()).isEqualTo(1);
      }
    }

    @Test
    void byAnArticleDeletesThoseWithoutQuotationsToo() throws IOException {
      try (Archive archive = newArchive()) {
        archive.addAll(records(both, mute, other));

        assertThat(archive.delete(Query.outlet("The Weir Post"))).isEqualTo(2);
        assertThat(archive.delete(Query.outlet("The Weir Post"))).isZero();
        archive.refresh();

        assertThat(archive.article("both")).isPresent();
        assertThat(archive.info().articles()).isEqualTo(1);
        assertThat(archive.delete(Query.outlet("The Weir Post").not())).isEqualTo(1);
      }
    }

    @Test
    void byANegatedQuotationKeepsArticlesWithoutAny() throws IOException {
      try (Archive archive = newArchive()) {
        archive.addAll(records(both, mute, other));

        assertThat(archive.delete(Query.words("up").not())).isEqualTo(2);
        archive.refresh();

        assertThat(archive.article("mute")).isPresent();
      }
    }
  }

  @Nested
  class WhenClosed {

    static Stream<EngineCall> calls() {
      return EngineCall.all().stream();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void refusesEveryCall(EngineCall call) throws IOException {
      put(ARTICLE, 1);
      engine.close();

      if (call.isRefusedByAClosedEngine()) {
        assertThatThrownBy(() -> call.on(engine))
            .isInstanceOf(IllegalStateException.class)
            .hasMessage("archive " + engine.name() + " is closed");
      } else {
        call.on(engine);
      }
    }

    @Test
    void statisticsRefuseEveryCallToo() throws IOException {
      var statistics = engine.statistics();
      engine.rollback();

      assertThat(EngineCall.ofStatistics())
          .hasSizeGreaterThan(5)
          .allSatisfy(call ->
              assertThatThrownBy(() -> call.on(statistics))
                  .as(call.toString())
                  .isInstanceOf(IllegalStateException.class)
                  .hasMessage("archive " + engine.name() + " is closed"));
    }

    @Test
    void streamsThatWereBegunAreClosedWithoutHarm() throws IOException {
      put(ARTICLE, 1);
      engine.commit();
      Stream<Hit> hits = engine.hits(ALL);

      engine.close();

      hits.close();
    }
  }
}
