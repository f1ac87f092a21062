package onrecord.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import onrecord.engine.EngineSettings;
import onrecord.model.Article;
import onrecord.model.Quotation;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;
import onrecord.query.Facet;
import onrecord.query.Query;
import onrecord.query.Search;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Limits what a fixed archive takes and what a search allocates, neither of which needs a clock.
 */
class IndexCostTest {

  private static final int ARTICLES = 300;
  private static final int QUOTATIONS = 8;
  private static final List<String> WORDS =
      List.of("ferries", "harbour", "sailed", "the", "keeper", "closing", "lamps", "tide", "early");

  @TempDir Path folder;
  private LuceneEngine engine;

  @BeforeEach
  void addArticles() throws IOException {
    engine = LuceneEngine.open(folder, "1", EngineSettings.DEFAULT);
    for (int i = 0; i < ARTICLES; i++) {
      add(i);
    }
    engine.commit();
  }

  @AfterEach
  void close() throws IOException {
    engine.close();
  }

  private void add(int number) throws IOException {
    StringBuilder text = new StringBuilder();
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i < QUOTATIONS; i++) {
      int start = text.length() + 1;
      text.append('\u201c').append(words(number + i, 20));
      spans.add(new Span(start, text.length()));
      text.append(",\u201d said Ann Lee ").append(words(number * i, 5)).append(". ");
    }
    Article article =
        Article.builder("a" + number, text.toString())
            .title(words(number, 8))
            .outlet("The Courier " + number % 9)
            .build();
    List<Quotation> quotations =
        spans.stream()
            .map(span ->
                Quotation.builder(article, List.of(span))
                    .speaker(Speaker.of("Ann Lee " + number % 70, SpeakerType.PERSON))
                    .build())
            .toList();
    engine.put(article, Optional.empty(), () -> quotations);
  }

  private static String words(int seed, int count) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < count; i++) {
      words.append(i == 0 ? "" : " ").append(WORDS.get((seed + i * i) % WORDS.size()));
      words.append((seed * 31 + i) % 5 == 0 ? Integer.toString(seed % 50) : "");
    }
    return words.toString();
  }

  @Test
  void bytesOfAQuotationAreLimited() throws IOException {
    long bytes = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        bytes += Files.size(file);
      }
    }

    assertThat(bytes / (ARTICLES * QUOTATIONS)).isLessThan(240);
  }

  @Test
  void fieldsAndTermsOfADocumentAreLimited() throws IOException {
    long terms = 0;
    int fields = 0;
    try (Directory directory = FSDirectory.open(folder);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      for (FieldInfo field : FieldInfos.getMergedFieldInfos(reader)) {
        fields++;
        for (LeafReaderContext leaf : reader.leaves()) {
          Terms all = leaf.reader().terms(field.name);
          terms += all == null ? 0 : all.getSumTotalTermFreq();
        }
      }
      assertThat(fields).isLessThan(40);
      assertThat(terms / reader.numDocs()).isLessThan(85);
    }
  }

  @Test
  void searchWithoutFacetsAllocatesNoMoreForManyHitsThanForFew() throws IOException {
    Search all = Search.of(Query.all());
    Search few = Search.of(Query.article("a7"));
    assertThat(engine.search(all).total()).isEqualTo(ARTICLES * QUOTATIONS);
    assertThat(engine.search(few).total()).isEqualTo(QUOTATIONS);

    assertThat(allocated(all)).isLessThan(allocated(few));
  }

  @Test
  void facetsOfEveryQuotationTakeABitOfEach() throws IOException {
    Search people =
        Search.builder(Query.all())
            .filter(Facet.SPEAKER_TYPE, "PERSON")
            .facet(Facet.SPEAKER)
            .facet(Facet.OUTLET)
            .pageSize(0)
            .build();
    assertThat(engine.search(people).total()).isEqualTo(ARTICLES * QUOTATIONS);

    assertThat(allocated(people)).isLessThan(40 * ARTICLES * QUOTATIONS);
  }

  @Test
  void facetsOfEveryQuotationAreCountedOnce() throws IOException {
    Search all =
        Search.builder(Query.all()).facet(Facet.SPEAKER).facet(Facet.OUTLET).pageSize(0).build();
    assertThat(engine.search(all).facets()).hasSize(2);

    assertThat(allocated(all)).isLessThan(12 * ARTICLES * QUOTATIONS);
  }

  @Test
  void allocationsOfASearchAreLimited() throws IOException {
    Search search =
        Search.builder(Query.words("ferries")).facet(Facet.SPEAKER).facet(Facet.OUTLET).build();

    assertThat(allocated(search)).isLessThan(310_000);
  }

  @Test
  void allocationsOfAPageOfHitsOfAWordAreLimited() throws IOException {
    Search first = Search.builder(Query.words("ferries")).highlight(false).build();
    Search later =
        Search.builder(first).cursor(engine.search(first).cursor().orElseThrow()).build();

    assertThat(allocated(first)).isLessThan(125_000);
    assertThat(allocated(later)).isLessThan(125_000);
  }

  /** {@return the least bytes that a repeated search allocates} */
  private long allocated(Search search) throws IOException {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 10; i++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      engine.search(search);
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }
}
