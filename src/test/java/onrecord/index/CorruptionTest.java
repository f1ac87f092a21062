package onrecord.index;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import onrecord.Archive;
import onrecord.Folders;
import onrecord.model.Article;
import onrecord.query.Citation;
import onrecord.query.ConcordanceOrder;
import onrecord.query.ConcordanceRequest;
import onrecord.query.Facet;
import onrecord.query.FacetCount;
import onrecord.query.FacetRequest;
import onrecord.query.Hit;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.Selection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Changes single bytes of an archive's files, at random places of each kind of file. {@code
 * -Dflips=N} sets the number of changes in each file.
 */
class CorruptionTest {

  private static final int FLIPS = Integer.getInteger("flips", 20);
  private static final long SEED = Long.getLong("flips.seed", 20201122);
  private static final Search ALL =
      Search.builder(Query.all())
          .kinds(Selection.ALL_KINDS)
          .pageSize(1000)
          .facet(FacetRequest.top(Facet.SPEAKER, 100))
          .facet(FacetRequest.top(Facet.OUTLET, 100))
          .build();
  private static final List<Search> SEARCHES =
      List.of(ALL, Search.builder(Query.phrase("number 3")).highlight(true).build());

  @TempDir Path folder;

  private final Random random = new Random(SEED);
  private int reported;
  private int refusedToOpen;
  private int failedToSearch;
  private int sameResults;
  private int otherResults;

  @Test
  void verifyReportsEveryChangedByte() throws IOException {
    Set<String> kinds = new TreeSet<>();
    int flips = 0;
    for (SampleArchive.Layout layout : SampleArchive.Layout.values()) {
      Path archive = folder.resolve(layout.name());
      SampleArchive.write(archive, layout);
      List<Object> expected = search(archive);
      Citation cited = cite(archive);
      for (Path file : Folders.files(archive)) {
        kinds.add(kind(file));
        for (int i = 0; i < FLIPS; i++) {
          flip(archive, file, expected, cited);
          flips++;
        }
      }
      assertThat(Archive.verify(archive).problems()).as("restored").isEmpty();
    }

    assertThat(kinds).contains("cfs", "cfe", "si", "liv", "fdt", "fnm", "tim", "doc", "segments");
    assertThat(reported).as("flips that verify reports, seed %d", SEED).isEqualTo(flips);
    System.out.printf(
        "Flips: %d in %d kinds of files %s, reported by verify: %d; opening refused: %d, searching"
            + " failed: %d, same results: %d, other results: %d (seed %d)%n",
        flips,
        kinds.size(),
        kinds,
        reported,
        refusedToOpen,
        failedToSearch,
        sameResults,
        otherResults,
        SEED);
  }

  private static String kind(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith("segments") ? "segments" : name.replaceAll(".*\\.", "");
  }

  private static List<Object> search(Path archive) throws IOException {
    try (Archive open = Archive.openReadOnly(archive)) {
      return search(open);
    }
  }

  /** The results of every way to read an archive. */
  private static List<Object> search(Archive open) throws IOException {
    List<Object> results = new ArrayList<>();
    for (Search search : SEARCHES) {
      results.add(open.search(search));
    }
    results.add(open.info());
    results.add(open.article("a3"));
    results.add(open.suggest("an", ALL, 10));
    results.add(
        open.statistics()
            .concordance(SEARCHES.getLast(), ConcordanceRequest.by(ConcordanceOrder.DATE)));
    try (Stream<Hit> hits = open.stream(ALL);
        Stream<Article> articles = open.articles(ALL);
        Stream<FacetCount> days = open.values(ALL, Facet.PUBLISHED)) {
      results.add(hits.toList());
      results.add(articles.toList());
      results.add(days.toList());
    } catch (UncheckedIOException e) {
      throw requireNonNull(e.getCause());
    }
    return results;
  }

  private static Citation cite(Path archive) throws IOException {
    try (Archive open = Archive.openReadOnly(archive)) {
      return open.cite(ALL);
    }
  }

  private void flip(Path archive, Path file, List<Object> expected, Citation cited)
      throws IOException {
    byte[] sound = Files.readAllBytes(file);
    byte[] flipped = sound.clone();
    int at = random.nextInt(sound.length);
    flipped[at] ^= (byte) (1 + random.nextInt(255));
    Files.write(file, flipped);
    String where = "seed %d, byte %d of %s".formatted(SEED, at, file.getFileName());

    boolean isReported = !Archive.verify(archive).isSound();
    boolean isDifferent = hasOtherResults(archive, expected);

    reported += isReported ? 1 : 0;
    assertThat(isReported || !isDifferent).as(where).isTrue();
    assertThat(isCitedDifferently(archive, cited)).as(where).isFalse();
    Files.write(file, sound);
  }

  private boolean hasOtherResults(Path archive, List<Object> expected) {
    try (Archive open = Archive.openReadOnly(archive)) {
      try {
        boolean same = search(open).equals(expected);
        sameResults += same ? 1 : 0;
        otherResults += same ? 0 : 1;
        return !same;
      } catch (IOException | AssertionError e) {
        failedToSearch++;
      }
    } catch (IOException | AssertionError e) {
      // Where Lucene asserts, it would continue without assertions, and might fail later.
      refusedToOpen++;
    }
    return false;
  }

  private static boolean isCitedDifferently(Path archive, Citation cited) {
    try {
      return !cite(archive).equals(cited);
    } catch (IOException | AssertionError e) {
      return false;
    }
  }
}
