package onrecord.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import onrecord.Archive;
import onrecord.format.Doi;
import onrecord.format.Orcid;
import onrecord.format.PackageDescription;
import onrecord.format.PackageDescription.Creator;
import onrecord.format.ResearchPackage;
import onrecord.model.FieldType;
import onrecord.model.FieldValue;
import onrecord.query.Citation;
import onrecord.query.Hit;
import onrecord.query.Search;
import onrecord.query.SearchLimitException;
import onrecord.query.SortOrder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes what a search finds as a package to be published. */
@Command(
    name = "package",
    description = {
      "Writes what a search finds to a new folder, to be published with a paper: the quotations as"
          + " JSON Lines and CSV, their articles as BibTeX, the citation of the search as text and"
          + " JSON, metadata as RO-Crate 1.1 (ro-crate-metadata.json) and for DataCite"
          + " (datacite.json), and the checksums of all files: in the folder, sha256sum -c"
          + " SHA256SUMS checks them.",
      "The texts of articles are left out unless --texts is given, since others may have rights in"
          + " them. The command check reports whether an archive still agrees with citation.json."
    })
final class PackageCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private final ReadArchiveOption archive = new ReadArchiveOption();
  @Mixin private final QueryOptions query = new QueryOptions();
  @Mixin private final DistinctOption distinct = new DistinctOption();

  @Option(
      names = {"--output", "-o"},
      required = true,
      paramLabel = "FOLDER",
      description = "Folder of the package: a new or an empty one.")
  private Path folder = Path.of("");

  @Option(
      names = "--title",
      required = true,
      preprocessor = TextValue.class,
      converter = TextValue.class,
      paramLabel = "TEXT",
      description = "Title of the package.")
  private String title = "";

  @Option(
      names = "--creator",
      preprocessor = TextValue.class,
      converter = TextValue.class,
      paramLabel = "NAME",
      description =
          "Person who made the package, as in 'Holm, Ada'. May be repeated. A --creator or an"
              + " --organization is required.")
  private List<String> persons = List.of();

  @Option(
      names = "--orcid",
      paramLabel = "NAME=ID",
      description =
          "ORCID iD of a person of --creator, as in 'Holm, Ada=0000-0002-1825-0097'; its check"
              + " digit is verified. May be repeated.")
  private Map<String, String> orcids = Map.of();

  @Option(
      names = "--organization",
      preprocessor = TextValue.class,
      converter = TextValue.class,
      paramLabel = "NAME",
      description = "Organization that made the package. May be repeated.")
  private List<String> organizations = List.of();

  @Option(
      names = "--license",
      required = true,
      preprocessor = TextValue.class,
      converter = TextValue.class,
      paramLabel = "TEXT",
      description =
          "How the package may be used: the address of a license, such as"
              + " https://creativecommons.org/licenses/by/4.0/, or words.")
  private String license = "";

  @Option(
      names = "--publisher",
      preprocessor = TextValue.class,
      converter = TextValue.class,
      paramLabel = "NAME",
      description =
          "Who makes the package available, such as a repository. Default: :tba, by which DataCite"
              + " denotes what is to be announced.")
  private @Nullable String publisher;

  @Option(
      names = "--description",
      preprocessor = TextValue.class,
      converter = TextValue.class,
      paramLabel = "TEXT",
      description = "What the package is about. Default: what cite --footnote prints.")
  private @Nullable String description;

  @Option(
      names = "--issued",
      paramLabel = "DATE",
      description = "Day of publication, such as 2024-05-06. Default: today, in UTC.")
  private @Nullable String issued;

  @Option(
      names = "--doi",
      paramLabel = "DOI",
      description =
          "DOI that is reserved for the package, such as 10.5281/zenodo.1234. Default: not known yet.")
  private @Nullable String doi;

  @Option(
      names = "--texts",
      description =
          "Include the articles with their texts and these quotations, as export --format articles"
              + " writes them.")
  private boolean texts;

  @Option(
      names = "--json",
      description =
          "Print one JSON object: {\"folder\", \"quotations\", \"articles\", \"citation\"}.")
  private boolean json;

  PackageCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    PackageDescription described = UsageException.reading(this::description);
    try {
      Search search =
          UsageException.reading(
              () -> distinct.apply(query.search()).sort(SortOrder.OLDEST).highlight(true).build());
      query.notes().forEach(terminal::complain);
      print(write(described, search));
    } catch (SearchLimitException e) {
      // Not a usage error: the command is valid, but the search exceeds a limit.
      throw new SearchLimitException(e.limit(), e.getMessage() + LimitOptions.option(e.limit()));
    }
    return 0;
  }

  private PackageDescription description() {
    List<Creator> creators =
        Stream.concat(
                persons.stream().map(this::person),
                organizations.stream().map(name -> new Creator(name, Creator.Kind.ORGANIZATION)))
            .toList();
    if (creators.isEmpty()) {
      throw new UsageException("package requires --creator or --organization");
    }
    for (String name : orcids.keySet()) {
      if (!persons.contains(name)) {
        throw new UsageException(
            "--orcid must be of a --creator, which are "
                + String.join("; ", persons)
                + ", but was of '"
                + name
                + "'");
      }
    }
    return new PackageDescription(
        title,
        creators,
        license,
        Optional.ofNullable(publisher),
        Optional.ofNullable(description),
        Optional.ofNullable(issued).map(PackageCommand::day),
        Optional.ofNullable(doi).map(Doi::parse));
  }

  private Creator person(String name) {
    return new Creator(
        name, Creator.Kind.PERSON, Optional.ofNullable(orcids.get(name)).map(Orcid::parse));
  }

  private static LocalDate day(String text) {
    return new FieldValue(FieldType.DAY, text).day();
  }

  private Citation write(PackageDescription described, Search search) throws IOException {
    try (Archive open = archive.openReadOnly();
        Stream<Hit> hits = open.stream(search)) {
      Citation citation = open.cite(search);
      new ResearchPackage(
              described,
              citation,
              texts ? ResearchPackage.Texts.INCLUDED : ResearchPackage.Texts.LEFT_OUT)
          .write(folder, hits, open::article, open.info().ownFields().keySet());
      return citation;
    }
  }

  private void print(Citation citation) throws IOException {
    if (json) {
      terminal.line(
          Json.object(out -> {
            out.writeStringProperty("folder", folder.toString());
            out.writeNumberProperty("quotations", citation.quotations());
            out.writeNumberProperty("articles", citation.articles());
            out.writeStringProperty("citation", citation.id());
          }));
    } else {
      terminal.line(
          folder
              + " holds "
              + Count.of(citation.quotations(), "quotation")
              + " of "
              + Count.of(citation.articles(), "article")
              + ".");
    }
  }
}
