package onrecord.search;

import java.io.IOException;
import onrecord.model.FieldType;
import onrecord.query.Facet;
import onrecord.query.InvalidSearchException;
import onrecord.query.OwnField;
import onrecord.query.OwnField.Owner;
import onrecord.schema.LabelOrdinals;
import onrecord.schema.OwnIndexField;
import onrecord.schema.Snapshot;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.LongValues;

/**
 * The values of a field that the owner of an archive has added. A document that lacks the field has
 * the value {@link Facet#UNKNOWN}, whose ordinal is in the order of the others. Not thread-safe.
 *
 * @param ordinals the ordinals of the values in the index
 * @param names reads these values
 * @param unknown the ordinal of the unknown value
 * @param indexed the number of ordinals of the unknown value in the index, 0 or 1
 * @param areOfArticles whether all quotations of an article have the same values
 */
record OwnValues(
    LabelOrdinals ordinals,
    LabelOrdinals.Names names,
    int unknown,
    int indexed,
    boolean areOfArticles)
    implements FacetValues {

  /**
   * {@return the values of a field}
   *
   * @throws InvalidSearchException if the archive does not have the field, or its values are texts
   */
  static OwnValues of(Snapshot snapshot, OwnField field) throws IOException {
    OwnIndexField own = snapshot.ownFields().require(field);
    if (own.type() == FieldType.TEXT) {
      throw new InvalidSearchException(
          "field "
              + field.word()
              + " is a text, which is not counted; names, numbers and days are");
    }
    LabelOrdinals ordinals = snapshot.ordinals(own);
    LabelOrdinals.Names names = ordinals.names();
    BytesRef unknown = new BytesRef(Facet.UNKNOWN);
    int from = 0;
    int to = ordinals.size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (new BytesRef(names.name(middle)).compareTo(unknown) < 0) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    boolean isIndexed = from < ordinals.size() && names.name(from).equals(Facet.UNKNOWN);
    boolean areOfArticles = own.field().owner() == Owner.ARTICLE;
    return new OwnValues(ordinals, names, from, isIndexed ? 1 : 0, areOfArticles);
  }

  @Override
  public int size() {
    return ordinals.size() + 1 - indexed;
  }

  @Override
  public String name(int ordinal) throws IOException {
    if (ordinal == unknown) {
      return Facet.UNKNOWN;
    }
    return names.name(ordinal < unknown ? ordinal : ordinal - 1 + indexed);
  }

  @Override
  public Segment segment(LeafReaderContext leaf) throws IOException {
    SortedSetDocValues values = ordinals.values(leaf);
    LongValues global = ordinals.globalNumbers(leaf);
    return (doc, consumer) -> {
      if (values.advanceExact(doc)) {
        Names.different(values, global)
            .map(ordinal -> ordinal < unknown ? ordinal : ordinal + 1 - indexed)
            .forEach(consumer);
      } else {
        consumer.accept(unknown);
      }
    };
  }
}
