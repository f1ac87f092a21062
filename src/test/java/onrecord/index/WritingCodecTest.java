package onrecord.index;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.RawTFSimilarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WritingCodecTest {

  private static final int DOCUMENTS = 600;

  /** Lengths that do not fit into a byte. */
  private static final class LongNorms extends RawTFSimilarity {
    @Override
    public long computeNorm(FieldInvertState state) {
      return state.getLength() * 1000L;
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void writesTheFilesOfTheDefaultCodec(long seed) throws IOException {
    requireEqualFiles(seed, new BM25Similarity());
  }

  @Test
  void writesThemAlsoIfNormsDoNotFitIntoAByte() throws IOException {
    requireEqualFiles(4, new LongNorms());
  }

  private static void requireEqualFiles(long seed, Similarity similarity) throws IOException {
    try (Directory ours = new ByteBuffersDirectory();
        Directory others = new ByteBuffersDirectory()) {
      write(ours, new WritingCodec(), seed, similarity);
      write(others, Codec.getDefault(), seed, similarity);

      assertThat(contents(ours)).hasSizeGreaterThan(11).isEqualTo(contents(others));
    }
  }

  /** Writes documents of which few have a text, in segments that are merged in the end. */
  private static void write(Directory directory, Codec codec, long seed, Similarity similarity)
      throws IOException {
    Random random = new Random(seed);
    IndexWriterConfig config =
        new IndexWriterConfig(new WhitespaceAnalyzer())
            .setCodec(codec)
            .setSimilarity(similarity)
            .setUseCompoundFile(false)
            .setMaxBufferedDocs(DOCUMENTS / 4)
            .setMergeScheduler(new SerialMergeScheduler())
            .setMergePolicy(NoMergePolicy.INSTANCE);
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (int i = 0; i < DOCUMENTS; i++) {
        writer.addDocument(document(random));
      }
      writer.commit();
      TieredMergePolicy merging = new TieredMergePolicy();
      merging.setNoCFSRatio(0);
      writer.getConfig().setMergePolicy(merging);
      if (seed % 2 == 1) {
        writer.forceMerge(1);
      }
    }
  }

  private static Document document(Random random) {
    Document document = new Document();
    document.add(new TextField("quote", words(random, random.nextInt(4)), Store.NO));
    if (random.nextInt(9) == 0) {
      document.add(new TextField("text", words(random, random.nextInt(50)), Store.NO));
    }
    if (random.nextInt(99) == 0) {
      document.add(new TextField("rare", words(random, 1 + random.nextInt(3)), Store.NO));
    }
    return document;
  }

  private static String words(Random random, int count) {
    return random
        .ints(count, 0, 30)
        .mapToObj(word -> "w" + word * word % 31)
        .collect(Collectors.joining(" "));
  }

  /** {@return the hashes of all files by their names, without what is random in them} */
  private static Map<String, HashCode> contents(Directory directory) throws IOException {
    Map<String, HashCode> contents = new HashMap<>();
    for (SegmentCommitInfo segment : SegmentInfos.readLatestCommit(directory)) {
      assertThat(segment.info.getCodec().getName()).isEqualTo(Codec.getDefault().getName());
      for (String file : segment.info.files()) {
        if (!file.endsWith(".si")) {
          contents.put(file, contents(directory, file, segment.info.getId()));
        }
      }
    }
    return contents;
  }

  /** A file has the random id of its segment, and at its end a checksum. */
  private static HashCode contents(Directory directory, String file, byte[] id) throws IOException {
    try (IndexInput in = directory.openInput(file, IOContext.READONCE)) {
      byte[] bytes = new byte[(int) in.length()];
      in.readBytes(bytes, 0, bytes.length);
      for (int i = 0; i + id.length <= bytes.length; i++) {
        if (Arrays.equals(bytes, i, i + id.length, id, 0, id.length)) {
          Arrays.fill(bytes, i, i + id.length, (byte) 0);
        }
      }
      return Hashing.sha256().hashBytes(bytes, 0, bytes.length - Long.BYTES);
    }
  }
}
