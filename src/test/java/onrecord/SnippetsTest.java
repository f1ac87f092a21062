package onrecord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import onrecord.extract.Extractor;
import onrecord.extract.SpeakerAuthority;
import onrecord.format.HitFormat;
import onrecord.format.HitWriter;
import onrecord.model.Annotation;
import onrecord.model.Article;
import onrecord.model.FieldValue;
import onrecord.model.Fields;
import onrecord.model.Published;
import onrecord.model.Quotation;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;
import onrecord.query.Facet;
import onrecord.query.FacetCount;
import onrecord.query.Hit;
import onrecord.query.NewSince;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.SearchResult;
import onrecord.query.Selection;
import onrecord.query.SortOrder;
import onrecord.query.TimeStep;
import onrecord.query.Timeline;
import onrecord.query.TimelineRequest;
import onrecord.query.Watermark;
import onrecord.query.Wordings;
import onrecord.query.WordingsRequest;
import onrecord.source.KnownSpeakerReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the examples of the documentation of archives. */
class SnippetsTest {

  private static final Article ARTICLE =
      Article.builder("north-7", "“The budget of the bridge is spent,” said Ada Holm.")
          .published(Published.parse("2024-03-01"))
          .build();

  @TempDir Path folder;

  @Test
  void archiveIsFilledAndSearched() throws IOException {
    Article article = ARTICLE;
    SearchResult found;
    // @start region="archive"
    try (Archive archive = Archive.open(folder)) {
      archive.add(article);
      archive.commit();
      SearchResult result =
          archive.search(Search.builder(Query.words("budget")).facet(Facet.SPEAKER).build());
      // @end
      found = result;
    }
    assertThat(found.facet(Facet.SPEAKER).counts())
        .containsExactly(new FacetCount("Ada Holm", 1, 1));
  }

  @Test
  void optionsAreGiven() throws IOException {
    // @start region="options"
    ArchiveOptions options = ArchiveOptions.builder().commitEvery(10_000).build();
    Archive archive = Archive.open(folder, options);
    // @end
    try (archive) {
      assertThat(archive.info().articles()).isZero();
    }
  }

  @Test
  void newQuotationsAreFoundOnce() throws IOException {
    Search search = Search.of(Query.words("budget"));
    List<String> printed = new ArrayList<>();
    Optional<Watermark> kept = Optional.empty();
    try (Archive archive = Archive.open(folder)) {
      archive.add(ARTICLE);
      archive.commit();
      for (int i = 0; i < 2; i++) {
        // @start region="new"
        NewSince fresh = archive.newSince(search, kept); // empty for the first time
        try (Stream<Hit> hits = archive.stream(fresh.search())) {
          hits.forEach(hit -> printed.add(hit.quotation().text()));
        }
        kept = Optional.of(fresh.watermark()); // keep its text form in a file, say
        // @end
      }
    }
    assertThat(printed).containsExactly("The budget of the bridge is spent,");
  }

  @Test
  void articleIsMatchedWithoutAnArchive() throws IOException {
    Article article = ARTICLE;
    List<Query> saved = List.of(Query.words("budget"), Query.words("ferry"));
    List<Query> matching = new ArrayList<>();
    // @start region="matcher"
    try (ArticleMatcher matcher = ArticleMatcher.of(article, new Extractor())) {
      for (Query query : saved) {
        if (matcher.matches(query)) {
          matching.add(query);
        }
      }
    }
    // @end
    assertThat(matching).containsExactly(Query.words("budget"));
  }

  @Test
  void authorityIdentifiesSpeakers() throws IOException {
    Path people = Files.writeString(folder.resolve("people.csv"), "name,id\nAda Holm,Q7\n");
    // @start region="authority"
    SpeakerAuthority authority = SpeakerAuthority.of(KnownSpeakerReader.read(people));
    Extractor extractor = Extractor.builder().authority(authority).build();
    ArchiveOptions options = ArchiveOptions.builder().extractor(extractor).build();
    // @end
    try (Archive archive = Archive.inMemory(options)) {
      archive.add(ARTICLE);
      archive.commit();
      assertThat(archive.search(Search.of(Query.named(Facet.SPEAKER_ID, "Q7"))).total())
          .isEqualTo(1);
    }
  }

