package onrecord.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortedNamesTest {

  // Of one, two and three groups of bits, and halves of a character outside the basic plane.
  private static final String CHARACTERS = "ab-\u007f\u0080\u00e9\u3fff\u4000\ud83d\ude00\uffff";

  @Test
  void noNamesHaveNoFirstOne() {
    Iterator<String> names = SortedNames.of(List.of()).iterator();

    assertThat(names.hasNext()).isFalse();
    assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(names::next);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void randomNamesAreInTheOrderOfStrings(long seed) {
    Random random = new Random(seed);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      names.add("x".repeat(random.nextInt(3) * 70) + characters(random));
    }

    SortedNames sorted = SortedNames.of(names);

    assertThat(sorted).containsExactlyElementsOf(names.stream().sorted().toList());
    assertThat(sorted).as("read again").hasSize(300);
  }

  private static String characters(Random random) {
    StringBuilder name = new StringBuilder();
    for (int i = random.nextInt(8); i > 0; i--) {
      name.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
    }
    return name.toString();
  }
}
