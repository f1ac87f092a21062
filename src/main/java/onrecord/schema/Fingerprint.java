package onrecord.schema;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.util.List;
import java.util.Optional;
import onrecord.model.Article;
import onrecord.model.FieldValue;
import onrecord.model.Fields;
import onrecord.model.PartialDate;
import onrecord.model.Published;
import onrecord.model.Quotation;
import onrecord.model.Said;
import onrecord.model.Span;
import onrecord.model.Speaker;
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
    put(hasher, article.fields());
    return hasher.hash();
  }

  /**
   * {@return a hash of what is new if it differs: the article and, if its quotations are given and
   * not extracted, these}
   *
   * @param article the fingerprint of the article without an extractor
   */
  public static long content(HashCode article, Optional<List<Quotation>> given) {
    Hasher hasher = Hashing.sha256().newHasher();
    hasher.putBytes(article.asBytes());
    for (Quotation quotation : given.orElse(List.of())) {
      put(hasher, quotation);
    }
    return hasher.hash().asLong();
  }

  private static void put(Hasher hasher, Quotation quotation) {
    put(hasher, quotation.id());
    put(hasher, quotation.text());
    put(hasher, quotation.kind().name());
    putSpans(hasher, quotation.runs());
    put(hasher, quotation.speaker());
    putSpans(hasher, quotation.mention().stream().toList());
    putSpans(hasher, quotation.cue().stream().toList());
    putSpans(hasher, quotation.said().map(Said::expression).stream().toList());
    put(hasher, quotation.said().flatMap(Said::date).map(PartialDate::toString));
    hasher.putDouble(quotation.confidence());
    put(hasher, quotation.rule());
    put(hasher, quotation.about());
    hasher.putInt(quotation.fields().values().size());
    put(hasher, quotation.fields());
  }

  private static void put(Hasher hasher, Speaker speaker) {
    put(hasher, speaker.name());
    put(hasher, speaker.type().name());
    put(hasher, speaker.description());
    put(hasher, speaker.id());
    put(hasher, speaker.printed());
    hasher.putInt(speaker.fields().values().size());
    put(hasher, speaker.fields());
  }

  private static void putSpans(Hasher hasher, List<Span> spans) {
    hasher.putInt(spans.size());
    spans.forEach(span -> hasher.putInt(span.start()).putInt(span.end()));
  }

  private static void put(Hasher hasher, Fields fields) {
    fields
        .values()
        .forEach((name, values) -> {
          put(hasher, name);
          put(hasher, values.getFirst().type().word());
          put(hasher, values.stream().map(FieldValue::text).toList());
        });
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
