package onrecord;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import onrecord.engine.Engine;

/** Commits the changes of an engine as often as the options specify. Thread-safe. */
final class CommitPolicy {

  private final Engine engine;
  private final long everyArticles;
  private final AtomicLong sinceCommit = new AtomicLong();

  /**
   * Creates a policy.
   *
   * @param everyArticles the number of changed articles after which a commit is due; 0 for never
   */
  CommitPolicy(Engine engine, long everyArticles) {
    this.engine = engine;
    this.everyArticles = everyArticles;
  }

  /**
   * Counts changed articles, and commits if that is due.
   *
   * @return whether a commit was made
   */
  boolean changed(long articles) throws IOException {
    long changed = sinceCommit.addAndGet(articles);
    boolean due = everyArticles > 0 && changed >= everyArticles;
    if (due) {
      commit();
    }
    return due;
  }

  /** Counts changed articles for the next commit. */
  void count(long articles) {
    sinceCommit.addAndGet(articles);
  }

  void commit() throws IOException {
    long counted = sinceCommit.getAndSet(0);
    try {
      engine.commit();
    } catch (IOException | RuntimeException e) {
      // The next commit is as due as this one was.
      sinceCommit.addAndGet(counted);
      throw e;
    }
  }

  void commitChanges() throws IOException {
    if (engine.hasUncommittedChanges()) {
      commit();
    }
  }
}
