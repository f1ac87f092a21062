package onrecord.format;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import onrecord.format.PackageDescription.Creator;
import onrecord.query.Citation;
import onrecord.query.CitedArchive;

/**
 * Writes the metadata of a package: RO-Crate 1.1, and the JSON of version 4.5 of the DataCite
 * Metadata Schema. Immutable.
 */
final class PackageMetadata {

  static final String CRATE = "ro-crate-metadata.json";
  static final String SUMS = "SHA256SUMS";

  private static final String SPECIFICATION = "https://w3id.org/ro/crate/1.1";
  private static final String ROOT = "./";
  private static final String SOFTWARE = "#onrecord";
  private static final String CREATION = "#creation";
  private static final String PUBLISHER = "#publisher";
  private static final String ID = "@id";
  private static final String NAME = "name";
  private static final String DESCRIPTION = "description";

  /** What DataCite writes for a value that is to be assigned or announced later. */
  private static final String TO_BE_ANNOUNCED = ":tba";

  private final PackageDescription described;
  private final Citation citation;
  private final CitedArchive archive;
  private final LocalDate made;

  /**
   * Creates the metadata of a package.
   *
   * @param archive the archive that the citation states
   */
  PackageMetadata(PackageDescription described, Citation citation, CitedArchive archive) {
    this.described = described;
    this.citation = citation;
    this.archive = archive;
    this.made = archive.day();
  }

  private LocalDate issued() {
    return described.issued().orElse(made);
  }

  private String description() {
    return described.description().orElseGet(citation::footnote);
  }

  private boolean isLicenseAddress() {
    String license = described.license().toLowerCase(Locale.ROOT);
    return (license.startsWith("https://") || license.startsWith("http://"))
        && license
            .chars()
            .noneMatch(c -> Character.isWhitespace(c) || "<>\"{}|\\^`".indexOf(c) >= 0);
  }

  /** {@return the metadata of DataCite} */
  String dataCite() {
    return JsonWriter.line(json -> {
      described.doi().ifPresent(doi -> json.property("doi", doi.name()));
      json.objects("creators", described.creators(), creator -> dataCite(json, creator));
      json.objects("titles", List.of(described.title()), title -> json.property("title", title));
      json.object(
          "publisher",
          described.publisher().orElse(TO_BE_ANNOUNCED),
          publisher -> json.property(NAME, publisher));
      json.property("publicationYear", String.valueOf(issued().getYear()));
      json.object(
          "types",
          "Dataset",
          general -> {
            json.property("resourceTypeGeneral", general);
            json.property("resourceType", "Quotations from news articles");
          });
      json.objects(
          "dates",
          List.of("Created", "Issued"),
          type -> {
            json.property("date", (type.equals("Issued") ? issued() : made).toString());
            json.property("dateType", type);
          });
      dataCiteText(json);
      json.property("schemaVersion", "http://datacite.org/schema/kernel-4");
    });
  }

  private void dataCiteText(JsonWriter json) {
    json.objects(
        "rightsList",
        List.of(described.license()),
        license -> {
          json.property("rights", license);
          if (isLicenseAddress()) {
            json.property("rightsUri", license);
          }
        });
    json.objects(
        "descriptions",
        List.of(description()),
        text -> {
          json.property(DESCRIPTION, text);
          json.property("descriptionType", "Abstract");
        });
    json.objects(
        "alternateIdentifiers",
        List.of(citation.id()),
        id -> {
          json.property("alternateIdentifier", id);
          json.property("alternateIdentifierType", "Onrecord citation");
        });
  }

  private static void dataCite(JsonWriter json, Creator creator) {
    json.property(NAME, creator.name());
    switch (creator.kind()) {
      case ORGANIZATION -> json.property("nameType", "Organizational");
      case PERSON -> {
        json.property("nameType", "Personal");
        int comma = creator.name().indexOf(',');
        String family = comma < 0 ? "" : creator.name().substring(0, comma).strip();
        String given = creator.name().substring(comma + 1).strip();
        if (!family.isEmpty() && !given.isEmpty()) {
          json.property("givenName", given);
          json.property("familyName", family);
        }
      }
    }
    if (creator.orcid().isPresent()) {
      json.objects(
          "nameIdentifiers",
          List.of(creator.orcid().get()),
          orcid -> {
            json.property("nameIdentifier", orcid.address());
            json.property("nameIdentifierScheme", "ORCID");
            json.property("schemeUri", "https://orcid.org");
          });
    }
  }

  /**
   * {@return the metadata of the RO-Crate}
   *
   * @param files the files other than the metadata itself and the list of checksums
   */
  String crate(List<PackageFile> files) {
    return JsonWriter.line(json -> {
      json.stringAndObject(
          "@context",
          SPECIFICATION + "/context",
          "http://schema.org/sha256",
          term -> json.property("sha256", term));
      json.objects("@graph", entities(files), entity -> entity.write(json));
    });
  }

