package onrecord.index;

import java.io.IOException;
import org.apache.lucene.codecs.NormsProducer;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.jspecify.annotations.Nullable;

/**
 * The norms of a segment that is being written, of which those of the field that was last looked up
 * are in memory, one byte for each document. Not thread-safe.
 */
final class KeptNorms extends NormsProducer {

  private final NormsProducer file;
  private final int documents;
  private @Nullable FieldInfo kept;
  // Of the kept field, 0 for a document without one; null if one of them is not a byte.
  private byte @Nullable [] norms;

  KeptNorms(NormsProducer file, int documents) {
    this.file = file;
    this.documents = documents;
  }

  @Override
  public NumericDocValues getNorms(FieldInfo field) {
    return new Values(field);
  }

  private byte @Nullable [] norms(FieldInfo field) throws IOException {
    if (kept != field) {
      norms = read(file.getNorms(field));
      kept = field;
    }
    return norms;
  }

  private byte @Nullable [] read(NumericDocValues values) throws IOException {
    byte[] read = new byte[documents];
    for (int doc = values.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = values.nextDoc()) {
      read[doc] = (byte) values.longValue();
      if (read[doc] != values.longValue()) {
        return null;
      }
    }
    return read;
  }

  @Override
  public void checkIntegrity() throws IOException {
    file.checkIntegrity();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  /**
   * The norms of a field: those of single documents are looked up in memory, and whoever reads all
   * of them reads the file. Not thread-safe.
   */
  private final class Values extends NumericDocValues {
    private final FieldInfo field;
    private byte @Nullable [] known;
    private @Nullable NumericDocValues all;
    private int doc = -1;
    private long norm;

    Values(FieldInfo field) {
      this.field = field;
    }

    @Override
    public boolean advanceExact(int target) throws IOException {
      byte[] inMemory = known;
      if (inMemory == null) {
        inMemory = norms(field);
        known = inMemory;
      }
      doc = target;
      if (inMemory != null && inMemory[target] != 0) {
        norm = inMemory[target];
        return true;
      }
      // A text without words has the norm 0, which only the file distinguishes from none.
      NumericDocValues values = file.getNorms(field);
      boolean found = values.advanceExact(target);
      norm = found ? values.longValue() : 0;
      return found;
    }

    @Override
    public int nextDoc() throws IOException {
      return advance(doc + 1);
    }

    @Override
    public int advance(int target) throws IOException {
      NumericDocValues values = all;
      if (values == null) {
        values = file.getNorms(field);
        all = values;
      }
      doc = values.docID() + 1 == target ? values.nextDoc() : values.advance(target);
      norm = doc == NO_MORE_DOCS ? 0 : values.longValue();
      return doc;
    }

    @Override
    public int docID() {
      return doc;
    }

    @Override
    public long longValue() {
      return norm;
    }

    @Override
    public long cost() {
      return documents;
    }
  }
}
