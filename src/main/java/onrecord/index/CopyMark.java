package onrecord.index;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onrecord.schema.Stamp;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;

/**
 * Tells of a commit that was copied to a folder, or was about to be, so that another archive is
 * told from a copy. A writer that opens the folder deletes it, so that nothing but copies were made
 * there as long as it stands. It is the name of an empty file. Immutable.
 *
 * @param archive what names the archive; empty if it has no name, as in format 1
 * @param file the name of the commit's file
 * @param commit the id of the commit
 */
record CopyMark(Optional<String> archive, String file, String commit) {

  private static final String NAMELESS = "nameless";
  private static final Pattern NAME =
      Pattern.compile(
          "copied_(?<archive>[0-9a-f-]{36}|"
              + NAMELESS
              + ")_(?<file>segments_[0-9a-z]+)_(?<commit>[0-9a-z]+)");

  /** {@return the mark of a commit of an archive} */
  static CopyMark of(Map<String, String> userData, String file, String commit) {
    return new CopyMark(Stamp.identity(userData), file, commit);
  }

  /** {@return whether a file is a mark} */
  static boolean isMark(String file) {
    return NAME.matcher(file).matches();
  }

  /** {@return the marks among the files of a folder} */
  static Set<CopyMark> among(Collection<String> files) {
    return files.stream()
        .map(NAME::matcher)
        .filter(Matcher::matches)
        .map(name ->
            new CopyMark(
                Optional.of(name.group("archive")).filter(archive -> !archive.equals(NAMELESS)),
                name.group("file"),
                name.group("commit")))
        .collect(Collectors.toSet());
  }

  /** Deletes the marks in a folder, for the writer that has it. */
  static void clear(Directory folder) throws IOException {
    for (String file : folder.listAll()) {
      if (isMark(file)) {
        folder.deleteFile(file);
      }
    }
  }

  /** {@return whether a folder holds a mark} */
  static boolean isIn(Directory folder) throws IOException {
    return Stream.of(folder.listAll()).anyMatch(CopyMark::isMark);
  }

  /** {@return whether both are of the same archive; one without a name is known by its commit} */
  boolean isOfSameArchive(CopyMark other) {
    return archive.equals(other.archive) && (archive.isPresent() || commit.equals(other.commit));
  }

  /** Puts this mark into a folder. */
  void put(Directory folder) throws IOException {
    folder.createOutput(name(), IOContext.DEFAULT).close();
    folder.sync(List.of(name()));
    folder.syncMetaData();
  }

  /** {@return the name of the empty file} */
  String name() {
    return "copied_" + archive.orElse(NAMELESS) + "_" + file + "_" + commit;
  }
}
