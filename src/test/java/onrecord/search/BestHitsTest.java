package onrecord.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import onrecord.schema.IndexField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/**
 * Compares the best hits with those that a collector of Lucene finds. Many of their scores are
 * equal.
 */
class BestHitsTest {

  private static final String ID = IndexField.ARTICLE_ID.field();
  private static final String POSITION = IndexField.POSITION.field();
  private static final Sort ORDER =
      new Sort(
          SortField.FIELD_SCORE,
          new SortField(ID, SortField.Type.STRING),
          new SortField(POSITION, SortField.Type.LONG));

  @RepeatedTest(8)
  void pagesAreThoseOfLucene(RepetitionInfo repetition) throws IOException {
    Random random = new Random(repetition.getCurrentRepetition());
    int size = 1 + random.nextInt(9);
    int differentScores = 1 + random.nextInt(repetition.getCurrentRepetition() * 4);
    try (Directory directory = new ByteBuffersDirectory();
        IndexWriter writer =
            new IndexWriter(
                directory, new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE))) {
      for (int i = 0; i < 300; i++) {
        add(writer, "a" + random.nextInt(40), random.nextInt(3));
        if (random.nextInt(70) == 0) {
          writer.flush();
        }
      }
      try (DirectoryReader reader = DirectoryReader.open(writer)) {
        float[] scores = new float[reader.maxDoc()];
        for (int i = 0; i < scores.length; i++) {
          scores[i] = random.nextInt(differentScores) / 7f;
        }
        FieldDoc after = null;
        for (int page = 0; page < 6; page++) {
          FieldDoc last = after;
          ScoreDoc[] expected = collect(reader, scores, expected(size, last));
          ScoreDoc[] found = collect(reader, scores, FirstHits.best(size, last));

          assertThat(found)
              .extracting(hit -> hit.doc, hit -> ((FieldDoc) hit).fields[0])
              .containsExactly(
                  List.of(expected).stream()
                      .map(hit -> tuple(hit.doc, ((FieldDoc) hit).fields[0]))
                      .toArray(Tuple[]::new));
          after = (FieldDoc) found[size - 1];
          assertThat(after.fields).isEqualTo(((FieldDoc) expected[size - 1]).fields);
        }
      }
    }
  }

  private static FirstHits expected(int size, FieldDoc after) {
    return FirstHits.of(
        new TopFieldCollectorManager(ORDER, size, after, Integer.MAX_VALUE), EveryCandidate::new);
  }

  /** Collects all documents, each as if it were of an article of its own. */
  private static ScoreDoc[] collect(DirectoryReader reader, float[] scores, FirstHits first)
      throws IOException {
    Candidates candidates = first.candidates();
    for (LeafReaderContext leaf : reader.leaves()) {
      candidates.begin(leaf);
      int[] current = new int[1];
      candidates.setScorer(
          new Scorable() {
            @Override
            public float score() {
              return scores[current[0]];
            }
          });
      for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
        current[0] = leaf.docBase + doc;
        candidates.beginArticle(doc);
        assertThat(candidates.isOpen()).isTrue();
        candidates.collect(doc);
      }
      candidates.finish();
    }
    assertThat(candidates.needScores()).isTrue();
    return first.of(List.of(candidates)).scoreDocs;
  }

  private static void add(IndexWriter writer, String id, int position) throws IOException {
    Document document = new Document();
    document.add(new SortedDocValuesField(ID, new BytesRef(id)));
    document.add(new NumericDocValuesField(POSITION, position));
    writer.addDocument(document);
  }
}
