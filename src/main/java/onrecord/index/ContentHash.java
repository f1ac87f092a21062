package onrecord.index;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.util.BytesRef;

/**
 * Hashes what an index holds of a document: each entry separately, so that the sum of the hashes of
 * all entries does not depend on their order. The hashes have a random key; nobody can prepare two
 * different documents with equal sums. Not thread-safe.
 */
final class ContentHash {

  /** The parts of an index. */
  enum Part {
    TERM,
    NORM,
    POINT,
    NUMBER,
    BYTES
  }

  private final HashFunction keyed;
  private final Map<Part, Map<String, Long>> parts = new EnumMap<>(Part.class);

  ContentHash() {
    SecureRandom random = new SecureRandom();
    keyed = Hashing.sipHash24(random.nextLong(), random.nextLong());
  }

  /** {@return the hash of a part of the index of a field} */
  long of(Part part, String field) {
    return parts
        .computeIfAbsent(part, p -> new HashMap<>())
        .computeIfAbsent(
            field,
            name ->
                keyed
                    .newHasher()
                    .putString(part.name(), StandardCharsets.UTF_8)
                    .putChar(' ')
                    .putString(name, StandardCharsets.UTF_8)
                    .hash()
                    .asLong());
  }

  /** {@return the hash of a value in a part of the index of a field} */
  long of(long part, BytesRef value) {
    return of(part, keyed.hashBytes(value.bytes, value.offset, value.length).asLong());
  }

  /** {@return the hash of a value in a part of the index of a field} */
  static long of(long part, long value) {
    return mixed(part ^ mixed(value));
  }

  /** {@return the hash of an occurrence of a term; the offsets are -1 if they are not indexed} */
  static long of(long term, int position, int start, int end) {
    return mixed(term + mixed((long) position << 32 ^ mixed((long) start << 32 ^ end)));
  }

  /** The finalizer of SplitMix64, in which each bit of the result depends on all bits. */
  private static long mixed(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }
}
