package onrecord.index;

import org.apache.lucene.index.ConcurrentMergeScheduler;

/**
 * A {@link ConcurrentMergeScheduler} that does not print a failed merge on the console. The failure
 * closes the writer, and the next call of the writer throws it.
 */
final class QuietMergeScheduler extends ConcurrentMergeScheduler {

  @Override
  protected void handleMergeException(Throwable failure) {}
}
