package onrecord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.stream.IntStream;
import onrecord.NaiveArchive.Row;
import onrecord.RandomArticles.Entry;
import onrecord.model.Article;
import onrecord.model.Quotation;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;
import onrecord.query.Citation;
import onrecord.query.CitationChanges;
import onrecord.query.CitationCheck;
import onrecord.query.CitedQuotation;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.Selection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Cites random searches on random contents, and checks the citations on contents that are the same,
 * or differ in one thing.
 */
public abstract class RandomCitationContract extends EngineContract {

  private static final Search ALL = Search.builder(Query.all()).kinds(Selection.ALL_KINDS).build();

  static IntStream seeds() {
    return IntStream.range(2000, 2040);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void numbersAreThoseOfTheDocumentationAndTellWhetherTheSameIsFound(int seed) throws IOException {
    Random random = new Random(seed);
    RandomArticles articles = new RandomArticles(random);
    RandomSearches searches = new RandomSearches(random);
    NaiveArchive naive = new NaiveArchive();

    try (Archive archive = newArchive()) {
      RandomStatisticsContract.fill(archive, naive, random, articles);
      for (int i = 0; i < 20; i++) {
        Search search = searches.nextForStatistics();
        NaiveCitation before = NaiveCitation.of(naive, search);

        SortedMap<String, List<String>> then = NaiveCitation.contents(naive, search);
        List<CitedQuotation> cited = new ArrayList<>();

        Citation citation = archive.cite(search, cited::add);
        CitationCheck unchanged = archive.check(citation);
        Entry next = articles.next();
        naive.add(next);
        archive.add(next.article(), next.quotations());
        archive.refresh();
        CitationCheck changed = archive.check(citation);
        CitationChanges changes = archive.check(citation, cited.iterator());

        NaiveCitation after = NaiveCitation.of(naive, search);
        assertThat(numbers(citation)).as("citation of %s", search).isEqualTo(before);
        assertThat(unchanged.matches()).isTrue();
        assertThat(unchanged.differences()).isEmpty();
        assertThat(numbers(changed.now())).as("citation of %s", search).isEqualTo(after);
        assertThat(changed.matches()).as("check of %s", search).isEqualTo(after.equals(before));
        assertThat(parts(changed)).contains(CitationCheck.Part.SNAPSHOT);
        assertThat(cited).as("quotations of %s", search).isEqualTo(quotations(then));
        assertThat(changes.check()).isEqualTo(changed);
        assertChanges(changes, then, NaiveCitation.contents(naive, search));
      }
    }
  }

  private static List<CitedQuotation> quotations(SortedMap<String, List<String>> contents) {
    return contents.entrySet().stream()
        .flatMap(e -> e.getValue().stream().map(content -> new CitedQuotation(e.getKey(), content)))
        .toList();
  }

  private static void assertChanges(
      CitationChanges changes,
      SortedMap<String, List<String>> then,
      SortedMap<String, List<String>> now) {
    assertThat(changes.came())
        .isEqualTo(now.keySet().stream().filter(id -> !then.containsKey(id)).toList());
    assertThat(changes.went())
        .isEqualTo(then.keySet().stream().filter(id -> !now.containsKey(id)).toList());
    assertThat(changes.changed())
        .isEqualTo(
            then.keySet().stream()
                .filter(id -> now.containsKey(id) && !now.get(id).equals(then.get(id)))
                .toList());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void sameArticlesInAnotherOrderAndOtherSegmentsAreTheSame(int seed) throws IOException {
    Random random = new Random(seed);
    List<Entry> entries = entries(random);
    RandomSearches searches = new RandomSearches(random);

    try (Archive archive = archive(entries, random);
        Archive other = archive(shuffled(entries, random), random)) {
      for (int i = 0; i < 20; i++) {
        Search search = i == 0 ? ALL : searches.nextForStatistics();

        CitationCheck check = other.check(archive.cite(search));

        assertThat(check.matches()).as("check of %s", search).isTrue();
        assertThat(parts(check)).containsExactly(CitationCheck.Part.SNAPSHOT);
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void changeOfOnePartOfOneQuotationIsNoticed(int seed) throws IOException {
    Random random = new Random(seed);
    List<Entry> entries = entries(random);
    List<Row> rows =
        entries.stream()
            .flatMap(e -> e.quotations().stream().map(q -> new Row(e.article(), q)))
            .toList();
    if (rows.isEmpty()) {
      return;
    }

    try (Archive archive = archive(entries, random)) {
      Citation citation = archive.cite(ALL);
      for (QuotationPart part : QuotationPart.values()) {
        Row row = rows.get(random.nextInt(rows.size()));
        Entry before = entry(entries, row);
        Entry after = part.changed(before, row.quotation(), random);

        archive.add(after.article(), after.quotations());
        archive.refresh();
        CitationCheck check = archive.check(citation);

        assertThat(check.matches()).as("%s of %s changed", part, row).isFalse();
        assertThat(parts(check))
            .as("%s of %s changed", part, row)
            .contains(CitationCheck.Part.CONTENT)
            .doesNotContain(CitationCheck.Part.QUOTATIONS, CitationCheck.Part.ARTICLES);
        assertThat(parts(check).contains(CitationCheck.Part.CHECKSUM))
            .as("ids after %s of %s changed", part, row)
            .isEqualTo(part == QuotationPart.ID);
        archive.add(before.article(), before.quotations());
        archive.refresh();
        assertThat(archive.check(citation).matches()).isTrue();
      }
    }
  }

  @Test
  void speakersThatChangePlacesAreNoticed() throws IOException {
    Article article = Article.builder("a", "one, two").build();
    Quotation.Builder one = Quotation.builder(article, List.of(new Span(0, 3)));
    Quotation.Builder two = Quotation.builder(article, List.of(new Span(5, 8)));
    Speaker speaker = Speaker.of("Ada Quill", SpeakerType.PERSON);

    try (Archive archive = newArchive()) {
      archive.add(article, List.of(one.speaker(speaker).build(), two.build()));
      archive.commit();
      Citation citation = archive.cite(ALL);
      archive.add(
          article, List.of(one.speaker(Speaker.UNKNOWN).build(), two.speaker(speaker).build()));
      archive.commit();

      CitationCheck check = archive.check(citation);

      assertThat(check.matches()).isFalse();
      assertThat(parts(check))
          .containsExactly(CitationCheck.Part.CONTENT, CitationCheck.Part.SNAPSHOT);
    }
  }

  private static NaiveCitation numbers(Citation citation) {
    return new NaiveCitation(
        citation.quotations(), citation.articles(), citation.checksum(), citation.content());
  }

  private static List<CitationCheck.Part> parts(CitationCheck check) {
    return check.differences().stream().map(CitationCheck.Difference::part).toList();
  }

  /** Articles, each once; some have a quotation with an id that is that of others, too. */
  private static List<Entry> entries(Random random) {
    RandomArticles articles = new RandomArticles(random);
    NaiveArchive naive = new NaiveArchive();
    for (int i = random.nextInt(60); i >= 0; i--) {
      Entry entry = articles.next();
      List<Quotation> quotations = new ArrayList<>(entry.quotations());
      if (!quotations.isEmpty() && random.nextInt(4) == 0) {
        quotations.set(0, QuotationPart.withId(quotations.get(0), "shared"));
      }
      naive.add(new Entry(entry.article(), quotations));
    }
    return naive.entries();
  }

  private static List<Entry> shuffled(List<Entry> entries, Random random) {
    List<Entry> shuffled = new ArrayList<>(entries);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  /** Adds articles, some first without their quotations, in segments of any size. */
  private Archive archive(List<Entry> entries, Random random) throws IOException {
    Archive archive = newArchive();
    int often = 1 + random.nextInt(20);
    for (Entry entry : entries) {
      if (random.nextInt(5) == 0) {
        archive.add(entry.article(), List.of());
      }
      if (random.nextInt(often) == 0) {
        archive.commit();
      }
      archive.add(entry.article(), entry.quotations());
    }
    archive.commit();
    return archive;
  }

  private static Entry entry(List<Entry> entries, Row row) {
    return entries.stream()
        .filter(e -> e.article().equals(row.article()))
        .findFirst()
        .orElseThrow();
  }
}
