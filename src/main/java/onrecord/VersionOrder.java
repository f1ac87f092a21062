package onrecord;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.hash.BloomFilter;
import com.google.common.hash.Funnels;
import java.io.IOException;
import java.io.Serial;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import onrecord.engine.Engine;
import onrecord.model.Article;
import onrecord.model.ArticleVersion;
import onrecord.source.ArticleRecord;

/**
 * Finds, in one run that adds articles, the records that are older than what the archive holds or
 * than what was withdrawn earlier in the run. Its memory is bounded: of very many withdrawals, only
 * the last are known. Thread-safe, but records of the same article must not be judged concurrently.
 */
final class VersionOrder {

  private static final int EXPECTED_ARTICLES = 100_000;
  private static final double FALSE_POSITIVES = 0.01;
  private static final int KEPT = 50_000;

  private final Engine engine;

  /** The versions that this run has added last. */
  private final Map<String, ArticleVersion> recent;

  /** The versions that this run has withdrawn last. */
  private final Map<String, ArticleVersion> withdrawn;

  /** The ids of the articles that this run has added since it last made all visible. */
  private volatile BloomFilter<CharSequence> unseen = none();

  /** Whether what was added before this run has been made visible. */
  private boolean isBegun;

  VersionOrder(Engine engine) {
    this(engine, KEPT);
  }

  /** Begins a run that keeps so many versions in memory. */
  VersionOrder(Engine engine, int kept) {
    this.engine = engine;
    this.recent = newest(kept);
    this.withdrawn = newest(kept);
  }

  private static Map<String, ArticleVersion> newest(int kept) {
    return Collections.synchronizedMap(
        new LinkedHashMap<>() {
          @Serial private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, ArticleVersion> eldest) {
            return size() > kept;
          }
        });
  }

  private static BloomFilter<CharSequence> none() {
    return BloomFilter.create(Funnels.stringFunnel(UTF_8), EXPECTED_ARTICLES, FALSE_POSITIVES);
  }

  /**
   * {@return whether a newer version of an article is held, or was withdrawn}
   *
   * @param id the id of the article that the record has or withdraws
   * @throws IOException if the archive cannot be read
   */
  boolean isOutdated(ArticleRecord record, String id) throws IOException {
    Optional<ArticleVersion> version = record.version();
    return version.isPresent() && latest(id).filter(version.get()::isOlderThan).isPresent();
  }

  /** {@return the version that is held or was withdrawn} */
  private Optional<ArticleVersion> latest(String id) throws IOException {
    Optional<ArticleVersion> known =
        Optional.ofNullable(recent.get(id)).or(() -> Optional.ofNullable(withdrawn.get(id)));
    if (known.isPresent()) {
      return known;
    }
    makeVisible(id);
    return engine.article(id).map(Article::fields).flatMap(ArticleVersion::of);
  }

  /** Makes visible what was added, if an article may be part of it. */
  private synchronized void makeVisible(String id) throws IOException {
    if (!isBegun || unseen.mightContain(id)) {
      // What is added from now on is unseen again, whether the refresh makes it visible or not.
      unseen = none();
      engine.refresh();
      isBegun = true;
    }
  }

  /** Remembers that a record has been taken. */
  void taken(ArticleRecord record, String id) {
    recent.remove(id);
    withdrawn.remove(id);
    if (record.withdrawn().isPresent()) {
      record.version().ifPresent(version -> withdrawn.put(id, version));
    } else if (record.version().isPresent()) {
      recent.put(id, record.version().get());
      unseen.put(id);
    }
  }
}
