package onrecord.search;

import java.io.IOException;
import java.util.Set;
import onrecord.schema.IndexField;
import onrecord.schema.OwnIndexField;
import onrecord.schema.Snapshot;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.jspecify.annotations.Nullable;

/** A text that is read to find words as they are {@linkplain Writing written}. Immutable. */
sealed interface WrittenText {

  /** {@return the name of the text in an index} */
  String name();

  /** {@return the name of the field with the words of the text in an index} */
  String terms();

  /** {@return a reader of the texts of the documents of a segment} */
  Reader reader(Snapshot snapshot, LeafReaderContext leaf) throws IOException;

  /** Reads texts. Not thread-safe. */
  @FunctionalInterface
  interface Reader {
    /** {@return the text of a document of the segment, or null if it has none} */
    @Nullable String read(int doc) throws IOException;
  }

  /**
   * A text that every archive has.
   *
   * @param field its field
   */
  record Standard(IndexField field) implements WrittenText {
    @Override
    public String name() {
      return field.field();
    }

    @Override
    public String terms() {
      return field.terms();
    }

    @Override
    public Reader reader(Snapshot snapshot, LeafReaderContext leaf) throws IOException {
      return new StoredText(snapshot, field, leaf)::read;
    }
  }

  /**
   * A field of texts that the owner of an archive has added. Several values are read as one text,
   * as their words are indexed.
   *
   * @param field where its values are
   */
  record Own(OwnIndexField field) implements WrittenText {
    @Override
    public String name() {
      return field.name();
    }

    @Override
    public String terms() {
      return field.terms();
    }

    @Override
    public Reader reader(Snapshot snapshot, LeafReaderContext leaf) throws IOException {
      StoredFields stored = leaf.reader().storedFields();
      return doc -> {
        String[] values = stored.document(doc, Set.of(name())).getValues(name());
        return values.length == 0 ? null : String.join("\n", values);
      };
    }
  }
}
