package onrecord.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import onrecord.model.KnownSpeaker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

class NameIndexTest {

  @Test
  void aSpeakerIsHashedOnceWhateverTheNumberOfItsNames() {
    Counted one = new Counted();
    Counted other = new Counted();

    NameIndex<Counted> index =
        NameIndex.of(
            List.of(one, other),
            speaker -> IntStream.range(0, 1_000).mapToObj(name -> "name " + name));

    assertThat(index.find("name 7")).containsExactly(one, other);
    assertThat(index.keys()).hasSize(1_000);
    assertThat(one.hashed + other.hashed).isEqualTo(2);
  }

  @Test
  void equalSpeakersAndRepeatedKeysCountOnce() {
    NameIndex<String> index =
        NameIndex.of(List.of("b", "a", "b"), speaker -> Stream.of("x", speaker, "x"));

    assertThat(index.find("x")).containsExactly("b", "a");
    assertThat(index.find("b")).containsExactly("b");
    assertThat(index.find("y")).isEmpty();
    assertThat(index.keys()).containsExactly("x", "b", "a");
  }

  @Test
  @Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
  void anAuthorityReadsHundredsOfThousandsOfAliases() {
    List<String> aliases =
        IntStream.range(0, 300_000).mapToObj(name -> "Alias Number" + name).toList();
    KnownSpeaker speaker = KnownSpeaker.builder("Ada Holm").aliases(aliases).build();

    SpeakerAuthority authority = SpeakerAuthority.of(List.of(speaker));

    assertThat(authority.find("alias number299999")).hasSize(1);
    assertThat(authority.ambiguousNames()).isEmpty();
  }

  /** Counts how often its hash code is computed. */
  private static final class Counted {
    private int hashed;

    @Override
    public int hashCode() {
      hashed++;
      return 1;
    }

    @Override
    public boolean equals(Object other) {
      return this == other;
    }
  }
}
