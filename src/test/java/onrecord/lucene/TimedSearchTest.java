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
import onrecord.engine.EngineSettings;
import onrecord.model.Article;
import onrecord.model.Quotation;
import onrecord.model.QuotationKind;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;
import onrecord.query.DateLevel;
import onrecord.query.DateRange;
import onrecord.query.Facet;
import onrecord.query.FacetRequest;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.SearchLimits;
import onrecord.query.SearchResult;
import onrecord.query.SortOrder;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/**
 * Compares searches without a time limit with those that have one, for which Lucene collects and
 * sorts all hits: in archives of several segments, in which articles were replaced and deleted.
 */
class TimedSearchTest {

  private static final List<String> WORDS =
      List.of(
          "ferry", "ferries", "harbour", "late", "tides", "tide", "lamp", "is", "the", "keeper");

  private static final List<Query> QUERIES =
      List.of(
          Query.wildcard("fer*"),
          Query.wildcard("t*"),
          Query.words("ferry"),
          Query.words("late lamp"),
          Query.phrase("the tide"),
          Query.phrase("the keeper is"),
          Query.near("ferry tides", 4),
          Query.speaker("Ann Lee 3"),
          Query.speakerType(SpeakerType.UNKNOWN),
          Query.published(DateRange.parse("2021")),
          Query.outlet("The Courier 2"),
          Query.confidence(0.5),
          Query.inArticle(Query.words("lamp")),
          Query.words("ferry").not(),
          Query.words("ferry").and(Query.speaker("Ann Lee 3")),
          Query.words("ferry").or(Query.outlet("The Courier 2")));

  @RepeatedTest(2)
  void resultsAreTheSame(RepetitionInfo repetition) throws IOException {
    Random random = new Random(repetition.getCurrentRepetition());
    try (LuceneEngine engine =
        LuceneEngine.inMemory("1", EngineSettings.DEFAULT, System::nanoTime)) {
      for (int round = 0; round < 3; round++) {
        for (int i = 0; i < 50; i++) {
          String id = "a" + (100 + random.nextInt(200));
          if (random.nextInt(5) == 0) {
            engine.delete(id);
          } else {
            add(engine, id, random);
          }
        }
        engine.refresh();
      }
      for (Query query : QUERIES) {
        for (Set<QuotationKind> kinds :
            List.of(EnumSet.allOf(QuotationKind.class), EnumSet.of(QuotationKind.DIRECT))) {
          requireSame(engine, Search.builder(query).kinds(kinds).pageSize(0).build());
          requireSamePages(engine, Search.builder(query).kinds(kinds).pageSize(7).build());
        }
        requireSame(engine, Search.builder(query).filter(Facet.OUTLET, "The Courier 1").build());
        requireSame(engine, Search.builder(query).sort(SortOrder.NEWEST).build());
      }
    }
  }

  private static void add(LuceneEngine engine, String id, Random random) throws IOException {
    StringBuilder text = new StringBuilder();
    List<Span> spans = new ArrayList<>();
    for (int count = random.nextInt(6); count > 0; count--) {
      int start = text.length();
      for (int words = 3 + random.nextInt(20); words > 0; words--) {
        text.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
      }
      spans.add(new Span(start, text.length() - 1));
    }
    Article article =
        Article.builder(id, text + "End.")
            .published(LocalDate.of(2020, 6, 1).plusDays(random.nextInt(800)))
            .outlet("The Courier " + random.nextInt(4))
            .build();
    List<Quotation> quotations =
        spans.stream()
            .map(span ->
                Quotation.builder(article, List.of(span))
                    .speaker(speaker(random.nextInt(6)))
                    .confidence(random.nextInt(5) / 4.0)
                    .kind(random.nextInt(3) == 0 ? QuotationKind.INDIRECT : QuotationKind.DIRECT)
                    .build())
            .toList();
    engine.put(article, Optional.empty(), () -> quotations);
  }

  private static Speaker speaker(int number) {
    return number == 0 ? Speaker.UNKNOWN : Speaker.of("Ann Lee " + number, SpeakerType.PERSON);
  }

  private static void requireSamePages(LuceneEngine engine, Search first) throws IOException {
    Search page = first;
    for (int i = 0; i < 4; i++) {
      Optional<String> next = requireSame(engine, page).cursor();
      if (next.isEmpty()) {
        return;
      }
      page = Search.builder(first).cursor(next.get()).build();
    }
  }

  private static SearchResult requireSame(LuceneEngine engine, Search plain) throws IOException {
    Search faceted =
        Search.builder(plain)
            .facet(Facet.SPEAKER)
            .facet(FacetRequest.top(Facet.OUTLET, 2))
            .facet(FacetRequest.by(Facet.PUBLISHED, DateLevel.MONTH))
            .build();
    SearchLimits limits = SearchLimits.DEFAULT.time(Duration.ofDays(1));
    for (Search search : List.of(faceted, plain)) {
      SearchResult expected = engine.search(Search.builder(search).limits(limits).build());

      assertThat(engine.search(search)).as("%s", search).isEqualTo(expected);
    }
    return engine.search(plain);
  }
}
