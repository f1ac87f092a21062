package onrecord.schema;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.util.List;
import java.util.Optional;
import onrecord.model.Article;
import onrecord.model.Published;
import onrecord.model.Quotation;
import org.apache.lucene.util.BytesRef;

/**
 * Distinguishes states of an article: a SHA-256 hash of all its parts and of the version of the
 * extractor that found its quotations. Texts are hashed as the index stores them, so an unpaired
 * surrogate is equal to U+FFFD.
 */
public final class Fingerprint {

  private Fingerprint() {}

  /**
   * {@return the fingerprint of an article}
   *
   * @param extractor the version of the extractor that found its quotations; empty if they were
   *     given
   */
  public static HashCode of(Article article, Optional<String> extractor) {
    Hasher hasher = Hashing.sha256().newHasher();
    put(hasher, article.id());
    put(hasher, article.title());
    put(hasher, article.text());
    put(hasher, article.published().map(Published::toString));
    put(hasher, article.outlet());
    put(hasher, article.section());
    put(hasher, article.authors());
    put(hasher, article.url());
    put(hasher, article.language());
    put(hasher, article.tags());
    put(hasher, extractor);
    // Nothing is hashed without them, so that earlier archives keep their fingerprints.
    article
        .fields()
        .values()
        .forEach((name, values) -> {
          put(hasher, name);
          put(hasher, values.getFirst().type().word());
          put(hasher, values.stream().map(onrecord.model.FieldValue::text).toList());
        });
    return hasher.hash();
  }

  /**
   * {@return a hash of what is new if it differs: the article and, if its quotations are given and
   * not extracted, these}
   */
  public static long content(Article article, Optional<List<Quotation>> given) {
    Hasher hasher = Hashing.sha256().newHasher();
    hasher.putBytes(of(article, Optional.empty()).asBytes());
    given.ifPresent(
        quotations -> put(hasher, quotations.stream().map(Quotation::toString).toList()));
    return hasher.hash().asLong();
  }

  private static void put(Hasher hasher, Optional<String> value) {
    put(hasher, value.stream().toList());
  }

  private static void put(Hasher hasher, List<String> values) {
    hasher.putInt(values.size());
    values.forEach(value -> put(hasher, value));
  }

  private static void put(Hasher hasher, String value) {
    BytesRef bytes = new BytesRef(value);
    hasher.putInt(bytes.length).putBytes(bytes.bytes, bytes.offset, bytes.length);
  }
}
