package onrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import onrecord.format.HitResultReader;
import onrecord.format.ResultJson;
import onrecord.model.Article;
import onrecord.model.Published;
import onrecord.model.Quotation;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;
import onrecord.query.FacetCount;
import onrecord.query.InvalidSearchException;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.Wordings;
import onrecord.query.WordingsRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an engine must do when quotations that are nearly the same are taken together. */
public abstract class WordingsContract extends EngineContract {

  private static final Search ALL = Search.of(Query.all());
  private static final int SEARCHES = 15;

  @Test
  void quotationThatIsNearlyTheSameIsOneWordingAndItsSpreadIsCounted() throws IOException {
    try (Archive archive = newArchive()) {
      // The first to be published, by half an hour, has the later time on its clock.
      add(archive, "a", "2024-05-02T08:00-04:00", "Echo", "Ann Holm", "We sold the old mill today");
      add(archive, "b", "2024-05-02T12:30+01:00", "Quay", "Bo Lind", "we sold the old mill today!");
      add(archive, "c", "2024-05-04", "Quay", "Ann Holm", "We sold the old mill today, at last");
      add(archive, "d", "2024-05-01", "Echo", "Ann Holm", "We sold the new bridge");
      add(archive, "e", "", "", "", "So we sold the old mill today");
      archive.commit();

      Wordings wordings = archive.statistics().wordings(ALL, WordingsRequest.repeated());

      assertThat(List.of(wordings.quotations(), wordings.total(), wordings.found()))
          .containsExactly(5L, 2L, 1L);
      Wordings.Wording sold = wordings.wordings().getFirst();
      assertThat(sold.occurrences())
          .extracting(occurrence -> occurrence.article().id())
          .containsExactly("b", "a", "c", "e");
      assertThat(sold.first().quotation().speaker().name()).isEqualTo("Bo Lind");
      assertThat(List.of(sold.quotations(), sold.articles(), sold.knownOutlets()))
          .containsExactly(4L, 4L, 2L);
      assertThat(sold.speakers())
          .extracting(FacetCount::value, FacetCount::quotations)
          .containsExactly(tuple("Ann Holm", 2L), tuple("(unknown)", 1L), tuple("Bo Lind", 1L));
      assertThat(sold.outlets())
          .extracting(FacetCount::value, FacetCount::articles)
          .containsExactly(tuple("Quay", 2L), tuple("(unknown)", 1L), tuple("Echo", 1L));
      assertThat(sold.days())
          .extracting(FacetCount::value, FacetCount::quotations)
          .containsExactly(
              tuple("2024-05-02", 2L), tuple("2024-05-04", 1L), tuple("(unknown)", 1L));
      assertThat(sold.last()).contains(Published.parse("2024-05-04"));
    }
  }

  @Test
  void quotationsAreTogetherIfAnotherIsSimilarToBoth() throws IOException {
    try (Archive archive = newArchive()) {
      add(archive, "a", "", "", "", "one two three four five six");
      add(archive, "b", "", "", "", "two three four five six seven");
      add(archive, "c", "", "", "", "three four five six seven eight");
      archive.commit();

      WordingsRequest request = WordingsRequest.repeated().similarity(0.6);

      // Three of five sequences are common to neighbours, two of six to the first and the last.
      assertThat(archive.statistics().wordings(ALL, request).wordings())
          .extracting(Wordings.Wording::articles)
          .containsExactly(3L);
      assertThat(archive.statistics().wordings(ALL, request.similarity(0.61)).found()).isZero();
      Search ends = Search.of(Query.article("a").or(Query.article("c")));
      assertThat(archive.statistics().wordings(ends, request).found()).isZero();
      assertThat(archive.statistics().wordings(ends, request.similarity(1 / 3.0)).found())
          .isEqualTo(1);
    }
  }

  @Test
  void commonPhraseDoesNotJoinQuotations() throws IOException {
    try (Archive archive = newArchive()) {
      add(archive, "a", "", "", "", "the old mill");
      add(archive, "b", "", "", "", "the old mill burns");
      add(archive, "c", "", "", "", "No!");
      add(archive, "d", "", "", "", "no");
      add(archive, "e", "", "", "", "No way");
      archive.commit();

      Wordings wordings =
          archive
              .statistics()
              .wordings(ALL, WordingsRequest.repeated().minimum(1).similarity(0.01));

      assertThat(wordings.wordings())
          .extracting(wording -> wording.first().article().id(), Wordings.Wording::quotations)
          .containsExactly(tuple("c", 2L), tuple("a", 1L), tuple("b", 1L), tuple("e", 1L));
      HitResultReader reader = new HitResultReader(archive::article, Map.of());
      assertThat(reader.wordings(ResultJson.of(wordings, archive::article))).isEqualTo(wordings);
    }
  }

