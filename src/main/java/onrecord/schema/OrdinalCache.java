package onrecord.schema;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.join.BitSetProducer;
import org.jspecify.annotations.Nullable;

/**
 * The ordinals of the names in the fields of an index, each computed when it is first requested.
 * Thread-safe.
 */
final class OrdinalCache {

  private final Map<IndexField, Entry> entries = new EnumMap<>(IndexField.class);

  /** Creates an empty cache for an index, which must stay open. */
  OrdinalCache(IndexReader reader, BitSetProducer articles) {
    for (IndexField field : IndexField.values()) {
      if (field.isCountedByName()) {
        entries.put(field, new Entry(reader, field, articles));
      }
    }
  }

  /**
   * {@return the ordinals of the names in a field that is counted by name}
   *
   * @throws IOException if the index cannot be read; the next call tries again
   */
  LabelOrdinals get(IndexField field) throws IOException {
    Entry entry = entries.get(field);
    if (entry == null) {
      throw new IllegalArgumentException("field " + field.field() + " is not counted by name");
    }
    return entry.get();
  }

  /** The ordinals of one field; those of other fields can be computed at the same time. */
  private static final class Entry {
    private final IndexReader reader;
    private final IndexField field;
    private final BitSetProducer articles;
    private volatile @Nullable LabelOrdinals computed;

    Entry(IndexReader reader, IndexField field, BitSetProducer articles) {
      this.reader = reader;
      this.field = field;
      this.articles = articles;
    }

    LabelOrdinals get() throws IOException {
      LabelOrdinals found = computed;
      return found == null ? compute() : found;
    }

    private synchronized LabelOrdinals compute() throws IOException {
      LabelOrdinals found = computed;
      if (found == null) {
        found = new LabelOrdinals(reader, field.field(), articles);
        computed = found;
      }
      return found;
    }
  }
}
