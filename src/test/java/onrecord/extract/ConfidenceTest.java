package onrecord.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How sure an attribution is told to be. */
class ConfidenceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Mara Quill came. "The ice is thin," said Quill. | Mara Quill came. "The ice is thin," she said.
          Mara Quill came. "The ice is thin," she said.   | "The ice is thin," she said.
          Mara Quill came. "The ice is thin," she said.   | Mara Quill came, and Ida Holm went. "The ice is thin," she said.
          "The ice is thin," said Mara Quill.             | "The ice is thin," said the skater.
          "The ice is thin," said Mara Quill.             | Mara Quill was blunt. "The ice is thin."
          "The ice is thin," said Mara Quill.             | "The ice is thin," Mara Quill went on.
          "The ice is thin," said Mara Quill.             | The ice is thin, said Mara Quill.
          Mara Quill said the ice was "too thin".         | Mara Quill left with "a heavy heart".
          Mara Quill said the ice was "too thin".         | Mara Quill thought the ice "too thin".
          Mara Quill said the ice would hold.             | Mara Quill thinks the ice will hold.
          """)
  void moreEvidenceMakesItSurer(String more, String less) {
    assertThat(confidence(more)).as("<%s> and <%s>", more, less).isGreaterThan(confidence(less));
  }

  @Test
  void wordsOfNobodyHaveNone() {
    assertThat(confidence("\"In the end nobody will remember the boats.\" It rained.")).isZero();
  }

  @Test
  void anUnresolvedPronounIsLessThanAnEvenChance() {
    assertThat(confidence("\"The ice is thin,\" she said.")).isGreaterThan(0).isLessThan(0.5);
  }

  private static double confidence(String text) {
    Extracted extracted = Extracted.from(text);
    extracted.only();
    return extracted.quotations().get(0).confidence();
  }
}
