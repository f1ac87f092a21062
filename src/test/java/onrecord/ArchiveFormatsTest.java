package onrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.collect.Iterables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import onrecord.engine.UpgradeReport;
import onrecord.engine.Verification;
import onrecord.extract.Extractor;
import onrecord.model.Article;
import onrecord.query.Citation;
import onrecord.query.Facet;
import onrecord.query.FacetCount;
import onrecord.query.FacetRequest;
import onrecord.query.Hint;
import onrecord.query.InvalidSearchException;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.SearchResult;
import onrecord.query.Selection;
import onrecord.schema.FieldsSince;
import onrecord.source.ArticleRecord;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Archives that earlier versions wrote, which are kept with the fixtures, and the way on. */
class ArchiveFormatsTest {

  private static final Path KEPT = Path.of("index-fixtures", "archives");
  private static final Search ALL =
      Search.builder(Query.all())
          .kinds(Selection.ALL_KINDS)
          .pageSize(1000)
          .highlight(true)
          .facet(FacetRequest.top(Facet.SPEAKER, 10))
          .build();

  @TempDir Path folder;

  static Stream<Path> keptArchives() throws IOException {
    return Folders.files(KEPT).stream();
  }

  @Test
  void everyFormatIsKept() throws IOException {
    int present;
    try (Archive archive = Archive.inMemory()) {
      present = archive.info().format();
    }

    assertThat(keptArchives().map(Path::getFileName).map(Path::toString))
        .containsExactlyInAnyOrderElementsOf(
            Stream.iterate(1, n -> n + 1).limit(present).map(n -> "format-" + n).toList());
  }

  @ParameterizedTest
  @MethodSource("keptArchives")
  void archiveOfAnEarlierVersionIsReadAndSound(Path kept) throws IOException {
    try (Archive archive = Archive.openReadOnly(kept)) {
      SearchResult result = archive.search(ALL);

      assertThat("format-" + archive.info().format()).isEqualTo(kept.getFileName().toString());
      assertThat(archive.info().articles()).isEqualTo(4);
      assertThat(result.hits())
          .extracting(hit -> hit.quotation().speaker().name())
          .containsOnly("Jonas Ebbe", "Tilda Marrow", "Osk Verhane")
          .contains("Osk Verhane");
      assertThat(archive.search(Search.builder(Query.words("strike again")).build()).total())
          .isEqualTo(1);
      assertThat(archive.verify())
          .isEqualTo(new Verification(4, result.total(), List.of(), Optional.empty()));
    }
  }

  @ParameterizedTest
  @MethodSource("keptArchives")
  void rulesAreFoundInEveryFormat(Path kept) throws IOException {
    try (Archive archive = Archive.openReadOnly(kept)) {
      Map<String, Long> counts = rules(archive);
      assertThat(counts).hasSizeGreaterThan(1);
      for (Map.Entry<String, Long> count : counts.entrySet()) {
        Search.Builder all = Search.builder(Query.all()).kinds(Selection.ALL_KINDS);
        String name = count.getKey().toUpperCase(Locale.ROOT);

        assertThat(archive.search(all.filter(Facet.RULE, name).build()).total())
            .isEqualTo(count.getValue());
        assertThat(archive.search(Search.of(Query.rule(name).not())).total())
            .isEqualTo(
                archive.search(Search.of(Query.all())).total()
                    - archive.search(Search.of(Query.rule(name))).total());
      }
    }
  }

  private static Map<String, Long> rules(Archive archive) throws IOException {
    return archive.search(ALL).hits().stream()
        .collect(Collectors.groupingBy(hit -> hit.quotation().rule(), Collectors.counting()));
  }

