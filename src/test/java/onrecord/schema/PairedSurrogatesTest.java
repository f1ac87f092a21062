package onrecord.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PairedSurrogatesTest {

  private static final String CHARACTERS = "a b\uD83D\uDE00\uD83D\uDE00\uFFFD";

  @Test
  void unpairedSurrogatesAreReplacedWhateverIsReadAtATime() throws IOException {
    Random random = new Random(20240607);
    for (int i = 0; i < 3_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(12); length > 0; length--) {
        text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
      }

      assertThat(read(text.toString(), random)).isEqualTo(paired(text.toString()));
    }
  }

  private static String read(String text, Random random) throws IOException {
    StringBuilder all = new StringBuilder();
    char[] buffer = new char[5];
    try (Reader reader = new PairedSurrogates(new StringReader(text))) {
      int count = 0;
      while (count >= 0) {
        all.append(buffer, 0, count);
        count = reader.read(buffer, 0, 1 + random.nextInt(buffer.length));
      }
    }
    return all.toString();
  }

  private static String paired(String text) {
    StringBuilder all = new StringBuilder();
    text.codePoints()
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
        .forEach(all::appendCodePoint);
    return all.toString();
  }
}
