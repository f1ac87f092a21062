package onrecord.source;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * The entries of one folder, in the order of their names. Only the names are held in memory, what
 * they share once. Not thread-safe.
 */
final class FolderListing implements Iterator<Path> {

  private final Path folder;
  private final SortedNames all;
  private final Iterator<String> names;
  // Names that are not text in the encoding of the system.
  private final Map<String, Path> undecodable;

  private FolderListing(Path folder, SortedNames names, Map<String, Path> undecodable) {
    this.folder = folder;
    this.all = names;
    this.names = names.iterator();
    this.undecodable = undecodable;
  }

  /**
   * Lists a folder.
   *
   * @throws IOException if it cannot be listed
   */
  static FolderListing of(Path folder) throws IOException {
    List<String> names = new ArrayList<>();
    Map<String, Path> undecodable = new HashMap<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      for (Path child : stream) {
        String name = name(child);
        names.add(name);
        if (name.indexOf('\uFFFD') >= 0) {
          undecodable.put(name, child);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return new FolderListing(folder, SortedNames.of(names), undecodable);
  }

  /** {@return the names of all entries} */
  SortedNames names() {
    return all;
  }

  /** {@return the last name of a path} */
  static String name(Path path) {
    Path name = path.getFileName();
    return name == null ? path.toString() : name.toString();
  }

  @Override
  public boolean hasNext() {
    return names.hasNext();
  }

  @Override
  public Path next() {
    String name = names.next();
    Path known = undecodable.get(name);
    return known == null ? folder.resolve(name) : known;
  }
}
