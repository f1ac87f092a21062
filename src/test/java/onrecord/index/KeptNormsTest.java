package onrecord.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.codecs.NormsProducer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeptNormsTest {

  private static final int DOCUMENTS = 200;

  private final Directory directory = new ByteBuffersDirectory();
  private DirectoryReader reader;
  private CountedReads file;
  private FieldInfo text;

  /** Norms whose reads are counted. */
  private static final class CountedReads extends NormsProducer {
    private final NormsProducer norms;
    private int reads;

    CountedReads(NormsProducer norms) {
      this.norms = norms;
    }

    @Override
    public NumericDocValues getNorms(FieldInfo field) throws IOException {
      reads++;
      return norms.getNorms(field);
    }

    @Override
    public void checkIntegrity() throws IOException {
      norms.checkIntegrity();
    }

    @Override
    public void close() throws IOException {
      norms.close();
    }
  }

  @BeforeEach
  void write() throws IOException {
    try (IndexWriter writer =
        new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()))) {
      for (int i = 0; i < DOCUMENTS; i++) {
        Document document = new Document();
        if (i % 7 == 0) {
          document.add(new TextField("text", "word ".repeat(i % 5), Store.NO));
        }
        writer.addDocument(document);
      }
    }
    reader = DirectoryReader.open(directory);
    CodecReader segment = (CodecReader) reader.leaves().getFirst().reader();
    file = new CountedReads(segment.getNormsReader());
    text = segment.getFieldInfos().fieldInfo("text");
  }

  @AfterEach
  void close() throws IOException {
    try (directory) {
      reader.close();
    }
  }

  @Test
  void theFileIsReadOnceForAllTermsOfAField() throws IOException {
    KeptNorms norms = new KeptNorms(file, DOCUMENTS);

    for (int term = 0; term < 50; term++) {
      NumericDocValues values = norms.getNorms(text);
      for (int doc = 0; doc < DOCUMENTS; doc += 7) {
        if (doc % 5 != 0) {
          assertThat(values.advanceExact(doc)).isTrue();
          assertThat(values.longValue()).isEqualTo(doc % 5);
        }
      }
    }

    assertThat(file.reads).isEqualTo(1);
  }

  @Test
  void documentsWithoutWordsAreDistinguishedFromThoseWithoutAText() throws IOException {
    NumericDocValues values = new KeptNorms(file, DOCUMENTS).getNorms(text);

    for (int doc = 0; doc < DOCUMENTS; doc++) {
      assertThat(values.advanceExact(doc)).isEqualTo(doc % 7 == 0);
      assertThat(values.docID()).isEqualTo(doc);
      assertThat(values.longValue()).isEqualTo(doc % 7 == 0 ? doc % 5 : 0);
    }
  }

  @Test
  void allAreVisitedInOrder() throws IOException {
    NumericDocValues values = new KeptNorms(file, DOCUMENTS).getNorms(text);

    assertThat(values.docID()).isEqualTo(-1);
    assertThat(values.cost()).isGreaterThanOrEqualTo(DOCUMENTS / 7);
    assertThat(values.nextDoc()).isZero();
    assertThat(values.advance(30)).isEqualTo(35);
    assertThat(values.advanceExact(49)).isTrue();
    for (int doc = 56; doc < DOCUMENTS; doc += 7) {
      assertThat(values.nextDoc()).isEqualTo(doc);
      assertThat(values.longValue()).isEqualTo(doc % 5);
    }
    assertThat(values.nextDoc()).isEqualTo(DocIdSetIterator.NO_MORE_DOCS);
  }
}
