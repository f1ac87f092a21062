package onrecord.search;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import onrecord.schema.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * Which of the {@link Prefixes} are words of a state of an archive by themselves, each of which is
 * looked up once. Thread-safe.
 */
final class KnownPrefixes {

  private final Map<Prefix, Boolean> known = new ConcurrentHashMap<>();

  private KnownPrefixes() {}

  private record Prefix(String field, String text) {}

  /** {@return the prefixes that are known of a snapshot} */
  static KnownPrefixes of(Snapshot snapshot) {
    return snapshot.kept(KnownPrefixes.class, KnownPrefixes::new);
  }

  /**
   * {@return whether a prefix is a word}
   *
   * @param field the field that has the word
   * @param prefix one of the prefixes
   * @param lookup looks it up, unless that was done before
   */
  boolean has(WordField field, String prefix, BooleanSupplier lookup) {
    @Nullable Boolean answer = known.get(new Prefix(field.name(), prefix));
    if (answer == null) {
      answer = lookup.getAsBoolean();
      known.put(new Prefix(field.name(), prefix), answer);
    }
    return answer;
  }
}
