package onrecord.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinesTest {

  /** Returns as many bytes at a time as it happens to have. */
  private static InputStream inPieces(byte[] bytes, Random random) {
    return new ByteArrayInputStream(bytes) {
      @Override
      public synchronized int read(byte[] target, int offset, int length) {
        return super.read(target, offset, Math.min(length, 1 + random.nextInt(9000)));
      }
    };
  }

  private static String random(Random random) {
    StringBuilder text = new StringBuilder();
    for (int line = random.nextInt(6); line >= 0; line--) {
      int length = random.nextInt(random.nextInt(4) == 0 ? 40_000 : 12);
      text.repeat('a' + random.nextInt(26), length).append(line > 0 ? "\n" : "");
    }
    return text.toString();
  }

  /** The lines by splitting, and after each "+" if it is longer than the limit. */
  private static List<String> expected(String text, int limit) {
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    if (lines.getLast().isEmpty()) {
      lines.removeLast();
    }
    lines.replaceAll(line -> line.length() > limit ? line.substring(0, limit) + "+" : line);
    return lines;
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 100, 5000, 20_000, 1 << 26})
  void linesAreThoseBetweenLineFeedsUpToTheLimit(int limit) throws IOException {
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      String text = random(random);
      Lines lines = new Lines(inPieces(text.getBytes(ISO_8859_1), random), limit);

      List<String> read = new ArrayList<>();
      while (lines.next()) {
        String line = new String(lines.bytes(), 0, lines.length(), ISO_8859_1);
        read.add(line + (lines.isOverlong() ? "+" : ""));
        assertThat(lines.number()).isEqualTo(read.size());
      }

      assertThat(read).as("seed %s", seed).isEqualTo(expected(text, limit));
    }
  }
}
