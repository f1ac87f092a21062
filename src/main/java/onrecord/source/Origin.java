package onrecord.source;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a content comes from.
 *
 * @param source the name of the content, for messages
 * @param identity what distinguishes the content from others: the same file has the same identity,
 *     however its path is written
 * @param name the last name of the file or member; empty for a stream
 * @param choice whether the content was given or found
 * @param depth the number of archives around it
 * @param place where it is; empty if it is not a file
 */
record Origin(
    String source,
    String identity,
    Optional<String> name,
    Choice choice,
    int depth,
    Optional<Place> place) {

  private static final Pattern ENDINGS =
      Pattern.compile("(?is)(?<=.)(?:\\.[a-z]{1,8})?(?:\\.(?:gz|bz2))?\\z");
  private static final Pattern TEXT = Pattern.compile("(?is).*\\.txt(?:\\.gz|\\.bz2)?");

  /** How a content was chosen. */
  enum Choice {
    /** It was given by its own path: if it cannot be read, that is a failure. */
    GIVEN,

    /** It was found in a folder or an archive: if it is of another kind, it is counted. */
    FOUND
  }

  /**
   * Where a file is.
   *
   * @param root the folder that was given, or that of the file if it was given
   * @param file the absolute path of the file
   */
  record Place(Path root, Path file) {}

  /** {@return the origin of a stream} */
  static Origin stream(String source) {
    return new Origin(source, source, Optional.empty(), Choice.GIVEN, 0, Optional.empty());
  }

  /** {@return the origin of a file that was given} */
  static Origin file(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    Path folder = absolute.getParent();
    return file(path, Choice.GIVEN, folder == null ? absolute : folder);
  }

  /** {@return the origin of a file that was found in a folder that was given, at any depth} */
  static Origin file(Path path, Path root) {
    return file(path, Choice.FOUND, root.toAbsolutePath().normalize());
  }

  private static Origin file(Path path, Choice choice, Path root) {
    Path absolute = path.toAbsolutePath().normalize();
    return new Origin(
        path.toString(),
        absolute.toString(),
        Optional.of(FolderListing.name(path)),
        choice,
        0,
        Optional.of(new Place(root, absolute)));
  }

  /** {@return the origin of a member of this archive, whose name is a mere label} */
  Origin member(String path) {
    String last = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    return new Origin(
        source + "!" + path,
        identity + "!" + path,
        Optional.of(last).filter(name -> !name.isEmpty()),
        Choice.FOUND,
        depth + 1,
        Optional.empty());
  }

  /** {@return the name without the endings that denote its format, as the id of its article} */
  Optional<String> baseName() {
    return name.map(file -> ENDINGS.matcher(file).replaceFirst("")).filter(id -> !id.isBlank());
  }

  /** {@return whether the name is that of a plain text} */
  boolean isNamedText() {
    return name.filter(file -> TEXT.matcher(file).matches()).isPresent();
  }

  /** {@return the kind of a file that is not read, from its name} */
  String kindByName() {
    String file = name.orElse("");
    int dot = file.lastIndexOf('.');
    return dot < 0 || dot == file.length() - 1
        ? "text without a name ending in .txt"
        : "." + file.substring(dot + 1).toLowerCase(Locale.ROOT) + " files";
  }
}
