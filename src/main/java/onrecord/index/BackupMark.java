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
 * Marks a folder as a backup: it identifies a commit that was copied to the folder, or whose
 * copying has begun. A writer that opens the folder deletes the mark, so a folder with a mark has
 * never been written to except by backups. On disk, a mark is an empty file whose name contains the
 * components. Immutable.
 *
 * @param archive the identity of the archive; empty if it has none, as in format 1
 * @param file the name of the commit's file
 * @param commit the id of the commit
 */
record BackupMark(Optional<String> archive, String file, String commit) {

  private static final String NAMELESS = "nameless";
  private static final Pattern NAME =
      Pattern.compile(
          "copied_(?<archive>[0-9a-f-]{36}|"
              + NAMELESS
              + ")_(?<file>segments_[0-9a-z]+)_(?<commit>[0-9a-z]+)");

  /** {@return the mark of a commit of an archive} */
  static BackupMark of(Map<String, String> userData, String file, String commit) {
    return new BackupMark(Stamp.identity(userData), file, commit);
  }

  /** {@return whether a file is a mark, by its name} */
  static boolean isMark(String file) {
    return NAME.matcher(file).matches();
  }

  /** {@return the marks among the files of a folder} */
  static Set<BackupMark> among(Collection<String> files) {
    return files.stream()
        .map(NAME::matcher)
        .filter(Matcher::matches)
        .map(name ->
            new BackupMark(
                Optional.of(name.group("archive")).filter(archive -> !archive.equals(NAMELESS)),
                name.group("file"),
                name.group("commit")))
        .collect(Collectors.toSet());
  }

  /** Deletes the marks in a folder, which the caller has locked. */
  static void clear(Directory folder) throws IOException {
    for (String file : folder.listAll()) {
      if (isMark(file)) {
        folder.deleteFile(file);
      }
    }
  }

  /** {@return whether a folder holds a mark} */
  static boolean isIn(Directory folder) throws IOException {
    return Stream.of(folder.listAll()).anyMatch(BackupMark::isMark);
  }

  /** {@return whether both belong to one archive; without an identity, to one commit} */
  boolean isOfSameArchive(BackupMark other) {
    return archive.equals(other.archive) && (archive.isPresent() || commit.equals(other.commit));
  }

  /** Creates this mark in a folder. */
  void put(Directory folder) throws IOException {
    folder.createOutput(name(), IOContext.DEFAULT).close();
    folder.sync(List.of(name()));
    folder.syncMetaData();
  }

  /** {@return the name of this mark's file} */
  String name() {
    return "copied_" + archive.orElse(NAMELESS) + "_" + file + "_" + commit;
  }
}
