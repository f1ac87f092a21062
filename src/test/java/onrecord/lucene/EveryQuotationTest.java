package onrecord.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import onrecord.engine.EngineSettings;
import onrecord.model.Article;
import onrecord.model.PartialDate;
import onrecord.model.Quotation;
import onrecord.model.QuotationKind;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;
import onrecord.query.CountedBy;
import onrecord.query.DateLevel;
import onrecord.query.Facet;
import onrecord.query.FacetCounts;
import onrecord.query.FacetRequest;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.SearchLimits;
import onrecord.query.SearchResult;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/**
 * Searches for every quotation of archives in which articles have no quotations or were deleted,
 * and compares the answers with the articles that were added.
 */
class EveryQuotationTest {

  private static final String WORDS = "The ferry is late today";

  @RepeatedTest(8)
  void answersAreThoseOfTheArticlesThatWereAdded(RepetitionInfo repetition) throws IOException {
    Random random = new Random(repetition.getCurrentRepetition());
    TreeMap<String, List<Quotation>> present = new TreeMap<>();
    try (LuceneEngine engine =
        LuceneEngine.inMemory("1", EngineSettings.DEFAULT, System::nanoTime)) {
      for (int round = 0; round < 4; round++) {
        change(engine, present, random, repetition.getCurrentRepetition());
        engine.refresh();
        for (Set<QuotationKind> kinds :
            List.of(EnumSet.allOf(QuotationKind.class), EnumSet.of(QuotationKind.DIRECT))) {
          for (int size : new int[] {0, 1, 5, 40}) {
            requireSame(engine, present, kinds, size);
          }
        }
      }
    }
  }

  /** Adds and deletes articles; in some repetitions, most of those with the first ids are empty. */
  private static void change(
      LuceneEngine engine, TreeMap<String, List<Quotation>> present, Random random, int repetition)
      throws IOException {
    for (int i = 0; i < 30; i++) {
      String id = "a" + (100 + random.nextInt(300));
      if (repetition % 2 == 0 && random.nextInt(4) == 0) {
        engine.delete(id);
        present.remove(id);
        continue;
      }
      boolean isEmpty = repetition % 4 > 1 && id.compareTo("a300") < 0 && random.nextInt(9) > 0;
      int count = isEmpty ? 0 : random.nextInt(5);
      Article.Builder built = Article.builder(id, (WORDS + " ").repeat(5));
      if (random.nextInt(4) > 0) {
        built.published(LocalDate.of(2020, 1, 1).plusDays(random.nextInt(800)));
        built.outlet("The Courier " + random.nextInt(9));
      }
      Article article = built.build();
      List<Quotation> quotations = new ArrayList<>();
      for (int at = 0; at < count; at++) {
        int start = at * (WORDS.length() + 1);
        quotations.add(
            Quotation.builder(article, List.of(new Span(start, start + WORDS.length())))
                .speaker(Speaker.of("Ann Lee " + random.nextInt(9), SpeakerType.PERSON))
                .kind(random.nextInt(6) == 0 ? QuotationKind.MIXED : QuotationKind.DIRECT)
                .build());
      }
      engine.put(article, Optional.empty(), () -> quotations);
      present.put(id, quotations);
    }
  }

  private static void requireSame(
      LuceneEngine engine,
      TreeMap<String, List<Quotation>> present,
      Set<QuotationKind> kinds,
      int size)
      throws IOException {
    List<String> expected = new ArrayList<>();
    int articles = 0;
    for (List<Quotation> quotations : present.values()) {
      List<String> found =
          quotations.stream()
              .filter(quotation -> kinds.contains(quotation.kind()))
              .map(Quotation::id)
              .toList();
      expected.addAll(found);
      articles += found.isEmpty() ? 0 : 1;
    }
    Search search = Search.builder(Query.all()).kinds(kinds).pageSize(size).build();
    SearchResult plain = engine.search(search);
    SearchResult counted =
        engine.search(Search.builder(search).facet(Facet.KIND).facet(Facet.SPEAKER).build());
    requireSameFacets(engine, search);

    for (SearchResult result : List.of(plain, counted)) {
      assertThat(result.total()).isEqualTo(expected.size());
      assertThat(result.articles()).isEqualTo(articles);
      assertThat(result.hits())
          .extracting(hit -> hit.quotation().id())
          .containsExactlyElementsOf(expected.stream().limit(size).toList());
    }
    assertThat(counted.facets())
        .allSatisfy(facet -> {
          assertThat(facet.quotations()).isEqualTo(expected.size());
          assertThat(facet.counts().stream().mapToLong(count -> count.quotations()).sum())
              .isEqualTo(expected.size());
        });
  }

  /** Compares counts that are kept with those of a search with a time limit, which are not. */
  private static void requireSameFacets(LuceneEngine engine, Search every) throws IOException {
    Search.Builder search = Search.builder(every);
    List.of(Facet.KIND, Facet.SPEAKER, Facet.OUTLET).forEach(search::facet);
    search.facet(FacetRequest.top(Facet.SPEAKER, 3).orderedBy(CountedBy.ARTICLES));
    search.facet(FacetRequest.top(Facet.OUTLET, 50).startingWith("the courier"));
    for (DateLevel level : DateLevel.values()) {
      search.facet(FacetRequest.by(Facet.PUBLISHED, level));
    }
    search.facet(
        new FacetRequest.Dates(
            Facet.PUBLISHED, DateLevel.DAY, Optional.of(PartialDate.parse("2021-02"))));
    search.facet(FacetRequest.by(Facet.SAID, DateLevel.YEAR));
    Search limited = search.limits(SearchLimits.DEFAULT.time(Duration.ofDays(1))).build();
    Search unlimited = Search.builder(limited).limits(SearchLimits.DEFAULT).build();

    List<FacetCounts> expected = engine.search(limited).facets();
    for (int i = 0; i < 3; i++) {
      assertThat(engine.search(unlimited).facets()).isEqualTo(expected);
    }
  }
}
