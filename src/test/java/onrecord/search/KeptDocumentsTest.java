package onrecord.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.IntSupplier;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

class KeptDocumentsTest {

  private static final int DOCUMENTS = 6_000;

  @RepeatedTest(12)
  void documentsAreThoseThatWereAdded(RepetitionInfo repetition) throws IOException {
    Random random = new Random(repetition.getCurrentRepetition());
    TreeSet<Integer> added = new TreeSet<>();
    // From a few documents, which are listed, to most of them.
    int step = 2 << repetition.getCurrentRepetition() % 10;
    KeptDocuments kept = new KeptDocuments();
    try (Directory directory = new ByteBuffersDirectory()) {
      write(directory);
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        LeafReaderContext leaf = reader.leaves().getFirst();
        kept.begin(leaf);
        kept.finish();
        kept.begin(leaf);
        for (int doc = random.nextInt(step); doc < DOCUMENTS; doc += 1 + random.nextInt(step)) {
          kept.add(doc);
          added.add(doc);
          if (step == 64 && doc + 9 < DOCUMENTS && random.nextInt(30) == 0) {
            kept.addRange(doc + 1, doc + 9);
            for (int i = 1; i < 9; i++) {
              added.add(doc + i);
            }
            doc += 8;
          }
        }
        kept.finish();
      }
    }

    List<MatchingDocs> parts = kept.parts();
    assertThat(parts).hasSize(1);
    assertThat(parts.getFirst().totalHits()).isEqualTo(added.size());
    assertThat(parts.getFirst().bits().ramBytesUsed()).isPositive();
    requireSame(parts.getFirst().bits().iterator(), added, () -> 1);
    requireSame(parts.getFirst().bits().iterator(), added, () -> 1 + random.nextInt(400));
  }

  /** Goes through documents by leaps; a leap of 1 is to the next document. */
  private static void requireSame(
      DocIdSetIterator docs, TreeSet<Integer> expected, IntSupplier leaps) throws IOException {
    assertThat(docs.docID()).isEqualTo(-1);
    assertThat(docs.cost()).isGreaterThanOrEqualTo(expected.size());
    int doc = -1;
    while (doc != DocIdSetIterator.NO_MORE_DOCS) {
      int leap = leaps.getAsInt();
      int target = doc + leap;
      Integer next = expected.ceiling(target);
      doc = leap == 1 ? docs.nextDoc() : docs.advance(target);
      assertThat(doc).isEqualTo(next == null ? DocIdSetIterator.NO_MORE_DOCS : next);
      assertThat(docs.docID()).isEqualTo(doc);
    }
  }

  private static void write(Directory directory) throws IOException {
    try (IndexWriter writer =
        new IndexWriter(directory, new IndexWriterConfig(new KeywordAnalyzer()))) {
      for (int i = 0; i < DOCUMENTS; i++) {
        writer.addDocument(new Document());
      }
      writer.forceMerge(1);
    }
  }
}
