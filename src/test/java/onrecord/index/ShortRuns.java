package onrecord.index;

import java.io.IOException;
import java.util.Random;
import onrecord.engine.EngineSettings;
import onrecord.model.Article;
import onrecord.schema.Schema;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.store.Directory;

/**
 * Archives in which much happens within a few articles, in tests: each file is written, merged and
 * deleted soon, by the calling thread.
 */
final class ShortRuns {

  private ShortRuns() {}

  /** Opens an archive whose segments have random sizes. */
  static ArchiveWriter open(Directory disk, Random random) throws IOException {
    LogDocMergePolicy merging = new LogDocMergePolicy();
    merging.setMergeFactor(2 + random.nextInt(3));
    IndexWriterConfig config =
        new IndexWriterConfig(Schema.analyzer())
            .setMaxBufferedDocs(2 + random.nextInt(10))
            .setUseCompoundFile(random.nextBoolean())
            .setMergePolicy(merging)
            .setMergeScheduler(new SerialMergeScheduler())
            .setIndexDeletionPolicy(WriterConfig.deletionPolicy());
    return ArchiveWriter.open("the archive", disk, "1", EngineSettings.DEFAULT, config);
  }

  /** {@return an article whose text and length depend on a number} */
  static Article article(String id, int number) {
    return Article.builder(id, "Number " + number + " " + "again ".repeat(number % 7)).build();
  }
}
