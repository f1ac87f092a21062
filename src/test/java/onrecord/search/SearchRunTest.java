package onrecord.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import onrecord.engine.EngineSettings;
import onrecord.index.ArchiveWriter;
import onrecord.model.Article;
import onrecord.model.Quotation;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;
import onrecord.query.DateLevel;
import onrecord.query.Facet;
import onrecord.query.FacetRequest;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.SearchResult;
import onrecord.schema.Snapshot;
import org.junit.jupiter.api.Test;

class SearchRunTest {

  private static final String WORDS = "The ferries sail late";

  private static void add(ArchiveWriter writer, int number) throws IOException {
    Article article =
        Article.builder("a" + number, (WORDS + " ").repeat(4))
            .outlet("The Courier " + number % 7)
            .section(number % 3 == 0 ? "Harbour" : "Weather")
            .published(LocalDate.of(2021, 1, 1).plusDays(number))
            .build();
    List<Quotation> quotations =
        IntStream.range(0, 1 + number % 4)
            .map(at -> at * (WORDS.length() + 1))
            .mapToObj(start ->
                Quotation.builder(article, List.of(new Span(start, start + WORDS.length())))
                    .speaker(Speaker.of("Ann Lee " + (number + start) % 5, SpeakerType.PERSON))
                    .build())
            .toList();
    writer.put(article, Optional.empty(), () -> quotations);
  }

  private static SearchResult run(
      Snapshot snapshot, Search search, SearchThreads threads, long large) throws IOException {
    return SearchScope.run(
        snapshot, search, TimeLimit.NONE, scope -> new SearchRun(scope, threads, large).result());
  }

  @Test
  void severalThreadsCountTheSameFacets() throws IOException {
    try (ArchiveWriter writer = ArchiveWriter.inMemory("1", EngineSettings.DEFAULT);
        SearchThreads threads = new SearchThreads(3)) {
      for (int i = 0; i < 90; i++) {
        add(writer, i);
        if (i % 40 == 0) {
          writer.refresh();
        }
      }
      writer.refresh();
      for (Query query :
          List.of(
              Query.words("ferries"),
              Query.phrase("ferries sail"),
              Query.speaker("Ann Lee 3"),
              Query.words("late").and(Query.outlet("The Courier 2")))) {
        Search search =
            Search.builder(query)
                .facet(Facet.SPEAKER)
                .facet(FacetRequest.by(Facet.PUBLISHED, DateLevel.MONTH))
                .facet(Facet.OUTLET)
                .facet(FacetRequest.by(Facet.SAID, DateLevel.YEAR))
                .build();
        Search filtered = Search.builder(search).filter(Facet.OUTLET, "The Courier 2").build();

        for (Search each : List.of(search, filtered)) {
          SearchResult expected =
              writer
                  .snapshots()
                  .use(snapshot -> run(snapshot, each, SearchThreads.NONE, Long.MAX_VALUE));
          SearchResult found = writer.snapshots().use(snapshot -> run(snapshot, each, threads, 0));

          assertThat(found).isEqualTo(expected);
          assertThat(found.total()).isPositive();
          assertThat(found.facets()).hasSize(4);
        }
      }
    }
  }
}
