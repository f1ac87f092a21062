package onrecord.lucene;

import java.io.IOException;
import onrecord.index.ArchiveWriter;
import onrecord.query.Watermark;

/** Finds the last commit of a writer that is complete and visible to searches. Stateless. */
final class CompletedCommit {

  private CompletedCommit() {}

  /** Reads the last commit before the state that searches see, which may not be complete. */
  @FunctionalInterface
  interface Seen {
    Watermark read() throws IOException;
  }

  static Watermark of(ArchiveWriter writer, Seen seen) throws IOException {
    int completed = writer.committed();
    Watermark visible = seen.read();
    if (visible.commit() < completed) {
      writer.refresh();
      visible = seen.read();
    }
    // A commit that is being made is visible before it is complete.
    return new Watermark(visible.archive(), Math.min(visible.commit(), completed));
  }
}
