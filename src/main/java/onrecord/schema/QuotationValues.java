package onrecord.schema;

import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;

/** Reads the doc values from which quotations of a segment are read back. Not thread-safe. */
final class QuotationValues {

  private final LeafReader segment;
  private final boolean hasNames;
  private final RecentNames speakerNames = new RecentNames();
  private final RecentNames ruleNames = new RecentNames();
  // Doc values are read forwards only.
  private int last = -1;
  private BinaryDocValues parts = DocValues.emptyBinary();
  private SortedSetDocValues speakers = DocValues.emptySortedSet();
  private SortedDocValues rules = DocValues.emptySorted();

  QuotationValues(LeafReader segment, Stamp stamp) {
    this.segment = segment;
    this.hasNames = stamp.hasNamesAsValues();
  }

  /**
   * Goes to a quotation.
   *
   * @throws IOException if it has no parts, or they cannot be read
   */
  void goTo(int doc) throws IOException {
    if (doc < last || last < 0) {
      parts = DocValues.getBinary(segment, IndexField.PARTS.field());
      if (hasNames) {
        speakers = DocValues.getSortedSet(segment, IndexField.SPEAKER.field());
        rules = DocValues.getSorted(segment, IndexField.RULE.field());
      }
    }
    last = doc;
    if (!parts.advanceExact(doc)) {
      throw new CorruptIndexException("document " + doc + " has no parts", segment.toString());
    }
  }

  /** {@return the parts of the quotation} */
  BytesRef parts() throws IOException {
    return parts.binaryValue();
  }

  /**
   * {@return the attribution of the quotation; empty if the archive keeps it in the parts}
   *
   * @throws IOException if it cannot be read, or the quotation has none
   */
  Optional<Attribution> attribution() throws IOException {
    if (!hasNames) {
      return Optional.empty();
    }
    if (!speakers.advanceExact(last) || !rules.advanceExact(last)) {
      throw new CorruptIndexException(
          "document " + last + " has no speaker or no rule", segment.toString());
    }
    return Optional.of(
        new Attribution(
            speakerNames.get(speakers.nextOrd(), speakers::lookupOrd),
            ruleNames.get(rules.ordValue(), ordinal -> rules.lookupOrd((int) ordinal))));
  }
}
