package onrecord.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The lists of persons and organizations that the documents of a TEI corpus have in files of their
 * own, as ParlaMint does: {@code corpus-listPerson.xml} and {@code corpus-listOrg.xml} for the
 * documents whose names start with {@code corpus}, in their folder or one around it, and the files
 * that a document includes. None outside the folder that was given is read, nor any link. Not
 * thread-safe.
 */
final class TeiLists {

  private static final List<String> KINDS = List.of("listOrg.xml", "listPerson.xml");
  private static final Set<String> ROOTS = Set.of("listperson", "listorg");
  private static final int MAX_INCLUDED = 16;

  private final RecordLimits limits;
  private final ReadOptions options;
  private final Set<Path> failed = new LinkedHashSet<>();
  private final Queue<ArticleRecord> failures = new ArrayDeque<>();
  // The documents of a corpus share their lists, so the last ones are the next ones.
  private Set<Path> lastFiles = Set.of();
  private TeiPeople last = new TeiPeople();

  /**
   * The lists that a document may have.
   *
   * @param lists reads them
   * @param place where the document is
   */
  record Near(TeiLists lists, Origin.Place place) {

    /** {@return the persons and organizations in the lists of the document} */
    TeiPeople of(XmlElement tei) {
      return lists.of(tei, place);
    }

    /** {@return the failure of a list, which is returned once; null if there is none} */
    @Nullable ArticleRecord nextFailure() {
      return lists.failures.poll();
    }
  }

  /** Creates lists, of which none is read yet. */
  TeiLists(RecordLimits limits, ReadOptions options) {
    this.limits = limits;
    this.options = options;
  }

  /** {@return whether a content is such a list} */
  static boolean isList(Head head) {
    return head.rootElement().filter(ROOTS::contains).isPresent();
  }

  private TeiPeople of(XmlElement tei, Origin.Place place) {
    Set<Path> files = new LinkedHashSet<>();
    addNamed(place, files);
    tei.all("include")
        .limit(MAX_INCLUDED)
        .forEach(include -> addIncluded(include.attribute("href"), place, files));
    if (!files.equals(lastFiles)) {
      last = read(files);
      lastFiles = files;
    }
    return last;
  }

  /** Adds the nearest list of each kind with the longest name that fits that of the document. */
  private static void addNamed(Origin.Place place, Set<Path> files) {
    String name = FolderListing.name(place.file());
    for (String kind : KINDS) {
      Path folder = place.file().getParent();
      Optional<Path> found = Optional.empty();
      while (folder != null && folder.startsWith(place.root()) && found.isEmpty()) {
        found = inFolder(folder, name, kind);
        folder = folder.getParent();
      }
      found.ifPresent(files::add);
    }
  }

  private static Optional<Path> inFolder(Path folder, String name, String kind) {
    for (int end = name.length() - 1; end > 0; end--) {
      if ("-_.".indexOf(name.charAt(end)) >= 0) {
        Path file = folder.resolve(name.substring(0, end) + "-" + kind);
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          return Optional.of(file);
        }
      }
    }
    Path file = folder.resolve(kind);
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        ? Optional.of(file)
        : Optional.empty();
  }

  /** Adds a file that a document includes, if it is within the folder, without any link. */
  private static void addIncluded(String href, Origin.Place place, Set<Path> files) {
    try {
      Path file = place.file().resolveSibling(href).normalize();
      if (!href.isEmpty()
          && file.startsWith(place.root())
          && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          && file.toRealPath().startsWith(place.root().toRealPath())) {
        files.add(file);
      }
    } catch (InvalidPathException | IOException e) {
      // What cannot be found is missing, like a file that does not exist.
    }
  }

  private TeiPeople read(Set<Path> files) {
    TeiPeople people = new TeiPeople();
    for (Path file : files) {
      if (!failed.contains(file)) {
        try {
          read(file, people);
        } catch (IOException e) {
          fail(file, ArticleRecord.failed(Failures.of(file.toString(), e)));
        }
      }
    }
    return people;
  }

  private void fail(Path file, ArticleRecord failure) {
    failed.add(file);
    failures.add(failure);
  }

  private void read(Path file, TeiPeople people) throws IOException {
    String source = file.toString();
    try (InputStream raw = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
        Content content = Content.of(raw, source)) {
      SourceInput input =
          new SourceInput(
              content.in(), source, Optional.empty(), limits, options, Optional.empty());
      if (!isList(Head.of(content.in(), options))) {
        return;
      }
      RecordSource elements =
          new XmlRecords(
              input,
              Set.of("person", "org"),
              (element, in) -> {
                people.add(element);
                return ArticleRecord.skipped(source, element.line(), element.name());
              });
      for (ArticleRecord one = elements.next(); one != null; one = elements.next()) {
        if (one.failure().isPresent()) {
          fail(file, one);
        }
        if (people.size() > limits.bytes()) {
          throw new ArticleFormatException(source, one.line(), limits.tooLong("a list of persons"));
        }
      }
    }
  }
}
