package onrecord.schema;

import onrecord.text.Folding;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.util.BytesRef;

/** Keys that sort names without regard to case and accents, and equal ones by their code points. */
final class SortKey {

  /** The number of code units, of at most three bytes each in UTF-8, that fit into a term. */
  private static final int MAX_LENGTH = IndexWriter.MAX_TERM_LENGTH / 3;

  private SortKey() {}

  /** {@return the key of a name} */
  static BytesRef of(String name) {
    String key = Folding.fold(name) + '\0' + name;
    return new BytesRef(key.substring(0, Math.min(key.length(), MAX_LENGTH)));
  }
}
