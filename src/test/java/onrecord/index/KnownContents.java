package onrecord.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onrecord.schema.SegmentDocuments;
import onrecord.schema.Stamp;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.Bits;

/**
 * What an archive and its backup may hold, as texts by the ids of articles, given the calls that
 * returned and those that failed. Not thread-safe.
 */
public final class KnownContents {

  private Map<String, String> now = new HashMap<>();
  // The contents after the last commit that returned, and after those that were tried since.
  private final List<Map<String, String>> possible = new ArrayList<>(List.of(Map.of()));
  private final List<Map<String, String>> possibleBackups = new ArrayList<>();
  private boolean hasBackup;

  /** A change that failed may have been made or not; nothing but closing follows it. */
  private Optional<Map<String, String>> changed = Optional.empty();

  /** {@return the contents of an archive} */
  public static Map<String, String> of(Directory disk) throws IOException {
    Map<String, String> contents = new HashMap<>();
    try (DirectoryReader reader = DirectoryReader.open(disk)) {
      Stamp stamp = Stamp.read(reader.getIndexCommit().getUserData(), "an archive");
      for (LeafReaderContext leaf : reader.leaves()) {
        Bits live = leaf.reader().getLiveDocs();
        SegmentDocuments documents = new SegmentDocuments(leaf.reader(), stamp);
        Blocks.forEach(
            leaf.reader(),
            (first, last) -> {
              if (live == null || live.get(last)) {
                contents.put(documents.articleId(last), documents.text(last));
              }
            });
      }
    }
    return contents;
  }

  /** {@return what the archive may hold} */
  List<Map<String, String>> possible() {
    return List.copyOf(possible);
  }

  /** {@return what the backup may hold} */
  List<Map<String, String>> possibleBackups() {
    return List.copyOf(possibleBackups);
  }

  /** {@return whether a backup is complete, so that there is one whatever follows} */
  boolean hasBackup() {
    return hasBackup;
  }

  void tryCommit() {
    possible.add(new HashMap<>(now));
    changed.ifPresent(possible::add);
  }

  void committed() {
    int tried = changed.isPresent() ? 2 : 1;
    possible.subList(0, possible.size() - tried).clear();
  }

  void tryBackUp() {
    possibleBackups.addAll(possible);
  }

  void backedUp() {
    possibleBackups.clear();
    possibleBackups.addAll(possible);
    hasBackup = true;
  }

  /** Records that an article was stored, or deleted if it has no text. */
  void put(String id, Optional<String> text) {
    text.ifPresentOrElse(value -> now.put(id, value), () -> now.remove(id));
  }

  void mayHavePut(String id, Optional<String> text) {
    Map<String, String> before = new HashMap<>(now);
    put(id, text);
    changed = Optional.of(now);
    now = before;
  }
}
