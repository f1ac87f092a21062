package onrecord.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import onrecord.schema.IndexField;
import onrecord.schema.Schema;
import onrecord.schema.Snapshot;
import onrecord.schema.Stamp;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;

class SearchedQuotationsTest {

  private static final Term INDIRECT = new Term(IndexField.KIND.field(), "INDIRECT");

  @Test
  void quotationsAreRecognizedInAnyOrder() throws IOException {
    Random random = new Random(7);
    List<Boolean> isQuotation = new ArrayList<>();
    List<Boolean> isIndirect = new ArrayList<>();
    IndexWriterConfig config =
        new IndexWriterConfig(new KeywordAnalyzer()).setMergePolicy(NoMergePolicy.INSTANCE);
    try (Directory directory = new ByteBuffersDirectory();
        IndexWriter writer = new IndexWriter(directory, config)) {
      for (int i = 0; i < 90; i++) {
        isQuotation.add(i % 30 != 29 && random.nextInt(4) > 0);
        // The last segment has no such quotation.
        isIndirect.add(i < 60 && isQuotation.get(i) && random.nextInt(3) == 0);
        Document document = new Document();
        String type = isQuotation.get(i) ? Schema.QUOTATION : Schema.ARTICLE;
        document.add(new StringField(IndexField.TYPE.field(), type, Store.NO));
        document.add(
            new StringField(
                IndexField.KIND.field(), isIndirect.get(i) ? "INDIRECT" : "DIRECT", Store.NO));
        writer.addDocument(document);
        if (i % 30 == 29) {
          writer.flush();
        }
      }
      try (DirectoryReader reader = DirectoryReader.open(writer)) {
        Snapshot snapshot = Snapshot.of(reader, Stamp.current("1"), DirectoryReader::close);
        SearchedQuotations all = new SearchedQuotations(snapshot, Optional.empty());
        SearchedQuotations some = new SearchedQuotations(snapshot, Optional.of(INDIRECT));
        for (int i = 0; i < 400; i++) {
          LeafReaderContext leaf = reader.leaves().get(random.nextInt(3));
          int doc = random.nextInt(30);
          int document = leaf.docBase + doc;

          assertThat(all.has(leaf, doc)).isEqualTo(isQuotation.get(document));
          assertThat(some.has(leaf, doc))
              .isEqualTo(isQuotation.get(document) && !isIndirect.get(document));
        }
      }
    }
  }
}