  @Test
  void wordingOfOneQuotationIsFoundInASelection() throws IOException {
    try (Archive archive = newArchive()) {
      add(archive, "a", "2024-05-03", "", "", "We sold the old mill today");
      add(archive, "b", "2024-05-02", "", "", "We sold the old mill today");
      archive.commit();

      assertThat(archive.statistics().wordings(ALL, WordingsRequest.of("a#0")).wordings())
          .extracting(Wordings.Wording::articles)
          .containsExactly(2L);
      Search distinct = Search.builder(Query.all()).distinct(true).build();
      assertThat(archive.statistics().wordings(distinct, WordingsRequest.of("b#0")).wordings())
          .extracting(Wordings.Wording::articles)
          .containsExactly(1L);
      assertThatThrownBy(() -> archive.statistics().wordings(distinct, WordingsRequest.of("a#0")))
          .isInstanceOf(InvalidSearchException.class)
          .hasMessage("quotation must be one that the search finds, but 'a#0' is not");
    }
  }

  @Test
  void requestThatCannotBeAnsweredIsRefused() {
    WordingsRequest request = WordingsRequest.repeated();
    assertThatThrownBy(() -> request.similarity(0))
        .hasMessage("similarity must be more than 0 and at most 1, but was 0.0");
    assertThatThrownBy(() -> request.similarity(Double.NaN))
        .hasMessage("similarity must be more than 0 and at most 1, but was NaN");
    assertThatThrownBy(() -> request.minimum(0))
        .hasMessage("minimum of articles must be 1 or more, but was 0");
    assertThatThrownBy(() -> request.words(0))
        .hasMessage("minimum of words must be 1 or more, but was 0");
    assertThatThrownBy(() -> request.limit(0))
        .hasMessage("limit of wordings must be 1 or more, but was 0");
    assertThatThrownBy(() -> request.occurrences(0))
        .hasMessage("number of occurrences must be 1 or more, but was 0");
    assertThatThrownBy(() ->
            new Wordings.Wording(
                1, 1, List.of(), List.of(), List.of(), Optional.empty(), List.of()))
        .hasMessage("a wording must have an occurrence, but had none");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4})
  void wordingsAreThoseOfComparingAllQuotations(int seed) throws IOException {
    Random random = new Random(seed);
    RandomArticles articles = new RandomArticles(random);
    NaiveArchive naive = new NaiveArchive();
    NaiveWordings wordings = new NaiveWordings(naive);
    try (Archive archive = newArchive()) {
      RandomStatisticsContract.fill(archive, naive, random, articles);
      RandomSearches searches = new RandomSearches(random, naive.ownFields());
      for (int i = 0; i < SEARCHES; i++) {
        Search search = i % 5 == 0 ? ALL : searches.nextForStatistics();
        WordingsRequest request =
            WordingsRequest.repeated()
                .similarity(articles.some(List.of(0.05, 0.3, 0.5, 0.6, 1.0)))
                .minimum(1 + random.nextInt(3))
                .words(1 + random.nextInt(3))
                .limit(articles.some(List.of(1, 3, 1_000)))
                .occurrences(articles.some(List.of(1, 2, 1_000)));

        assertThat(archive.statistics().wordings(search, request))
            .as("wordings of %s", search)
            .isEqualTo(wordings.wordings(search, request));

        List<NaiveArchive.Row> found = naive.find(search);
        if (!found.isEmpty() && !search.distinct()) {
          WordingsRequest one = WordingsRequest.of(articles.some(found).quotation().id());
          assertThat(archive.statistics().wordings(search, one))
              .as("wording of %s", search)
              .isEqualTo(wordings.wordings(search, one));
        }
      }
    }
  }

  private static void add(
      Archive archive, String id, String published, String outlet, String speaker, String text)
      throws IOException {
    Article.Builder article = Article.builder(id, text);
    if (!published.isEmpty()) {
      article.published(Published.parse(published));
    }
    if (!outlet.isEmpty()) {
      article.outlet(outlet);
    }
    Article built = article.build();
    archive.add(
        built,
        List.of(
            Quotation.builder(built, List.of(new Span(0, text.length())))
                .speaker(
                    speaker.isEmpty() ? Speaker.UNKNOWN : Speaker.of(speaker, SpeakerType.PERSON))
                .build()));
  }
}
