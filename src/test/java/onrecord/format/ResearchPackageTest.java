package onrecord.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import onrecord.format.PackageDescription.Creator;
import onrecord.format.ResearchPackage.Texts;
import onrecord.query.Citation;
import onrecord.query.CitedArchive;
import onrecord.query.Hit;
import onrecord.query.Query;
import onrecord.query.Selection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Packages of quotations with their citation, metadata and checksums. */
class ResearchPackageTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String HOSTILE =
      "\u202e\"}],\\ <b>\ud800\u001b[2J\n\u2028 &amp; 'x' \ud83d\ude00";
  private static final String LICENSE = "https://licenses.example/by/4.0/";
  private static final Creator ADA = new Creator("Holm, Ada", Creator.Kind.PERSON);
  private static final List<Hit> HITS = ExportedHits.all();

  @TempDir private Path temporary;

  @Test
  void everyFileIsListedWithItsChecksum() throws IOException {
    Path folder = written("package", described(), Texts.INCLUDED);

    Map<String, String> listed = new TreeMap<>();
    for (String line : Files.readAllLines(folder.resolve("SHA256SUMS"))) {
      assertThat(line).matches("[0-9a-f]{64}  [A-Za-z0-9.-]+");
      listed.put(line.substring(66), line.substring(0, 64));
    }

    Map<String, String> sums = new TreeMap<>();
    for (String name : names(folder)) {
      sums.put(name, sum(folder.resolve(name)));
    }
    sums.remove("SHA256SUMS");
    assertThat(listed).isEqualTo(sums);
    assertThat(listed.keySet())
        .containsExactly(
            "articles.bib",
            "articles.jsonl",
            "citation.json",
            "citation.txt",
            "datacite.json",
            "quotations.csv",
            "quotations.jsonl",
            "ro-crate-metadata.json");
  }

  @Test
  void sha256sumChecksThePackage() throws Exception {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(":", -1))
            .anyMatch(path -> Files.isExecutable(Path.of(path, "sha256sum"))));
    Path folder = written("package", described(), Texts.LEFT_OUT);

    assertThat(sha256sum(folder)).isZero();
    Files.writeString(folder.resolve("quotations.csv"), "altered");
    assertThat(sha256sum(folder)).isEqualTo(1);
  }

  private static int sha256sum(Path folder) throws Exception {
    return new ProcessBuilder("sha256sum", "--strict", "--quiet", "-c", "SHA256SUMS")
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  @Test
  void quotationsAndCitationAreThoseOfTheirWriters() throws IOException {
    Path folder = written("package", described(), Texts.LEFT_OUT);

    for (Map.Entry<String, HitFormat> file :
        Map.of(
                "quotations.jsonl", HitFormat.JSON_LINES,
                "quotations.csv", HitFormat.CSV,
                "articles.bib", HitFormat.BIBTEX)
            .entrySet()) {
      Path expected = temporary.resolve(file.getKey());
      file.getValue().create(expected, hits(Texts.LEFT_OUT), ExportedHits::article);
      assertThat(folder.resolve(file.getKey())).hasSameBinaryContentAs(expected);
    }
    assertThat(Citation.parse(Files.readString(folder.resolve("citation.txt"))))
        .isEqualTo(citation(HITS.size()));
    assertThat(CitationJson.read(Files.readString(folder.resolve("citation.json"))))
        .isEqualTo(citation(HITS.size()));
    assertThat(folder.resolve("articles.jsonl")).doesNotExist();
  }

  @Test
  void textsOfArticlesAreIncludedOnceIfAskedFor() throws IOException {
    Path folder = written("package", described(), Texts.INCLUDED);

    Map<String, String> texts = new HashMap<>();
    for (String line : Files.readAllLines(folder.resolve("articles.jsonl"))) {
      JsonNode article = JSON.readTree(line);
      assertThat(texts.put(article.get("id").stringValue(), article.get("text").stringValue()))
          .isNull();
    }
    assertThat(texts.keySet())
        .containsExactlyInAnyOrderElementsOf(
            new TreeSet<>(HITS.stream().map(hit -> hit.article().id()).toList()));
    assertThat(texts).containsEntry("bare", ExportedHits.BARE.text());
  }

  @Test
  void articlesAreThoseOfTheirFormat() throws IOException {
    Path folder = written("package", described(), Texts.INCLUDED);
    Path expected = temporary.resolve("expected");

    HitFormat.ARTICLES.create(expected, hits(Texts.INCLUDED), ExportedHits::article);

    assertThat(folder.resolve("articles.jsonl")).hasSameBinaryContentAs(expected);
  }

  @Test
  void quotationsOfAnArticleMustFollowEachOther() {
    Hit first = HITS.getFirst();
    Hit other =
        HITS.stream()
            .filter(hit -> !hit.article().id().equals(first.article().id()))
            .findFirst()
            .orElseThrow();

    assertThatThrownBy(() ->
            new ResearchPackage(described(), citation(3), Texts.INCLUDED)
                .write(
                    temporary.resolve("package"),
                    Stream.of(first, other, first),
                    ExportedHits::article,
                    List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the quotations of the article "
                + first.article().id()
                + " must follow each other if texts are included; sort them by date");
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void contextIsTextOfTheArticle() {
    assertThat(HITS).anyMatch(hit -> hit.context().isPresent());
    assertThatThrownBy(() -> write(temporary.resolve("package"), HITS.stream(), HITS.size()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith(" has context, but texts are left out");
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void crateDescribesEveryFile() throws IOException {
    PackageDescription described =
        new PackageDescription(
            HOSTILE,
            List.of(ADA, new Creator(HOSTILE, Creator.Kind.ORGANIZATION)),
            LICENSE,
            Optional.of("Quay Repository"),
            Optional.of("About ferries."),
            Optional.of(LocalDate.of(2025, 1, 2)),
            Optional.empty());
    Path folder = written("package", described, Texts.INCLUDED);

    JsonNode crate = JSON.readTree(Files.readString(folder.resolve("ro-crate-metadata.json")));
    assertThat(crate.get("@context").get(0).stringValue())
        .isEqualTo("https://w3id.org/ro/crate/1.1/context");
    Map<String, JsonNode> entities = new HashMap<>();
    crate
        .get("@graph")
        .forEach(
            entity -> assertThat(entities.put(entity.get("@id").stringValue(), entity)).isNull());
    assertThat(entities.get("ro-crate-metadata.json"))
        .isEqualTo(
            JSON.readTree(
                """
                {"@id": "ro-crate-metadata.json", "@type": "CreativeWork",
                 "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"}, "about": {"@id": "./"}}
                """));
    JsonNode root = entities.get("./");
    assertThat(root.get("@type").stringValue()).isEqualTo("Dataset");
    assertThat(root.get("name").stringValue()).isEqualTo(HOSTILE);
    assertThat(root.get("description").stringValue()).isEqualTo("About ferries.");
    assertThat(root.get("datePublished").stringValue()).isEqualTo("2025-01-02");
    assertThat(root.get("license")).isEqualTo(JSON.readTree("{\"@id\": \"" + LICENSE + "\"}"));
    assertThat(entities.get("#creator-1").get("@type").stringValue()).isEqualTo("Person");
    assertThat(entities.get("#creator-2").get("@type").stringValue()).isEqualTo("Organization");
    assertThat(entities.get("#creator-2").get("name").stringValue()).isEqualTo(HOSTILE);
    assertThat(entities.get("#onrecord").get("version").stringValue()).isEqualTo("0.2.0");

    TreeSet<String> parts = new TreeSet<>();
    root.get("hasPart").forEach(part -> parts.add(part.get("@id").stringValue()));
    TreeSet<String> names = names(folder);
    names.remove("ro-crate-metadata.json");
    assertThat(parts).isEqualTo(names);
    for (String name : names) {
      JsonNode file = entities.get(name);
      assertThat(file.get("@type").stringValue()).isEqualTo("File");
      assertThat(file.get("encodingFormat").stringValue()).contains("/");
      if (!name.equals("SHA256SUMS")) {
        assertThat(file.get("sha256").stringValue()).isEqualTo(sum(folder.resolve(name)));
        assertThat(file.get("contentSize").stringValue())
            .isEqualTo(String.valueOf(Files.size(folder.resolve(name))));
      }
    }
    requireReferencesToBeKnown(crate.get("@graph"), entities.keySet());
  }

  private static void requireReferencesToBeKnown(JsonNode node, Set<String> known) {
    if (node.isObject() && node.size() == 1 && node.has("@id")) {
      String id = node.get("@id").stringValue();
      assertThat(known.contains(id) || id.equals("https://w3id.org/ro/crate/1.1")).isTrue();
    }
    node.forEach(inner -> requireReferencesToBeKnown(inner, known));
  }

  @Test
  void singleCreatorIsNoListAndALicenseInWordsIsText() throws IOException {
    Path folder =
        written(
            "package",
            new PackageDescription("Ferries", List.of(ADA), "https://x y: ask us"),
            Texts.LEFT_OUT);

    JsonNode root =
        JSON.readTree(Files.readString(folder.resolve("ro-crate-metadata.json")))
            .get("@graph")
            .get(1);
    assertThat(root.get("author")).isEqualTo(JSON.readTree("{\"@id\": \"#creator-1\"}"));
    assertThat(root.get("license").stringValue()).isEqualTo("https://x y: ask us");
    assertThat(root.get("description").stringValue()).isEqualTo(citation(HITS.size()).footnote());
    assertThat(root.has("publisher")).isFalse();
  }

  @Test
  void metadataOfDataCiteHasWhatIsMandatory() throws IOException {
    Path folder = written("package", described(), Texts.LEFT_OUT);

    Citation citation = citation(HITS.size());
    assertThat(JSON.readTree(Files.readString(folder.resolve("datacite.json"))))
        .isEqualTo(
            JSON.readTree(
                """
                {"creators": [
                   {"name": "Holm, Ada", "nameType": "Personal", "givenName": "Ada",
                    "familyName": "Holm"},
                   {"name": "Quay, Institute", "nameType": "Organizational"},
                   {"name": "Plume", "nameType": "Personal"}],
                 "titles": [{"title": "Ferries"}],
                 "publisher": {"name": ":tba"},
                 "publicationYear": "2024",
                 "types": {"resourceTypeGeneral": "Dataset",
                   "resourceType": "Quotations from news articles"},
                 "dates": [{"date": "2024-05-31", "dateType": "Created"},
                   {"date": "2024-05-31", "dateType": "Issued"}],
                 "rightsList": [{"rights": "LICENSE", "rightsUri": "LICENSE"}],
                 "descriptions": [{"description": "", "descriptionType": "Abstract"}],
                 "alternateIdentifiers": [{"alternateIdentifier": "ID",
                   "alternateIdentifierType": "Onrecord citation"}],
                 "schemaVersion": "http://datacite.org/schema/kernel-4"}
                """
                    .replace("LICENSE", LICENSE)
                    .replace("\"ID\"", "\"" + citation.id() + "\"")
                    .replace(
                        "\"description\": \"\"",
                        "\"description\": " + JSON.writeValueAsString(citation.footnote()))));
  }

  @Test
  void equalPackagesHaveEqualBytes() throws IOException {
    Path one = written("one", described(), Texts.INCLUDED);
    Path other = written("other", described(), Texts.INCLUDED);

    for (String name : names(one)) {
      assertThat(other.resolve(name)).hasSameBinaryContentAs(one.resolve(name));
    }
  }

  @Test
  void emptyFolderIsFilledAndAnyOtherIsKept() throws IOException {
    Files.createDirectory(temporary.resolve("empty"));
    assertThat(written("empty", described(), Texts.LEFT_OUT).resolve("SHA256SUMS")).exists();

    assertThatThrownBy(() -> written("empty", described(), Texts.LEFT_OUT))
        .isInstanceOf(FileAlreadyExistsException.class)
        .hasMessageEndingWith("exists and is not empty; a package is written to a new folder");
    Files.writeString(temporary.resolve("file"), "old");
    assertThatThrownBy(() -> written("file", described(), Texts.LEFT_OUT))
        .isInstanceOf(FileAlreadyExistsException.class)
        .hasMessageEndingWith("exists and is no folder; a package is written to a new one");
    assertThat(temporary.resolve("file")).hasContent("old");
    Files.createDirectory(temporary.resolve("new.tmp"));
    assertThatThrownBy(() -> written("new", described(), Texts.LEFT_OUT))
        .isInstanceOf(FileAlreadyExistsException.class)
        .hasMessageContaining("another package is being written there, or was interrupted");
    assertThatThrownBy(() -> write(Path.of("/"), Stream.of(), 0))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThatThrownBy(() -> write(Path.of(""), Stream.of(), 0))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(names(temporary)).containsExactly("empty", "file", "new.tmp");
  }

  @Test
  void nothingIsLeftOfAPackageThatFails() {
    Path folder = temporary.resolve("package");

    assertThatThrownBy(() -> write(folder, hits(Texts.LEFT_OUT), HITS.size() + 1L))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "the citation counts "
                + (HITS.size() + 1)
                + " quotations, but there were "
                + HITS.size()
                + "; cite and search an archive that is open for reading only");
    assertThatThrownBy(() ->
            new ResearchPackage(described(), citation(HITS.size()), Texts.INCLUDED)
                .write(folder, HITS.stream(), id -> Optional.empty(), List.of()))
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith("no longer exists");
    Stream<Hit> broken =
        HITS.stream()
            .peek(hit -> {
              throw new UncheckedIOException(new IOException("broken"));
            });
    assertThatThrownBy(() -> write(folder, broken, HITS.size()))
        .isInstanceOf(IOException.class)
        .hasMessage("broken");

    assertThat(temporary).isEmptyDirectory();
  }

  @ParameterizedTest
  @CsvSource({
    "' ', Ada, CC0, 2024-01-01, the title of a package must not be blank",
    "Ferries, ' ', CC0, 2024-01-01, the name of a creator of a package must not be blank",
    "Ferries, Ada, '', 2024-01-01, the license of a package must not be blank",
    "Ferries, Ada, CC0, 0999-01-01, "
        + "'the year in which a package is issued must have four digits, but was 999'"
  })
  void whatIsMandatoryIsRequired(
      String title, String creator, String license, LocalDate issued, String message) {
    assertThatThrownBy(() ->
            new PackageDescription(
                title,
                List.of(new Creator(creator, Creator.Kind.PERSON)),
                license,
                Optional.empty(),
                Optional.empty(),
                Optional.of(issued),
                Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void creatorAndCitedArchiveAreRequired() {
    assertThatThrownBy(() -> new PackageDescription("Ferries", List.of(), "CC0"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a package must have a creator");
    Citation old =
        new Citation(
            Selection.of(Query.all()),
            0,
            0,
            "0".repeat(64),
            "0".repeat(64),
            "0".repeat(32),
            2,
            "1",
            Optional.empty());
    assertThatThrownBy(() -> new ResearchPackage(described(), old, Texts.LEFT_OUT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the citation of a package must state the archive");
  }

  private static PackageDescription described() {
    return new PackageDescription(
        "Ferries",
        List.of(
            ADA,
            new Creator("Quay, Institute", Creator.Kind.ORGANIZATION),
            new Creator("Plume", Creator.Kind.PERSON)),
        LICENSE);
  }

  static Citation citation(long quotations) {
    return new Citation(
        Selection.of(Query.words("ferry")),
        quotations,
        2,
        "a".repeat(64),
        "b".repeat(64),
        "c".repeat(32),
        5,
        "8",
        Optional.of(
            new CitedArchive(
                LocalDate.of(2024, 5, 31),
                "0.2.0",
                "quay",
                Optional.empty(),
                3,
                9,
                new TreeMap<>(Map.of("8", 3L)))));
  }

  /** The hits by article, without their context if a package is to have no texts. */
  private static Stream<Hit> hits(Texts texts) {
    return HITS.stream()
        .sorted(Comparator.comparing(hit -> hit.article().id()))
        .map(hit ->
            texts == Texts.INCLUDED
                ? hit
                : new Hit(
                    hit.quotation(),
                    hit.article(),
                    hit.score(),
                    hit.highlights(),
                    Optional.empty(),
                    hit.occurrences()));
  }

  private Path written(String name, PackageDescription described, Texts texts) throws IOException {
    Path folder = temporary.resolve(name);
    new ResearchPackage(described, citation(HITS.size()), texts)
        .write(folder, hits(texts), ExportedHits::article, List.of());
    return folder;
  }

  private static void write(Path folder, Stream<Hit> hits, long cited) throws IOException {
    new ResearchPackage(described(), citation(cited), Texts.LEFT_OUT)
        .write(folder, hits, ExportedHits::article, List.of());
  }

  private static TreeSet<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return new TreeSet<>(files.map(file -> file.getFileName().toString()).toList());
    }
  }

  private static String sum(Path file) throws IOException {
    return MoreFiles.asByteSource(file).hash(Hashing.sha256()).toString();
  }
}
