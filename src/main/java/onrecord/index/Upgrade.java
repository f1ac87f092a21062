package onrecord.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import onrecord.engine.EngineSettings;
import onrecord.engine.Processors;
import onrecord.engine.ProgressObserver;
import onrecord.engine.UpgradeReport;
import onrecord.engine.Verification;
import onrecord.schema.Schema;
import onrecord.schema.SegmentDocuments;
import onrecord.schema.Stamp;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.Bits;

/**
 * Rebuilds an archive of an older format in the current one, from the articles and quotations that
 * it stores. The result becomes visible in a single commit that replaces the old one; until then
 * the archive is unchanged. States that are frozen stay as they are, in their own format.
 */
public final class Upgrade {

  private Upgrade() {}

  /**
   * Rebuilds the archive in a folder, if its format is an older one.
   *
   * @param observer is notified of the progress
   * @throws IOException if there is no archive, a writer has it open, its format is unknown, or it
   *     cannot be read or written; the archive is then unchanged
   */
  public static UpgradeReport upgrade(
      Path folder, EngineSettings settings, ProgressObserver observer) throws IOException {
    return WriterThreads.runOnce(() -> {
      try (Directory directory = ArchiveFolder.forReading(folder)) {
        ArchiveFolder.requireWritable(folder);
        return upgrade(folder.toString(), directory, settings, observer);
      } catch (IOException | RuntimeException | VirtualMachineError e) {
        throw IOFailures.failure(folder.toString(), e);
      }
    });
  }

  static UpgradeReport upgrade(
      String name, Directory directory, EngineSettings settings, ProgressObserver observer)
      throws IOException {
    try {
      return rebuild(name, directory, settings, observer);
    } catch (IOException e) {
      throw IOFailures.naming(name, e);
    }
  }

  private static UpgradeReport rebuild(
      String name, Directory directory, EngineSettings settings, ProgressObserver observer)
      throws IOException {
    try (DirectoryReader old = DirectoryReader.open(directory)) {
      Map<String, String> userData = old.getIndexCommit().getUserData();
      Stamp stamp = Stamp.read(userData, name);
      if (stamp.format() == Schema.FORMAT) {
        return new UpgradeReport(stamp.format(), Schema.FORMAT, 0);
      }
      // The writer starts with an empty index, whose segments are added beside the old ones.
      IndexWriterConfig config =
          new IndexWriterConfig(Schema.analyzer())
              .setOpenMode(OpenMode.CREATE)
              .setCommitOnClose(false)
              .setIndexDeletionPolicy(new KeepFrozenCommits())
              .setRAMBufferSizeMB(settings.ramBufferMegabytes())
              .setMergeScheduler(new SharingMergeScheduler(new Processors(settings.processors())))
              .setCodec(new WritingCodec());
      try (IndexWriter writer = WritableIndex.lock(name, directory, config)) {
        requireSame(old, name);
        requireSound(old, name, (done, all) -> observer.progressed(done, 2 * all));
        long articles = 0;
        for (LeafReaderContext leaf : old.leaves()) {
          articles += rebuild(leaf, stamp, writer);
          long documents = (long) leaf.docBase + leaf.reader().maxDoc();
          observer.progressed(old.maxDoc() + documents, 2L * old.maxDoc());
        }
        Map<String, String> before = BackupMark.isIn(directory) ? Map.of() : userData;
        writer.setLiveCommitData(
            Stamp.current(stamp.extractor())
                .toUserData(before, Stamp.commits(userData))
                .entrySet());
        writer.commit();
        BackupMark.clear(directory);
        return new UpgradeReport(stamp.format(), Schema.FORMAT, articles);
      }
    }
  }

  private static void requireSame(DirectoryReader old, String name) throws IOException {
    if (!old.isCurrent()) {
      throw new IOException(name + " was changed while it was being opened; try again");
    }
  }

  /** A damaged archive must not be rebuilt as a sound one with other contents. */
  private static void requireSound(DirectoryReader old, String name, ProgressObserver observer)
      throws IOException {
    Verification report = Verifier.verify(name, old.getIndexCommit(), observer);
    if (!report.problems().isEmpty()) {
      throw new IOException(
          name + " is damaged and was not changed: " + report.problems().getFirst());
    }
  }

  private static long rebuild(LeafReaderContext leaf, Stamp stamp, IndexWriter writer)
      throws IOException {
    Bits live = leaf.reader().getLiveDocs();
    SegmentDocuments documents = new SegmentDocuments(leaf.reader(), stamp);
    long[] articles = new long[1];
    Blocks.forEach(
        leaf.reader(),
        (first, last) -> {
          if (live == null || live.get(last)) {
            writer.addDocuments(ArticleBlock.read(documents, first, last).documents());
            articles[0]++;
          }
        });
    return articles[0];
  }
}
