package onrecord.benchmark;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import onrecord.Archive;

/**
 * What is compared, open for searches.
 *
 * @param archive the archive
 * @param byHand the index written by hand
 * @param sqlite the database
 */
record Sides(Archive archive, HandSearcher byHand, Sqlite sqlite) implements Closeable {

  /** The names of the columns, and of the folders and the file. */
  static final List<String> NAMES = List.of("Onrecord", "by hand", "SQLite");

  /** Opens what {@link Adding} has written to a folder. */
  static Sides open(Path folder) throws IOException {
    return new Sides(
        Archive.openReadOnly(of(folder, 0)),
        new HandSearcher(of(folder, 1)),
        new Sqlite(of(folder, 2)));
  }

  /** {@return the folder or file of a side} */
  static Path of(Path folder, int side) {
    return folder.resolve(List.of("archive", "by-hand", "sqlite").get(side));
  }

  @Override
  public void close() throws IOException {
    try (archive;
        byHand;
        sqlite) {
      // Nothing else is open.
    }
  }
}
