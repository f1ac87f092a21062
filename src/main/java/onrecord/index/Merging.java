package onrecord.index;

import org.apache.lucene.index.ConcurrentMergeScheduler;

/**
 * Merges in threads of its own. A merge that fails is not told on the console, as Lucene would: the
 * writer closes over it, and its next call tells.
 */
final class Merging extends ConcurrentMergeScheduler {

  @Override
  protected void handleMergeException(Throwable failure) {}
}
