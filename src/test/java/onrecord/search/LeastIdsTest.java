package onrecord.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import onrecord.schema.IndexField;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
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
        assertThat(pages(new LeastIds(new IndexSearcher(reader))))
            .containsExactlyElementsOf(wanted);
      }
    }
  }

  private static List<String> pages(LeastIds least) throws IOException {
    TermQuery query = new TermQuery(new Term("wanted", "yes"));
    List<String> found = new ArrayList<>();
    FieldDoc after = null;
    BytesRef from = new BytesRef();
    while (true) {
      TopFieldCollectorManager first =
          new TopFieldCollectorManager(
              new Sort(new SortField(ID, SortField.Type.STRING)), PAGE, after, Integer.MAX_VALUE);
      TopFieldDocs page = least.first(query, PAGE, from, first).orElseThrow();
      for (ScoreDoc hit : page.scoreDocs) {
        after = (FieldDoc) hit;
        from = (BytesRef) after.fields[0];
        found.add(from.utf8ToString());
      }
      if (page.scoreDocs.length < PAGE) {
        return found;
      }
    }
  }

  private static void add(IndexWriter writer, String id, String isWanted) throws IOException {
    Document document = new Document();
    document.add(new StringField(ID, id, Store.NO));
    document.add(new SortedDocValuesField(ID, new BytesRef(id)));
    document.add(new StringField("wanted", isWanted, Store.NO));
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
        LeastIds least = new LeastIds(new IndexSearcher(reader));
        TermQuery query = new TermQuery(new Term("wanted", "yes"));
        TopFieldCollectorManager first =
            new TopFieldCollectorManager(
                new Sort(new SortField(ID, SortField.Type.STRING)), PAGE, Integer.MAX_VALUE);

        assertThat(least.first(query, PAGE, new BytesRef(), first)).isEmpty();
        Optional<TopFieldDocs> near = least.first(query, PAGE, new BytesRef("a12900"), first);
        assertThat(near.orElseThrow().scoreDocs).hasSize(PAGE);
        assertThat(least.areFewFor(1)).isFalse();
      }
    }
  }
}
