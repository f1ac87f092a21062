package onrecord.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoiTest {

  @ParameterizedTest
  @CsvSource({
    "10.5281/zenodo.1234, 10.5281/zenodo.1234, https://doi.org/10.5281/zenodo.1234",
    "doi: 10.5281/zenodo.1234, 10.5281/zenodo.1234, https://doi.org/10.5281/zenodo.1234",
    "DOI:10.1000.10/a(b)/c, 10.1000.10/a(b)/c, https://doi.org/10.1000.10/a(b)/c",
    "http://dx.doi.org/10.1000/a#b%c, 10.1000/a#b%c, https://doi.org/10.1000/a%23b%25c",
    "' https://doi.org/10.1000/x ', 10.1000/x, https://doi.org/10.1000/x"
  })
  void doiIsReadAloneOrAsAnAddress(String text, String name, String address) {
    assertThat(Doi.parse(text)).isEqualTo(new Doi(name));
    assertThat(Doi.parse(text).address()).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "zenodo.1234",
        "10.1/x",
        "10.5281/",
        "10.5281",
        "10.5281/a b",
        "10.5281/a\u00e4",
        "10.5281/<b>",
        "https://doi.example/10.5281/zenodo.1234"
      })
  void whatIsNoDoiIsRejected(String text) {
    assertThatThrownBy(() -> Doi.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a DOI must have the form 10.5281/zenodo.1234, but was '" + text + "'");
  }

  @ParameterizedTest
  @ValueSource(ints = {2_001, 1_000_000})
  void longTextIsCutInTheMessage(int length) {
    assertThatThrownBy(() -> Doi.parse("10.5281/" + "x".repeat(length)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a DOI must have the form 10.5281/zenodo.1234, but was '10.5281/"
                + "x".repeat(92)
                + "'");
  }
}
