package onrecord.schema;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.packed.PackedInts;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of the names that the documents of a segment have in a field, of which each has one
 * at most: in memory, with as many bits for each document as the greatest number has. They are read
 * when they are first requested, and kept while the segment is open. Immutable, thread-safe.
 */
public final class SegmentOrdinals {

  private static final SegmentCache<Map<String, SegmentOrdinals>> CACHE =
      new SegmentCache<>(segment -> new ConcurrentHashMap<>());

  // The numbers plus 1; 0 if a document has no name.
  private final PackedInts.Reader numbers;
  private final int size;

  private SegmentOrdinals(SortedDocValues values, int documents) throws IOException {
    size = values.getValueCount();
    PackedInts.Mutable packed =
        PackedInts.getMutable(documents, PackedInts.bitsRequired(size), PackedInts.COMPACT);
    for (int doc = values.nextDoc(); doc != SortedDocValues.NO_MORE_DOCS; doc = values.nextDoc()) {
      int number = values.ordValue();
      if (number < 0 || number >= size) {
        throw new CorruptIndexException(
            number + " is not one of the " + size + " values of a field", "doc values");
      }
      packed.set(doc, number + 1L);
    }
    numbers = packed;
  }

  /**
   * {@return the numbers of the names of a segment}
   *
   * @param values the names, of which none has been read; each document has one at most
   * @throws IOException if they cannot be read
   */
  static SegmentOrdinals of(LeafReader segment, String field, SortedDocValues values)
      throws IOException {
    Map<String, SegmentOrdinals> computed = CACHE.get(segment);
    @Nullable SegmentOrdinals known = computed.get(field);
    if (known != null) {
      return known;
    }
    SegmentOrdinals read = new SegmentOrdinals(values, segment.maxDoc());
    computed.put(field, read);
    return read;
  }

  /** {@return how many numbers there are} */
  public int size() {
    return size;
  }

  /** {@return the number of the name of a document; -1 if it has none} */
  public int of(int doc) {
    return (int) numbers.get(doc) - 1;
  }
}
