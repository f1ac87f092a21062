package onrecord.index;

import com.google.common.util.concurrent.Striped;
import java.io.IOException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import onrecord.index.WriterThreads.Work;

/**
 * The locks that order the changes of an archive: changes of one article run one after another,
 * changes of different articles in parallel, and a change of many articles alone. Thread-safe.
 */
final class ChangeLocks {

  private final Striped<Lock> articles = Striped.lock(256);
  private final ReadWriteLock all = new ReentrantReadWriteLock();

  /** Does work on one article, while no other work on it is done. */
  <T> T onArticle(String id, Work<T> work) throws IOException {
    return shared(() -> {
      Lock article = articles.get(id);
      article.lock();
      try {
        return work.run();
      } finally {
        article.unlock();
      }
    });
  }

  /** Does work while no exclusive work is done. */
  <T> T shared(Work<T> work) throws IOException {
    return locked(all.readLock(), work);
  }

  /** Does work while no other work is done. */
  <T> T exclusively(Work<T> work) throws IOException {
    return locked(all.writeLock(), work);
  }

  private static <T> T locked(Lock lock, Work<T> work) throws IOException {
    lock.lock();
    try {
      return work.run();
    } finally {
      lock.unlock();
    }
  }
}
