package onrecord.schema;

import java.util.Optional;
import onrecord.model.Speaker;
import onrecord.text.Folding;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.util.BytesRef;

/** Keys that sort names without regard to case and accents, and equal ones by their code points. */
final class SortKey {

  /** The number of code units, of at most three bytes each in UTF-8, that fit into a term. */
  private static final int MAX_LENGTH = IndexWriter.MAX_TERM_LENGTH / 3;

  private SortKey() {}

  /** {@return the key of the name of a speaker; empty if the speaker is unknown} */
  static Optional<BytesRef> of(Speaker speaker) {
    return speaker.isKnown() ? Optional.of(of(speaker.name())) : Optional.empty();
  }

  private static BytesRef of(String name) {
    String key = Folding.fold(name) + '\0' + name;
    return new BytesRef(key.substring(0, Math.min(key.length(), MAX_LENGTH)));
  }
}
