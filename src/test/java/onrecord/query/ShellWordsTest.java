package onrecord.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellWordsTest {

  @Test
  void quotesWhatAShellWouldNotTakeLiterally() {
    assertThat(ShellWords.write(List.of("words", "--by=A,b", "", "a b", "isn't", "$x", "\u00e9")))
        .isEqualTo("words --by=A,b '' 'a b' 'isn'\\''t' '$x' '\u00e9'");
    assertThat(ShellWords.write(List.of("a\nb\r", "\ud83d", "a\\n")))
        .isEqualTo("'a'$'\\n''b'$'\\r''' ''$'\\ud83d''' 'a\\n'");
  }

  @Test
  void readsWhatItWrites() {
    Random random = new Random(16);
    String signs = "a'\\ \n\r$\"-=\u00e9\ud83d\ude00\t";
    for (int i = 0; i < 2_000; i++) {
      List<String> words = new ArrayList<>();
      for (int word = random.nextInt(4); word >= 0; word--) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(7); length > 0; length--) {
          text.append(signs.charAt(random.nextInt(signs.length())));
        }
        words.add(text.toString());
      }

      String line = ShellWords.write(words);

      assertThat(line).doesNotContain("\n", "\r");
      assertThat(ShellWords.read(line)).as(line).isEqualTo(words);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          words 'a    | a command must have an even number of single quotation marks
          words $'a   | a command must have an even number of single quotation marks
          words $x    | a command must have the sign '$' in single quotation marks only
          words "a b" | a command must have the sign '"' in single quotation marks only
          words $'\\x' | a backslash must be followed by n, r, u with four hexadecimal digits, or another one, but was by 'x'
          words a\\    | a command must have the sign '\\' in single quotation marks only
          """)
  void refusesWhatItDoesNotWrite(String line, String message) {
    assertThatThrownBy(() -> ShellWords.read(line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
