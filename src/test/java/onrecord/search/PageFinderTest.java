package onrecord.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import onrecord.model.QuotationKind;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.SortOrder;
import onrecord.schema.IndexField;
import onrecord.schema.Schema;
import onrecord.schema.Snapshot;
import onrecord.schema.Stamp;
import onrecord.search.HitCounter.Kept;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.FilterCollector;
import org.apache.lucene.search.FilterLeafCollector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compares pages that are found in two passes with those of one pass, in an index of many short
 * texts with equal scores, of several segments with deletions.
 */
class PageFinderTest {

  private static final int ARTICLES = 2_600;
  private static final int QUOTATIONS = 5;
  private static final Term KIND = new Term(IndexField.KIND.field(), "INDIRECT");

  private static Directory directory;
  private static DirectoryReader reader;
  private static Snapshot snapshot;

  @BeforeAll
  static void write() throws IOException {
    directory = new ByteBuffersDirectory();
    IndexWriterConfig config =
        new IndexWriterConfig(new WhitespaceAnalyzer()).setMergePolicy(NoMergePolicy.INSTANCE);
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      Random random = new Random(5);
      for (int i = 0; i < ARTICLES; i++) {
        String id = "a" + (1_000 + i * 1_001 % ARTICLES);
        List<Document> block = new ArrayList<>();
        for (int at = 0; at < QUOTATIONS; at++) {
          block.add(quotation(id, at, random));
        }
        Document article = new Document();
        article.add(new StringField(IndexField.TYPE.field(), Schema.ARTICLE, Store.NO));
        article.add(new StringField(IndexField.ARTICLE_ID.field(), id, Store.NO));
        block.add(article);
        writer.addDocuments(block);
        if (i == 150 || i == 1_700) {
          writer.flush();
        }
      }
      for (int i = 0; i < ARTICLES; i += 17) {
        writer.deleteDocuments(new Term(IndexField.ARTICLE_ID.field(), "a" + (1_000 + i)));
      }
    }
    reader = DirectoryReader.open(directory);
    snapshot = Snapshot.of(reader, Stamp.current("1"), DirectoryReader::close);
  }

  private static Document quotation(String id, int position, Random random) {
    StringBuilder text = new StringBuilder();
    for (int words = 12 + random.nextInt(14); words > 0; words--) {
      double rare = random.nextDouble();
      // "tides" is its stem and the word, "tide" is one term.
      text.append(rare < 0.004 ? "\u0001tide \u0002tides " : rare < 0.04 ? "tide " : "calm ");
    }
    Document document = new Document();
    document.add(new StringField(IndexField.TYPE.field(), Schema.QUOTATION, Store.NO));
    document.add(
        new StringField(KIND.field(), random.nextInt(9) == 0 ? "INDIRECT" : "DIRECT", Store.NO));
    document.add(new StringField(IndexField.ARTICLE_ID.field(), id, Store.NO));
    document.add(new SortedDocValuesField(IndexField.ARTICLE_ID.field(), new BytesRef(id)));
    document.add(new NumericDocValuesField(IndexField.POSITION.field(), position));
    document.add(new TextField(IndexField.QUOTE.terms(), text.toString(), Store.NO));
    return document;
  }

  @AfterAll
  static void close() throws IOException {
    snapshot.release();
    directory.close();
  }

  private static HitCounter.Counted count(
      Search search, PageFinder.Requested page, SearchThreads threads, long frequent)
      throws IOException {
    QueryTranslator query = QueryTranslator.of(snapshot, search, TimeLimit.NONE);
    HitOrder order = HitOrder.of(search.sort(), snapshot);
    SegmentSearch segments = new SegmentSearch(snapshot, threads, 0);
    return new PageFinder(segments, search, order, query, frequent).count(query.scored(), page);
  }

  private static HitCounter.Counted inOnePass(Search search, PageFinder.Requested page)
      throws IOException {
    return count(search, page, SearchThreads.NONE, Long.MAX_VALUE);
  }

  private static void requireSame(HitCounter.Counted found, HitCounter.Counted expected)
      throws IOException {
    assertThat(found.quotations()).isEqualTo(expected.quotations()).isPositive();
    assertThat(found.articles()).isEqualTo(expected.articles());
    assertThat(documents(found)).isEqualTo(documents(expected));
    assertThat(hits(found)).isEqualTo(hits(expected));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tide", "tides", "calm"})
  void pagesOfTwoPassesAreThoseOfOne(String word) throws IOException {
    for (Set<QuotationKind> kinds :
        List.of(EnumSet.allOf(QuotationKind.class), EnumSet.of(QuotationKind.DIRECT))) {
      Search search = Search.builder(Query.words(word)).kinds(kinds).build();
      for (int size : new int[] {1, 10, 60}) {
        FieldDoc after = null;
        for (int i = 0; i < 4; i++) {
          PageFinder.Requested page = new PageFinder.Requested(size, after, Kept.DOCUMENTS);
          HitCounter.Counted expected = inOnePass(search, page);
          HitCounter.Counted found = count(search, page, SearchThreads.NONE, 0);

          requireSame(found, expected);
          assertThat(found.first().scoreDocs).hasSize(size);
          after = (FieldDoc) found.first().scoreDocs[size - 1];
        }
      }
    }
  }

  @Test
  void severalThreadsFindTheSame() throws IOException {
    try (SearchThreads threads = new SearchThreads(3)) {
      for (Query query :
          List.of(
              Query.words("tides"),
              Query.words("tide calm"),
              Query.phrase("calm tide"),
              Query.near("tide calm", 2),
              Query.wildcard("t*"))) {
        for (SortOrder order : List.of(SortOrder.RELEVANCE, SortOrder.CONFIDENCE)) {
          Search search = Search.builder(query).sort(order).build();
          for (int size : new int[] {0, 20}) {
            PageFinder.Requested page = new PageFinder.Requested(size, null, Kept.DOCUMENTS);
            HitCounter.Counted expected = inOnePass(search, page);
            for (long frequent : new long[] {0, Long.MAX_VALUE}) {
              requireSame(count(search, page, threads, frequent), expected);
            }
          }
        }
      }
    }
  }

  private static List<Integer> documents(HitCounter.Counted counted) throws IOException {
    List<Integer> documents = new ArrayList<>();
    for (MatchingDocs part : counted.documents()) {
      DocIdSetIterator docs = part.bits().iterator();
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        documents.add(part.context().docBase + doc);
      }
    }
    return documents;
  }

  private static List<List<Object>> hits(HitCounter.Counted counted) {
    return Arrays.stream(counted.first().scoreDocs)
        .map(hit -> List.<Object>of(hit.doc, Arrays.asList(((FieldDoc) hit).fields)))
        .toList();
  }

  @Test
  void hitsOfTheSameScoreAreFoundByIds() throws IOException {
    Search search = Search.of(Query.wildcard("tid*"));
    FieldDoc after = null;
    List<Object> ids = new ArrayList<>();
    List<Integer> docs = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      HitCounter.Counted found =
          inOnePass(search, new PageFinder.Requested(7, after, Kept.NOTHING));
      for (var hit : found.first().scoreDocs) {
        after = (FieldDoc) hit;
        ids.add(after.fields[1]);
        docs.add(hit.doc);
      }
    }

    assertThat(ids).hasSize(210).isSorted();
    assertThat(docs)
        .doesNotHaveDuplicates()
        .isSubsetOf(
            documents(inOnePass(search, new PageFinder.Requested(0, null, Kept.DOCUMENTS))));
  }

  /** Counts the documents that are collected. */
  private record Counting(BestCollector.Best best, int[] collected)
      implements CollectorManager<FilterCollector, Integer> {

    @Override
    public FilterCollector newCollector() {
      return new FilterCollector(best.newCollector()) {
        @Override
        public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
          return new FilterLeafCollector(super.getLeafCollector(leaf)) {
            @Override
            public void collect(int doc) throws IOException {
              collected[0]++;
              super.collect(doc);
            }
          };
        }
      };
    }

    @Override
    public Integer reduce(java.util.Collection<FilterCollector> parts) {
      return collected[0];
    }
  }

  @Test
  void documentsThatCannotBeAmongTheFirstHitsArePassedOver() throws IOException {
    Search search = Search.of(Query.words("tide"));
    QueryTranslator query = QueryTranslator.of(snapshot, search, TimeLimit.NONE);
    HitCounter.Counted all = inOnePass(search, new PageFinder.Requested(0, null, Kept.NOTHING));

    int collected =
        snapshot
            .searcher()
            .search(query.scored(), new Counting(new BestCollector.Best(3, null), new int[1]));

    assertThat(collected).isBetween(3, (int) all.quotations() / 8);
  }
}
