package onrecord.index;

import onrecord.engine.EngineSettings;
import onrecord.engine.Processors;
import onrecord.schema.Schema;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SnapshotDeletionPolicy;

/** The configuration of Lucene writers. Stateless. */
final class WriterConfig {

  private WriterConfig() {}

  /**
   * Returns the processors that an archive uses: no more than there are, since each thread that
   * writes at the same time fills a segment of its own.
   */
  static Processors processors(EngineSettings settings) {
    return new Processors(
        Math.min(settings.processors(), Runtime.getRuntime().availableProcessors()));
  }

  /**
   * Returns the configuration of a writer with the given settings, whose merges share processors
   * with other threads.
   */
  static IndexWriterConfig of(EngineSettings settings, Processors processors) {
    IndexWriterConfig config =
        new IndexWriterConfig(Schema.analyzer())
            .setCodec(new WritingCodec())
            .setRAMBufferSizeMB(settings.ramBufferMegabytes())
            .setMergeScheduler(new SharingMergeScheduler(processors))
            .setIndexDeletionPolicy(deletionPolicy());
    if (processors.count() == 1) {
      // A commit cannot wait for merges that need the processor which it uses.
      config.setMaxFullFlushMergeWaitMillis(0);
    }
    return config;
  }

  /**
   * Returns a policy that keeps the last commit, frozen ones, and others while they are being
   * backed up.
   */
  static SnapshotDeletionPolicy deletionPolicy() {
    return new SnapshotDeletionPolicy(new KeepFrozenCommits());
  }
}
