package onrecord.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The parameters of requests. */
class ParametersTest {

  @Test
  void valuesAreDecodedInTheirOrder() {
    assertThat(Parameters.parse("q=a+b%26c&filter=x%3Dy&q=%f0%9f%98%80&on&=").values())
        .isEqualTo(
            Map.of(
                "q", List.of("a b&c", "\ud83d\ude00"),
                "filter", List.of("x=y"),
                "on", List.of(""),
                "", List.of("")));
    assertThat(Parameters.parse(null).values()).isEmpty();
  }

  @Test
  void theTextFormIsParsedToTheSame() {
    Parameters parameters = Parameters.parse("q=a+b%26c&filter=x%3Dy&filter=%c3%a9");

    assertThat(parameters).hasToString("q=a+b%26c&filter=x%3Dy&filter=%C3%A9");
    assertThat(Parameters.parse(parameters.toString())).isEqualTo(parameters);
    assertThat(parameters.with("q", List.of("z")).with("filter", List.of())).hasToString("q=z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          q=%a   | '%' in an address must be followed by two hexadecimal digits
          q=%    | '%' in an address must be followed by two hexadecimal digits
          q=%+1  | '%' in an address must be followed by two hexadecimal digits
          q=%ed%a0%80 | a parameter must be UTF-8, but was not
          q=é    | an address must consist of ASCII characters
          """)
  void whatIsNoEncodedTextIsRejected(String raw, String message) {
    assertThatThrownBy(() -> Parameters.parse(raw))
        .isInstanceOf(BadRequestException.class)
        .hasMessage(message);
  }
}
