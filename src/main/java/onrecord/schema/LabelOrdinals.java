package onrecord.schema;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.LongValues;
import org.apache.lucene.util.packed.PackedInts;
import org.jspecify.annotations.Nullable;

/**
 * The distinct names in a field, numbered over all segments of an index. Names that differ only in
 * case, accents or the kind of apostrophe have one number, and are represented by the most frequent
 * of them. The numbers are in the order of Unicode code points of these. Immutable, thread-safe;
 * valid while the reader is open.
 */
public final class LabelOrdinals {

  private final String field;
  private final List<LeafReaderContext> leaves;
  // Null for a single segment, whose own numbers are used.
  private final @Nullable OrdinalMap map;
  private final BitSetProducer articles;
  private final SameNames same;

  LabelOrdinals(IndexReader reader, String field, BitSetProducer articles) throws IOException {
    this.field = field;
    this.leaves = reader.leaves();
    this.articles = articles;
    SortedSetDocValues[] values = values(leaves, field);
    map = values.length == 1 ? null : OrdinalMap.build(null, values, PackedInts.DEFAULT);
    long size = map == null ? values[0].getValueCount() : map.getValueCount();
    if (size > Integer.MAX_VALUE - 8) {
      throw new IllegalStateException("field " + field + " has too many values: " + size);
    }
    same = SameNames.of((int) size, new Reading(values));
  }

  /** Reads the names. Not thread-safe. */
  private final class Reading implements SameNames.Names {
    // Of each segment, as soon as they are needed.
    private final @Nullable SortedSetDocValues[] opened;

    Reading(@Nullable SortedSetDocValues[] opened) {
      this.opened = opened;
    }

    @Override
    public String name(int number) throws IOException {
      return of(segment(number)).lookupOrd(inSegment(number)).utf8ToString();
    }

    private SortedSetDocValues of(int segment) throws IOException {
      SortedSetDocValues values = opened[segment];
      if (values == null) {
        values = values(leaves.get(segment));
        opened[segment] = values;
      }
      return values;
    }

    @Override
    public long quotations(int number) throws IOException {
      Term name = new Term(field, name(number));
      long quotations = 0;
      for (LeafReaderContext leaf : leaves) {
        @Nullable PostingsEnum docs = leaf.reader().postings(name, PostingsEnum.NONE);
        @Nullable Bits live = leaf.reader().getLiveDocs();
        @Nullable BitSet others = articles.getBitSet(leaf);
        while (docs != null && docs.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
          boolean isQuotation = others == null || !others.get(docs.docID());
          quotations += isQuotation && (live == null || live.get(docs.docID())) ? 1 : 0;
        }
      }
      return quotations;
    }
  }

  /** {@return the number of different names, including those of deleted documents} */
  public int size() {
    return same.size();
  }

  /** {@return whether several names have one number} */
  public boolean merges() {
    return same.merges();
  }

  /** {@return the names in the documents of a segment, by the numbers of the segment} */
  public SortedSetDocValues values(LeafReaderContext leaf) throws IOException {
    return DocValues.getSortedSet(leaf.reader(), field);
  }

  /**
   * {@return the numbers of the names of the documents of a segment, which are kept in memory;
   * empty if a document has several names}
   */
  public Optional<SegmentOrdinals> kept(LeafReaderContext leaf) throws IOException {
    @Nullable SortedDocValues single = DocValues.unwrapSingleton(values(leaf));
    return single == null
        ? Optional.empty()
        : Optional.of(SegmentOrdinals.of(leaf.reader(), field, single));
  }

  /** {@return the numbers over all segments, by the numbers of one segment} */
  public LongValues globalNumbers(LeafReaderContext leaf) {
    LongValues all = map == null ? LongValues.IDENTITY : map.getGlobalOrds(leaf.ord);
    return !same.merges()
        ? all
        : new LongValues() {
          @Override
          public long get(long number) {
            return same.group((int) all.get(number));
          }
        };
  }

  /** Reads names by their numbers. Not thread-safe. */
  @FunctionalInterface
  public interface Names {
    /** {@return the name with a number} */
    String name(int number) throws IOException;
  }

  /** {@return what reads the names} */
  public Names names() {
    Reading reading = new Reading(new SortedSetDocValues[leaves.size()]);
    return number -> reading.name(same.representative(number));
  }

  /** {@return the first segment with a name, by the number of the name before they are merged} */
  private int segment(int number) {
    return map == null ? 0 : map.getFirstSegmentNumber(number);
  }

  /** {@return the number of a name in its first segment} */
  private long inSegment(int number) {
    return map == null ? number : map.getFirstSegmentOrd(number);
  }

  /** {@return all names that differ from a name only in case, accents or the kind of apostrophe} */
  public List<String> like(String name) throws IOException {
    return same.like(name, new Reading(new SortedSetDocValues[leaves.size()]));
  }

  private static SortedSetDocValues[] values(List<LeafReaderContext> leaves, String field)
      throws IOException {
    SortedSetDocValues[] values = new SortedSetDocValues[leaves.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = DocValues.getSortedSet(leaves.get(i).reader(), field);
    }
    return values;
  }
}
