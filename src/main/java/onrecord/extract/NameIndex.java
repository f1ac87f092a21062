package onrecord.extract;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Speakers by the keys of their names, in the order of the list that they come from. Equal speakers
 * count once. Immutable, thread-safe if the speakers are.
 *
 * <p>A speaker is hashed once, not once for each of its names: the hash code of a speaker includes
 * all its names, so that the time would be quadratic in their number.
 *
 * @param <S> the type of the speakers
 */
final class NameIndex<S> {

  private final ImmutableListMultimap<String, S> byKey;

  private NameIndex(ImmutableListMultimap<String, S> byKey) {
    this.byKey = byKey;
  }

  /**
   * {@return the index of a list of speakers}
   *
   * @param keys returns the keys of the names of a speaker, possibly repeated
   */
  static <S> NameIndex<S> of(Collection<S> speakers, Function<S, Stream<String>> keys) {
    List<S> distinct = new ArrayList<>(new LinkedHashSet<>(speakers));
    SetMultimap<String, Integer> ordinals = LinkedHashMultimap.create();
    for (int i = 0; i < distinct.size(); i++) {
      int ordinal = i;
      keys.apply(distinct.get(i)).forEach(key -> ordinals.put(key, ordinal));
    }
    ImmutableListMultimap.Builder<String, S> byKey = ImmutableListMultimap.builder();
    ordinals.forEach((key, ordinal) -> byKey.put(key, distinct.get(ordinal)));
    return new NameIndex<>(byKey.build());
  }

  /** {@return the speakers that have a key, in the order of the list} */
  List<S> find(String key) {
    return byKey.get(key);
  }

  /** {@return the keys, in the order of the list} */
  Collection<String> keys() {
    return byKey.keySet();
  }
}
