package onrecord.index;

import java.io.IOException;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.FilterCodec;
import org.apache.lucene.codecs.NormsConsumer;
import org.apache.lucene.codecs.NormsFormat;
import org.apache.lucene.codecs.NormsProducer;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;

/**
 * Lucene's default codec, which writes the same files under its name. While terms are written or
 * merged, it keeps the lengths of texts in memory: each occurrence of a term in a document requires
 * one, and the words of articles are in few of the documents, among which they would be searched
 * for. Thread-safe.
 */
final class WritingCodec extends FilterCodec {

  private final NormsFormat norms;

  WritingCodec() {
    this(Codec.getDefault());
  }

  private WritingCodec(Codec codec) {
    super(codec.getName(), codec);
    norms = new Norms(codec.normsFormat());
  }

  @Override
  public NormsFormat normsFormat() {
    return norms;
  }

  private static final class Norms extends NormsFormat {
    private final NormsFormat format;

    Norms(NormsFormat format) {
      this.format = format;
    }

    @Override
    public NormsConsumer normsConsumer(SegmentWriteState state) throws IOException {
      return format.normsConsumer(state);
    }

    @Override
    public NormsProducer normsProducer(SegmentReadState state) throws IOException {
      return new Read(format.normsProducer(state), state.segmentInfo.maxDoc());
    }
  }

  /** Norms that searches read from the file. */
  private static final class Read extends NormsProducer {
    private final NormsProducer file;
    private final int documents;

    Read(NormsProducer file, int documents) {
      this.file = file;
      this.documents = documents;
    }

    @Override
    public NumericDocValues getNorms(FieldInfo field) throws IOException {
      return file.getNorms(field);
    }

    @Override
    public NormsProducer getMergeInstance() {
      return new KeptNorms(file.getMergeInstance(), documents);
    }

    @Override
    public void checkIntegrity() throws IOException {
      file.checkIntegrity();
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