  @ParameterizedTest
  @MethodSource("keptArchives")
  void rulesAreCountedInTheFormatsThatCan(Path kept) throws IOException {
    try (Archive archive = Archive.openReadOnly(kept)) {
      Search counting =
          Search.builder(Query.all())
              .kinds(Selection.ALL_KINDS)
              .facet(FacetRequest.top(Facet.RULE, 100))
              .build();
      if (archive.info().format() < 5) {
        assertThatThrownBy(() -> archive.search(counting))
            .isInstanceOf(InvalidSearchException.class)
            .hasMessage(
                "the archive has the format "
                    + archive.info().format()
                    + ", but quotations are counted by 'rule' in archives since format 5;"
                    + " 'onrecord upgrade' rebuilds it");
        assertThat(archive.statistics().hints(Search.of(Query.rule("guess"))))
            .containsExactly(new Hint("rule:\"guess\"", List.of()));
      } else {
        assertThat(archive.search(counting).facets().getFirst().counts())
            .extracting(FacetCount::value, FacetCount::quotations)
            .containsExactlyInAnyOrderElementsOf(
                rules(archive).entrySet().stream()
                    .map(count -> tuple(count.getKey(), count.getValue()))
                    .toList());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("keptArchives")
  void upgradeKeepsAllThatAnArchiveHolds(Path kept) throws IOException {
    Folders.copy(kept, folder);
    SearchResult before;
    Citation cited;
    int format;
    boolean sameExtractor;
    try (Archive archive = Archive.openReadOnly(folder)) {
      sameExtractor = archive.info().extractor().equals(Extractor.VERSION);
      before = archive.search(ALL);
      cited = archive.cite(ALL);
      format = archive.info().format();
    }

    List<Double> shares = new ArrayList<>();
    UpgradeReport report =
        Archive.upgrade(folder, (done, whole) -> shares.add((double) done / whole));

    assertThat(report).isEqualTo(new UpgradeReport(format, report.to(), report.articles()));
    assertThat(shares).isSorted();
    assertThat(Iterables.getLast(shares, 1.0)).isEqualTo(1);
    assertThat(shares.isEmpty()).isEqualTo(format == report.to());
    assertThat(report.articles()).isEqualTo(format == report.to() ? 0 : 4);
    try (Archive archive = Archive.open(folder)) {
      assertThat(archive.search(ALL)).isEqualTo(before);
      assertThat(archive.check(cited).matches()).isTrue();
      assertThat(archive.info().format()).isEqualTo(report.to());
      assertThat(archive.verify().problems()).isEmpty();
      Article article = archive.article("clock-tower").orElseThrow();
      assertThat(archive.addAll(Stream.of(ArticleRecord.of("x", 0, article))))
          .as("an upgrade keeps who extracted what")
          .isEqualTo(
              sameExtractor
                  ? new AddReport(0, 0, 1, 0, 0, 0, 0, 0, List.of())
                  : new AddReport(0, 1, 0, 0, 0, 0, 0, 0, List.of()));
    }
    assertThat(Archive.upgrade(folder).articles()).isZero();
  }

  static Stream<Path> olderArchives() throws IOException {
    try (Archive archive = Archive.inMemory()) {
      String current = "format-" + archive.info().format();
      return keptArchives().filter(kept -> !kept.endsWith(current));
    }
  }

  @ParameterizedTest
  @MethodSource("olderArchives")
  void damagedArchiveIsNotUpgradedAndLeftAsItIs(Path kept) throws IOException {
    Random random = new Random(20201122);
    List<Path> files = Folders.files(kept);
    for (int i = 0; i < 60; i++) {
      Path archive = Folders.copy(kept, folder.resolve("flip-" + i));
      Path file = archive.resolve(files.get(i % files.size()).getFileName());
      Folders.flip(file, random.nextInt((int) Files.size(file)));
      byte[] damaged = Files.readAllBytes(file);

      assertThatThrownBy(() -> Archive.upgrade(archive))
          .as("%s in copy %d", file.getFileName(), i)
          .isInstanceOf(IOException.class);

      assertThat(Folders.files(archive).stream().map(Path::getFileName))
          .containsAll(files.stream().map(Path::getFileName).toList());
      assertThat(file).hasBinaryContent(damaged);
    }
  }

  /** Applications may upgrade whenever they start, and their archive may be large. */
  @Test
  void upgradeOfTheCurrentFormatReadsNoArticleAndChangesNoFile() throws IOException {
    String current = "format-" + Archive.upgrade(newArchive()).to();
    Path archive = Folders.copy(KEPT.resolve(current), folder.resolve("copy"));
    Map<Path, String> before = contents(archive);
    for (Path file : Folders.files(archive)) {
      if (file.toString().endsWith(".cfs")) {
        // In the middle are parts that opening reads whole.
        Folders.flip(file, (int) Files.size(file) * 2 / 5);
        before.put(file.getFileName(), contents(archive).get(file.getFileName()));
      }
    }

    assertThat(Archive.upgrade(archive).articles()).isZero();

    assertThat(contents(archive)).isEqualTo(before);
    assertThat(Archive.verify(archive).problems()).as("what checks an archive").isNotEmpty();
  }

  private static Map<Path, String> contents(Path archive) throws IOException {
    Map<Path, String> contents = new TreeMap<>();
    for (Path file : Folders.files(archive)) {
      contents.put(file.getFileName(), HexFormat.of().formatHex(Files.readAllBytes(file)));
    }
    return contents;
  }

  @Test
  void olderFormatIsNotWrittenToAndLeftAsItIs() throws IOException {
    Folders.copy(KEPT.resolve("format-1"), folder);
    List<Path> before = Folders.files(folder);

    assertThatThrownBy(() -> Archive.open(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(folder + " has the format 1")
        .hasMessageContaining("onrecord upgrade");
    assertThat(Folders.files(folder)).isEqualTo(before);
  }

  @Test
  void variantsThatAnOlderFormatCannotTellInFullAreRefused() throws IOException {
    try (Archive archive = Archive.openReadOnly(KEPT.resolve("format-1"))) {
      String id = archive.search(ALL).hits().getFirst().quotation().id();

      assertThatThrownBy(() -> archive.statistics().variants(id, 0.5, 10))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("the archive has the format 1")
          .hasMessageContaining("onrecord upgrade");
    }
  }

  @Test
  void newerFormatIsRefusedWithTheVersionThatReadsIt() throws IOException {
    try (Directory directory = FSDirectory.open(folder);
        IndexWriter writer =
            new IndexWriter(directory, new IndexWriterConfig(new KeywordAnalyzer()))) {
      writer.setLiveCommitData(
          Map.of(
                  "onrecord.format", "1000",
                  "onrecord.extractor", "70",
                  "onrecord.version", "33.1.0")
              .entrySet());
    }

    for (var opening :
        List.<ThrowableAssert.ThrowingCallable>of(
            () -> Archive.open(folder),
            () -> Archive.openReadOnly(folder),
            () -> Archive.upgrade(folder))) {
      assertThatThrownBy(opening)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("has the format 1000")
          .hasMessageContaining("Onrecord 33.1.0 wrote it and reads it");
    }
    assertThat(Archive.verify(folder).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem).contains("format 1000"));
  }

  @Test
  void archivesTellTheVersionOfTheLibrary() throws IOException {
    Archive.open(folder).close();
    String version =
        Files.readString(Path.of("pom.xml"))
            .replaceAll("(?s).*?<version>(.*?)(-SNAPSHOT)?<.*", "$1");

    try (Directory directory = FSDirectory.open(folder);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      assertThat(reader.getIndexCommit().getUserData())
          .containsEntry("onrecord.version", version)
          .containsEntry("onrecord.extractor", Extractor.VERSION);
    }
  }

  /** Else a search of an older archive for such a field would find nothing and not say why. */
  @Test
  void whatTheFirstFormatLacksIsKnownToTheSchema() throws IOException {
    Set<String> lacking = new TreeSet<>(fields(newArchive()));
    lacking.removeAll(fields(KEPT.resolve("format-1")));

    assertThat(FieldsSince.all())
        .as("fields of Schema.SINCE, without those that have values only sometimes")
        .containsAll(lacking);
  }

  private Path newArchive() throws IOException {
    Path fresh = folder.resolve("new");
    try (Archive archive = Archive.open(fresh);
        Archive old = Archive.openReadOnly(KEPT.resolve("format-1"))) {
      for (String id : List.of("mill-pond", "clock-tower", "silent-fields", "toll-bridge")) {
        archive.add(old.article(id).orElseThrow());
      }
    }
    return fresh;
  }

  private static List<String> fields(Path archive) throws IOException {
    try (Directory directory = FSDirectory.open(archive);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      return FieldInfos.getMergedFieldInfos(reader).iterator().hasNext()
          ? StreamSupport.stream(FieldInfos.getMergedFieldInfos(reader).spliterator(), false)
              .map(FieldInfo::getName)
              .toList()
          : List.of();
    }
  }
}
