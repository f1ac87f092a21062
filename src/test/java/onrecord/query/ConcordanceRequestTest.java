package onrecord.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConcordanceRequestTest {

  @ParameterizedTest
  @CsvSource({"L1,L1", "r2,R2", "3l,L3", "100R,R100", "left,LEFT", "Outlet,OUTLET"})
  void keysAreParsedAsTheyAreWritten(String text, String written) {
    ConcordanceKey key = ConcordanceKey.parse(text);

    assertThat(key).hasToString(written);
    assertThat(ConcordanceKey.parse(key.toString())).isEqualTo(key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "L", "L0", "1", "L1R", "LEFTT", "R-1", "L1000"})
  void whatIsNoKeyIsRefused(String text) {
    assertThatThrownBy(() -> ConcordanceKey.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("but was '" + text + "'");
  }

  @Test
  void wordsThatAreTooFarAwayAreRefused() {
    assertThatThrownBy(() -> ConcordanceKey.parse("R101"))
        .hasMessage("a word near a match must be 1 to 100 words away, but was 101");
    assertThatThrownBy(() -> new ConcordanceKey.WordAt(0)).hasMessageContaining("but was 0");
  }

  @Test
  void keysAndGroupsMustFit() {
    ConcordanceRequest request =
        ConcordanceRequest.by(new ConcordanceKey.WordAt(1), ConcordanceOrder.DATE);

    assertThat(request.groupedBy(2).in(ConcordanceText.ARTICLE))
        .isEqualTo(
            new ConcordanceRequest(
                8,
                List.of(new ConcordanceKey.WordAt(1), ConcordanceOrder.DATE),
                2,
                ConcordanceText.ARTICLE,
                100));
    assertThatThrownBy(() -> request.groupedBy(3))
        .hasMessage("groups of a concordance must have 0 to 2 keys, but had 3");
    for (int keys : new int[] {0, 11}) {
      assertThatThrownBy(() ->
              new ConcordanceRequest(
                  1,
                  Collections.nCopies(keys, ConcordanceOrder.DATE),
                  0,
                  ConcordanceText.QUOTATION,
                  1))
          .hasMessage("a concordance must have 1 to 10 keys, but had " + keys);
    }
  }
}
