package onrecord.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

class SegmentOrdinalsTest {

  private static final int DOCUMENTS = 300;

  @Test
  void numbersAreThoseOfTheIndex() throws IOException {
    Random random = new Random(7);
    List<List<String>> names = new ArrayList<>();
    for (int doc = 0; doc < DOCUMENTS; doc++) {
      names.add(random.nextInt(4) == 0 ? List.of() : List.of("name " + random.nextInt(40)));
    }
    try (Directory directory = new ByteBuffersDirectory();
        DirectoryReader reader = write(directory, names)) {
      LeafReaderContext leaf = reader.leaves().getFirst();
      LabelOrdinals ordinals = new LabelOrdinals(reader, "name", segment -> null);
      SegmentOrdinals kept = ordinals.kept(leaf).orElseThrow();
      SortedSetDocValues values = ordinals.values(leaf);

      assertThat(kept.size()).isEqualTo((int) values.getValueCount());
      assertThat(ordinals.kept(leaf)).containsSame(kept);
      for (int doc = 0; doc < DOCUMENTS; doc++) {
        assertThat(kept.of(doc)).isEqualTo(values.advanceExact(doc) ? (int) values.nextOrd() : -1);
      }
    }
  }

  @Test
  void severalNamesOfADocumentAreNotKept() throws IOException {
    try (Directory directory = new ByteBuffersDirectory();
        DirectoryReader reader = write(directory, List.of(List.of("a", "b"), List.of("a")))) {
      LabelOrdinals ordinals = new LabelOrdinals(reader, "name", segment -> null);

      assertThat(ordinals.kept(reader.leaves().getFirst())).isEmpty();
    }
  }

  @Test
  void segmentWithoutNamesHasNone() throws IOException {
    try (Directory directory = new ByteBuffersDirectory();
        DirectoryReader reader = write(directory, List.of(List.of(), List.of()))) {
      LabelOrdinals ordinals = new LabelOrdinals(reader, "name", segment -> null);
      SegmentOrdinals kept = ordinals.kept(reader.leaves().getFirst()).orElseThrow();

      assertThat(kept.size()).isZero();
      assertThat(kept.of(1)).isEqualTo(-1);
    }
  }

  private static DirectoryReader write(Directory directory, List<List<String>> names)
      throws IOException {
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      for (List<String> each : names) {
        Document document = new Document();
        each.forEach(name -> document.add(new SortedSetDocValuesField("name", new BytesRef(name))));
        writer.addDocument(document);
      }
    }
    return DirectoryReader.open(directory);
  }
}
