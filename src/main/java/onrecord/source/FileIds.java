package onrecord.source;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;

/**
 * Remembers which file has which id. Hash codes of 64 bits stand for ids and files, so that a file
 * takes about 32 bytes, whatever its name. Not thread-safe.
 */
final class FileIds {

  private static final HashFunction HASH = Hashing.sipHash24();

  private int size;
  // A table with open addressing; 0 stands for no id.
  private long[] ids = new long[16];
  private long[] files = new long[16];

  /**
   * Gives an id to a file, unless another file has it.
   *
   * @return whether the file has the id
   */
  boolean claim(String id, String file) {
    long key = Math.max(1, hash(id) >>> 1);
    int slot = slot(ids, key);
    if (ids[slot] == 0) {
      put(slot, key, hash(file));
      return true;
    }
    return files[slot] == hash(file);
  }

  private void put(int slot, long key, long file) {
    ids[slot] = key;
    files[slot] = file;
    size++;
    if (size > ids.length / 4 * 3) {
      grow();
    }
  }

  private void grow() {
    long[] moreIds = new long[ids.length * 2];
    long[] moreFiles = new long[moreIds.length];
    for (int i = 0; i < ids.length; i++) {
      if (ids[i] != 0) {
        int slot = slot(moreIds, ids[i]);
        moreIds[slot] = ids[i];
        moreFiles[slot] = files[i];
      }
    }
    ids = moreIds;
    files = moreFiles;
  }

  /** {@return the slot that has a key, or the free one where it belongs} */
  private static int slot(long[] keys, long key) {
    int slot = (int) key & (keys.length - 1);
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }

  private static long hash(String text) {
    return HASH.hashString(text, StandardCharsets.UTF_8).asLong();
  }
}
