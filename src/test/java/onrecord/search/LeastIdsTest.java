package onrecord.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import onrecord.schema.IndexField;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class LeastIdsTest {

  private static final String ID = IndexField.ARTICLE_ID.field();
  private static final int PAGE = 7;

  @RepeatedTest(6)
  void pagesAreThoseOfAllIdsInOrder(RepetitionInfo repetition) throws IOException {
    Random random = new Random(repetition.getCurrentRepetition());
    TreeSet<String> wanted = new TreeSet<>();
    try (Directory directory = new ByteBuffersDirectory();
        IndexWriter writer =
            new IndexWriter(directory, new IndexWriterConfig(new KeywordAnalyzer()))) {
      for (int i = 0; i < 300; i++) {
        String id = "a" + (1_000 + i * 7 % 300);
        boolean isWanted = random.nextInt(1 + repetition.getCurrentRepetition()) == 0;
        add(writer, id, isWanted ? "yes" : "no");
        if (isWanted && random.nextInt(9) > 0) {
          wanted.add(id);
        } else {
          writer.deleteDocuments(new Term(ID, id));
        }
        if (i % 90 == 0) {
          writer.flush();
        }
      }
      try (DirectoryReader reader = DirectoryReader.open(writer)) {
        assertThat(pages(new LeastIds(reader, LeastIdsTest::isWanted, 300)))
            .containsExactlyElementsOf(wanted);
      }
    }
  }

  private static boolean isWanted(LeafReaderContext segment, int doc) throws IOException {
    return "yes".equals(segment.reader().storedFields().document(doc).get("wanted"));
  }

  private static List<String> pages(LeastIds least) throws IOException {
    List<String> found = new ArrayList<>();
    FieldDoc after = null;
    while (true) {
      TopFieldDocs page = least.first(PAGE, after).orElseThrow();
      for (ScoreDoc hit : page.scoreDocs) {
        after = (FieldDoc) hit;
        found.add(((BytesRef) after.fields[0]).utf8ToString());
      }
      if (page.scoreDocs.length < PAGE) {
        return found;
      }
    }
  }

  @Test
  void hitsOfAnArticleAreInTheOrderOfTheirPositions() throws IOException {
    try (Directory directory = new ByteBuffersDirectory();
        IndexWriter writer =
            new IndexWriter(directory, new IndexWriterConfig(new KeywordAnalyzer()))) {
      for (int position : new int[] {40, 7, 7, 90, 0}) {
        Document document = new Document();
        document.add(new StringField(ID, "a1", Store.NO));
        document.add(new NumericDocValuesField(IndexField.POSITION.field(), position));
        writer.addDocument(document);
      }
      try (DirectoryReader reader = DirectoryReader.open(writer)) {
        LeastIds least = new LeastIds(reader, (segment, doc) -> true, 9);
        TopFieldDocs first = least.first(2, null).orElseThrow();
        TopFieldDocs second = least.first(9, (FieldDoc) first.scoreDocs[1]).orElseThrow();

        assertThat(first.scoreDocs).extracting(hit -> hit.doc).containsExactly(4, 1);
        assertThat(second.scoreDocs).extracting(hit -> hit.doc).containsExactly(2, 0, 3);
      }
    }
  }

  private static void add(IndexWriter writer, String id, String isWanted) throws IOException {
    Document document = new Document();
    document.add(new StringField(ID, id, Store.NO));
    document.add(new SortedDocValuesField(ID, new BytesRef(id)));
    document.add(new StoredField("wanted", isWanted));
    writer.addDocument(document);
  }

  @Test
  void idsAreLookedUpUpToALimit() throws IOException {
    try (Directory directory = new ByteBuffersDirectory();
        IndexWriter writer =
            new IndexWriter(directory, new IndexWriterConfig(new KeywordAnalyzer()))) {
      for (int i = 0; i < 3_000; i++) {
        add(writer, "a" + (10_000 + i), i < 2_990 ? "no" : "yes");
      }
      try (DirectoryReader reader = DirectoryReader.open(writer)) {
        LeastIds least = new LeastIds(reader, LeastIdsTest::isWanted, 1_000);

        assertThat(least.first(PAGE, null)).isEmpty();
        FieldDoc last = new FieldDoc(2_900, Float.NaN, new Object[] {new BytesRef("a12900"), 0L});
        assertThat(least.first(PAGE, last).orElseThrow().scoreDocs).hasSize(PAGE);
        LeastIds few = LeastIds.of(reader, LeastIdsTest::isWanted);
        assertThat(few.maxIds()).isZero();
        assertThat(few.first(PAGE, last)).isEmpty();
      }
    }
  }
}