  /** One element of the graph. */
  @FunctionalInterface
  private interface Entity {
    void write(JsonWriter json);
  }

  private List<Entity> entities(List<PackageFile> files) {
    List<Entity> entities = new ArrayList<>();
    entities.add(PackageMetadata::descriptor);
    entities.add(json -> root(json, files));
    files.forEach(file -> entities.add(json -> file(json, file)));
    entities.add(PackageMetadata::sums);
    for (int i = 0; i < described.creators().size(); i++) {
      String id = creatorIds().get(i);
      Creator creator = described.creators().get(i);
      entities.add(json -> creator(json, id, creator));
    }
    if (isLicenseAddress()) {
      entities.add(this::license);
    }
    described.publisher().ifPresent(name -> entities.add(json -> publisher(json, name)));
    entities.add(this::software);
    entities.add(json -> creation(json, files));
    return entities;
  }

  private List<String> creatorIds() {
    return IntStream.range(0, described.creators().size())
        .mapToObj(i ->
            described.creators().get(i).orcid().map(Orcid::address).orElse("#creator-" + (i + 1)))
        .toList();
  }

  private static void descriptor(JsonWriter json) {
    identify(json, CRATE, "CreativeWork");
    reference(json, "conformsTo", SPECIFICATION);
    reference(json, "about", ROOT);
  }

  private void root(JsonWriter json, List<PackageFile> files) {
    identify(json, ROOT, "Dataset");
    json.property(NAME, described.title());
    json.property(DESCRIPTION, description());
    json.property("datePublished", issued().toString());
    json.property("dateCreated", made.toString());
    if (isLicenseAddress()) {
      reference(json, "license", described.license());
    } else {
      json.property("license", described.license());
    }
    references(json, "author", creatorIds());
    if (described.publisher().isPresent()) {
      reference(json, "publisher", PUBLISHER);
    }
    described
        .doi()
        .ifPresentOrElse(
            doi -> json.strings("identifier", List.of(doi.address(), citation.id())),
            () -> json.property("identifier", citation.id()));
    references(
        json,
        "hasPart",
        Stream.concat(files.stream().map(PackageFile::name), Stream.of(SUMS)).toList());
    reference(json, "mentions", CREATION);
  }

  private static void file(JsonWriter json, PackageFile file) {
    identify(json, file.name(), "File");
    json.property(NAME, file.name());
    json.property(DESCRIPTION, file.content());
    json.property("encodingFormat", file.mediaType());
    json.property("contentSize", String.valueOf(file.size()));
    json.property("sha256", file.sha256());
  }

  /** Writes what is known of the list of checksums, which contains the checksum of the metadata. */
  private static void sums(JsonWriter json) {
    identify(json, SUMS, "File");
    json.property(NAME, SUMS);
    json.property(
        DESCRIPTION, "The SHA-256 of every other file, which sha256sum -c " + SUMS + " checks.");
    json.property("encodingFormat", "text/plain");
  }

  private static void creator(JsonWriter json, String id, Creator creator) {
    identify(
        json,
        id,
        switch (creator.kind()) {
          case PERSON -> "Person";
          case ORGANIZATION -> "Organization";
        });
    json.property(NAME, creator.name());
  }

  private void license(JsonWriter json) {
    identify(json, described.license(), "CreativeWork");
    json.property(NAME, described.license());
    json.property(DESCRIPTION, "The license of this package.");
  }

  private static void publisher(JsonWriter json, String name) {
    identify(json, PUBLISHER, "Organization");
    json.property(NAME, name);
  }

  private void software(JsonWriter json) {
    identify(json, SOFTWARE, "SoftwareApplication");
    json.property(NAME, "Onrecord");
    json.property("version", archive.version());
  }

  private void creation(JsonWriter json, List<PackageFile> files) {
    identify(json, CREATION, "CreateAction");
    json.property(NAME, "Selection of the quotations");
    json.property(DESCRIPTION, citation.footnote());
    json.property("endTime", made.toString());
    reference(json, "instrument", SOFTWARE);
    references(json, "result", files.stream().map(PackageFile::name).toList());
  }

  private static void identify(JsonWriter json, String id, String type) {
    json.property(ID, id);
    json.property("@type", type);
  }

  private static void reference(JsonWriter json, String name, String id) {
    json.object(name, id, target -> json.property(ID, target));
  }

  /** Writes references; a single one is no list, as RO-Crate recommends. */
  private static void references(JsonWriter json, String name, List<String> ids) {
    if (ids.size() == 1) {
      reference(json, name, ids.get(0));
    } else {
      json.objects(name, ids, id -> json.property(ID, id));
    }
  }
}
