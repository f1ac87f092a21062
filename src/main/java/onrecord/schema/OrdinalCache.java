package onrecord.schema;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.join.BitSetProducer;
import org.jspecify.annotations.Nullable;

/**
 * The ordinals of the names in the fields of an index, each computed when it is first requested.
 * Thread-safe.
 */
final class OrdinalCache {

  private final Map<String, Entry> entries = new ConcurrentHashMap<>();
  private final IndexReader reader;
  private final BitSetProducer articles;

  /** Creates an empty cache for an index, which must stay open. */
  OrdinalCache(IndexReader reader, BitSetProducer articles) {
    this.reader = reader;
    this.articles = articles;
  }

  /**
   * {@return the ordinals of the names in a field that is counted by name}
   *
   * @param field the name of the field in the index
   * @throws IOException if the index cannot be read; the next call tries again
   */
  LabelOrdinals get(String field) throws IOException {
    return entries.computeIfAbsent(field, name -> new Entry(reader, name, articles)).get();
  }

  /** The ordinals of one field; those of other fields can be computed at the same time. */
  private static final class Entry {
    private final IndexReader reader;
    private final String field;
    private final BitSetProducer articles;
    private volatile @Nullable LabelOrdinals computed;

    Entry(IndexReader reader, String field, BitSetProducer articles) {
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
        found = new LabelOrdinals(reader, field, articles);
        computed = found;
      }
      return found;
    }
  }
}
