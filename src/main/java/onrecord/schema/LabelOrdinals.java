package onrecord.schema;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.LongValues;
import org.apache.lucene.util.packed.PackedInts;
import org.jspecify.annotations.Nullable;

/**
 * The distinct names in a field, numbered in the order of Unicode code points over all segments of
 * an index. Immutable, thread-safe; valid while the reader is open.
 */
public final class LabelOrdinals {

  private final String field;
  private final List<LeafReaderContext> leaves;
  // Null for a single segment, whose own numbers are used.
  private final @Nullable OrdinalMap map;
  private final long size;

  LabelOrdinals(IndexReader reader, String field) throws IOException {
    this.field = field;
    this.leaves = reader.leaves();
    SortedSetDocValues[] values = new SortedSetDocValues[leaves.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = DocValues.getSortedSet(leaves.get(i).reader(), field);
    }
    if (values.length == 1) {
      map = null;
      size = values[0].getValueCount();
    } else {
      map = OrdinalMap.build(null, values, PackedInts.DEFAULT);
      size = map.getValueCount();
    }
  }

  /**
   * {@return the number of names, including those of deleted documents}
   *
   * @throws IllegalStateException if the number exceeds the maximum length of an array
   */
  public int size() {
    if (size > Integer.MAX_VALUE - 8) {
      throw new IllegalStateException("field " + field + " has too many values: " + size);
    }
    return (int) size;
  }

  /** {@return the names in the documents of a segment, by the numbers of the segment} */
  public SortedSetDocValues values(LeafReaderContext leaf) throws IOException {
    return DocValues.getSortedSet(leaf.reader(), field);
  }

  /** {@return the numbers over all segments, by the numbers of one segment} */
  public LongValues globalNumbers(LeafReaderContext leaf) {
    return map == null ? LongValues.IDENTITY : map.getGlobalOrds(leaf.ord);
  }

  /** {@return the name with a number} */
  public String name(int number) throws IOException {
    int segment = map == null ? 0 : map.getFirstSegmentNumber(number);
    long inSegment = map == null ? number : map.getFirstSegmentOrd(number);
    return values(leaves.get(segment)).lookupOrd(inSegment).utf8ToString();
  }
}
