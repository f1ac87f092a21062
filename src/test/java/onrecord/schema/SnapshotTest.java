package onrecord.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import onrecord.model.Article;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterDirectoryReader;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;

class SnapshotTest {

  private static final List<IndexField> FACETS =
      Stream.of(IndexField.values()).filter(IndexField::isCountedByName).toList();

  private final AtomicInteger readings = new AtomicInteger();

  @Test
  void facetsAreNumberedOnceWhenTheyAreFirstRequested() throws IOException {
    IndexWriterConfig config =
        new IndexWriterConfig(Schema.analyzer()).setMergePolicy(NoMergePolicy.INSTANCE);
    try (Directory directory = new ByteBuffersDirectory();
        IndexWriter writer = new IndexWriter(directory, config)) {
      for (String id : List.of("a", "b")) {
        Article article = Article.builder(id, "Text.").outlet(id).build();
        writer.addDocuments(
            ImmutableList.copyOf(
                new BlockDocuments(
                    article, List.of(), ArticleMetadata.of(article, Optional.empty()))));
        writer.flush();

        try (DirectoryReader reader = new Counting(DirectoryReader.open(writer))) {
          readings.set(0);
          Snapshot snapshot = Snapshot.of(reader, Stamp.current("1"), DirectoryReader::close);
          assertThat(readings).hasValue(0);
          for (int numbered = 1; numbered <= FACETS.size(); numbered++) {
            IndexField field = FACETS.get(numbered - 1);
            LabelOrdinals ordinals = snapshot.ordinals(field);
            assertThat(snapshot.ordinals(field)).isSameAs(ordinals);
            assertThat(snapshot.within(() -> false).ordinals(field)).isSameAs(ordinals);
            assertThat(readings).hasValue(reader.leaves().size() * numbered);
          }
        }
      }
    }
  }

  /** Counts how often the values of a facet are read from a segment. */
  private final class Counting extends FilterDirectoryReader {

    Counting(DirectoryReader in) throws IOException {
      super(
          in,
          new SubReaderWrapper() {
            @Override
            public LeafReader wrap(LeafReader reader) {
              return new CountingSegment(reader);
            }
          });
    }

    @Override
    protected DirectoryReader doWrapDirectoryReader(DirectoryReader in) throws IOException {
      return new Counting(in);
    }

    @Override
    public CacheHelper getReaderCacheHelper() {
      return in.getReaderCacheHelper();
    }
  }

  private final class CountingSegment extends FilterLeafReader {

    CountingSegment(LeafReader in) {
      super(in);
    }

    @Override
    public SortedSetDocValues getSortedSetDocValues(String field) throws IOException {
      readings.incrementAndGet();
      return super.getSortedSetDocValues(field);
    }

    @Override
    public CacheHelper getCoreCacheHelper() {
      return in.getCoreCacheHelper();
    }

    @Override
    public CacheHelper getReaderCacheHelper() {
      return in.getReaderCacheHelper();
    }
  }
}
