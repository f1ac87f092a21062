package onrecord.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import onrecord.model.Span;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

class DeflatedTextTest {

  private static final String LETTERS = "abcd e\u00e9\u0416\u20ac\u201c\ud83d\ude00\ud800 \udc00\n";

  @Test
  void spansAreReadInAnyOrderAsAnIndexStoresThem() {
    Random random = new Random(20201122);
    for (int i = 0; i < 300; i++) {
      String text = text(random, 1 + random.nextInt(i < 20 ? 6000 : 60));
      DeflatedText deflated = new DeflatedText(DeflatedText.compress(text), new TextBuffer());
      for (int j = 0; j < 6; j++) {
        int start = random.nextInt(text.length());
        Span span = new Span(start, start + 1 + random.nextInt(text.length() - start));

        // Two halves of a character are kept as long as they are together.
        assertThat(deflated.in(span))
            .as("%s of text %d", span, i)
            .isEqualTo(stored(span.in(stored(text))));
      }
      assertThat(deflated.whole()).isEqualTo(stored(text));
    }
  }

  private static String text(Random random, int length) {
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }

  private static String stored(String text) {
    return new BytesRef(text).utf8ToString();
  }

  @Test
  void textsThatShareABufferAreReadInTurn() {
    TextBuffer buffer = new TextBuffer();
    String ferries = "The ferries \u201cwait\u201d for the tide. ".repeat(90);
    String lamps = "\u201cLamps,\u201d they said, \u201cburn early.\u201d ".repeat(60);
    DeflatedText first = new DeflatedText(DeflatedText.compress(ferries), buffer);
    DeflatedText second = new DeflatedText(DeflatedText.compress(lamps), buffer);
    Span near = new Span(12, 18);
    Span far = new Span(1500, 1700);

    assertThat(first.in(near)).isEqualTo(near.in(ferries));
    assertThat(second.in(far)).isEqualTo(far.in(lamps));
    assertThat(first.in(far)).isEqualTo(far.in(ferries));
    assertThat(second.whole()).isEqualTo(lamps);
    assertThat(first.in(near)).isEqualTo(near.in(ferries));
    assertThat(second.in(near)).isEqualTo(near.in(lamps));
    assertThat(first.whole()).isEqualTo(ferries);
  }

  @Test
  void spanAfterTheEndIsRejected() {
    DeflatedText text = new DeflatedText(DeflatedText.compress("Short."), new TextBuffer());

    assertThatThrownBy(() -> text.in(new Span(3, 7)))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessageContaining("length 6");
  }

  @Test
  void damagedBytesAreRejected() {
    BytesRef whole = DeflatedText.compress("The ferry waits, and waits, and waits for the tide.");
    BytesRef cut = new BytesRef(Arrays.copyOf(whole.bytes, whole.length - 4));
    BytesRef wrong = new BytesRef(new byte[] {7, 7, 7, 7});

    assertThatThrownBy(() -> new DeflatedText(cut, new TextBuffer()).whole())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("ends too early");
    assertThatThrownBy(() -> new DeflatedText(wrong, new TextBuffer()).whole())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("damaged");
  }
}