  @Test
  void fieldsAreAdded() throws IOException {
    // @start region="fields"
    Fields fields =
        Fields.builder()
            .name("country", "Ireland")
            .number("reach", 12_000)
            .add("filed", FieldValue.day(LocalDate.of(2024, 5, 2)))
            .build();
    Article article = Article.builder("a1", "\"It opens,\" said Ada Holm.").fields(fields).build();
    // @end
    try (Archive archive = Archive.inMemory()) {
      archive.add(article);
      archive.commit();
      assertThat(archive.search(Search.of(Query.parse("article.reach>10000"))).total())
          .isEqualTo(1);
    }
  }

  @Test
  void quotationsAreAnnotated() throws IOException {
    try (Archive archive = Archive.inMemory()) {
      archive.add(ARTICLE);
      archive.commit();
      String id = "north-7#1";
      // @start region="annotations"
      LocalDate day = LocalDate.of(2024, 5, 6);
      Speaker clerk = Speaker.of("Cleo Marsh", SpeakerType.PERSON);
      archive.annotate(
          List.of(
              Annotation.label(id, "stance", FieldValue.name("against"), "ann", day),
              Annotation.correction(id, clerk, "ann", day)));
      archive.commit();
      // @end
      assertThat(
              archive
                  .search(Search.of(Query.parse("quotation.stance:against speaker:marsh")))
                  .total())
          .isEqualTo(1);
    }
  }

  @Test
  void pagesAreRead() throws IOException {
    List<String> found = new ArrayList<>();
    try (Archive archive = Archive.inMemory()) {
      archive.add(ARTICLE);
      archive.commit();
      // @start region="pages"
      Search search = Search.builder(Query.words("budget")).pageSize(100).build();
      Optional<SearchResult> page = Optional.of(archive.search(search));
      while (page.isPresent()) {
        page.get().hits().forEach(hit -> found.add(hit.quotation().text()));
        page = archive.nextPage(search, page.get());
      }
      // @end
    }
    assertThat(found).containsExactly("The budget of the bridge is spent,");
  }

  @Test
  void matchesAreMarked() throws IOException {
    try (Archive archive = Archive.inMemory()) {
      archive.add(ARTICLE);
      archive.commit();
      // @start region="marked"
      SearchResult result = archive.search(Search.of(Query.words("budget")));
      String html = result.hits().getFirst().markedQuotation().html();
      // @end
      assertThat(html).isEqualTo("The <mark>budget</mark> of the bridge is spent,");
    }
  }

  @Test
  void wordingsAreFound() throws IOException {
    try (Archive archive = Archive.inMemory()) {
      archive.add(ARTICLE);
      archive.commit();
      // @start region="wordings"
      Search search = Search.of(Query.words("bridge"));
      Wordings repeated = archive.statistics().wordings(search, WordingsRequest.repeated());
      List<Quotation> firsts =
          repeated.wordings().stream().map(wording -> wording.first().quotation()).toList();
      // @end
      assertThat(repeated.total()).isEqualTo(1);
      assertThat(firsts).isEmpty();
    }
  }

  @Test
  void everyArticleIsExported() throws IOException {
    StringBuilder out = new StringBuilder();
    try (Archive archive = Archive.inMemory()) {
      archive.add(ARTICLE);
      archive.add(Article.builder("quiet", "It rains.").build());
      archive.commit();
      // @start region="whole"
      Search all =
          Search.builder(Query.all()).kinds(Selection.ALL_KINDS).sort(SortOrder.OLDEST).build();
      try (Stream<Hit> hits = archive.stream(all);
          HitWriter writer = HitFormat.ARTICLES.writer(out, archive::article)) {
        writer.writeAll(hits);
        archive.articlesWithout(
            all,
            article -> {
              try {
                writer.write(article);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
      }
      // @end
      assertThat(out.toString().lines()).hasSize(2);
    }
  }

  @Test
  void timelineIsSplitBySpeaker() throws IOException {
    try (Archive archive = Archive.inMemory()) {
      archive.add(ARTICLE);
      archive.commit();
      // @start region="timeline"
      Search search = Search.of(Query.words("bridge"));
      TimelineRequest request = TimelineRequest.of(TimeStep.MONTH).splitBy(Facet.SPEAKER, 2);
      Timeline months = archive.statistics().timeline(search, request);
      // @end
      assertThat(months.parts()).hasSize(1);
      assertThat(months.series()).hasSize(1);
    }
  }
}
