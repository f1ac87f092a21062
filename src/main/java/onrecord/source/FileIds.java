package onrecord.source;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers which file has which id. Hash codes of 64 bits stand for ids and files, so that a file
 * takes about 40 bytes, whatever its name. Not thread-safe.
 */
final class FileIds {

  private static final HashFunction HASH = Hashing.sipHash24();

  private final List<Path> folders = new ArrayList<>();
  private final Map<Path, Integer> ordinals = new HashMap<>();
  private int size;
  // A table with open addressing; 0 stands for no id.
  private long[] ids = new long[16];
  private long[] files = new long[16];
  private int[] folderOfFile = new int[16];

  /**
   * Gives an id to a file, unless another file has it.
   *
   * @return the other file that has the id, or its folder if it is no longer there
   */
  Optional<Path> claim(String id, Path file) {
    Path path = file.toAbsolutePath().normalize();
    long key = Math.max(1, hash(id) >>> 1);
    int slot = slot(ids, key);
    if (ids[slot] == 0) {
      put(slot, key, path);
      return Optional.empty();
    }
    return files[slot] == hash(path.toString())
        ? Optional.empty()
        : Optional.of(find(folders.get(folderOfFile[slot]), files[slot]));
  }

  private void put(int slot, long key, Path path) {
    Path folder = path.getParent() == null ? path : path.getParent();
    Integer ordinal = ordinals.putIfAbsent(folder, folders.size());
    if (ordinal == null) {
      ordinal = folders.size();
      folders.add(folder);
    }
    ids[slot] = key;
    files[slot] = hash(path.toString());
    folderOfFile[slot] = ordinal;
    size++;
    if (size > ids.length / 4 * 3) {
      grow();
    }
  }

  private void grow() {
    long[] moreIds = new long[ids.length * 2];
    long[] moreFiles = new long[moreIds.length];
    int[] moreFolders = new int[moreIds.length];
    for (int i = 0; i < ids.length; i++) {
      if (ids[i] != 0) {
        int slot = slot(moreIds, ids[i]);
        moreIds[slot] = ids[i];
        moreFiles[slot] = files[i];
        moreFolders[slot] = folderOfFile[i];
      }
    }
    ids = moreIds;
    files = moreFiles;
    folderOfFile = moreFolders;
  }

  /** {@return the slot that has a key, or the free one where it belongs} */
  private static int slot(long[] keys, long key) {
    int slot = (int) key & (keys.length - 1);
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }

  private static Path find(Path folder, long file) {
    try {
      for (FolderListing listing = FolderListing.of(folder); listing.hasNext(); ) {
        Path path = listing.next();
        if (hash(path.toString()) == file) {
          return path;
        }
      }
    } catch (IOException e) {
      return folder;
    }
    return folder;
  }

  private static long hash(String text) {
    return HASH.hashString(text, StandardCharsets.UTF_8).asLong();
  }
}
