package onrecord.extract;

import static onrecord.model.SpeakerType.ORGANIZATION;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Acronyms that a text explains. */
class AcronymsTest {

  @ParameterizedTest
  @CsvSource({
    "Harbour Trust, HT",
    "National Kite Federation, NKF",
    "Centre for Tidal Studies, CTS",
    "Bright Kettles, BK"
  })
  void anAcronymInBracketsStandsForTheNameBeforeIt(String name, String acronym) {
    Extracted.from(
            "The " + name + " (" + acronym + ") met. \"It squeaks,\" the " + acronym + " said.")
        .only()
        .isSaidBy(name, ORGANIZATION)
        .withMention("the " + acronym);
  }

  @Test
  void otherLettersInBracketsStandForThemselves() {
    Extracted.from("The Harbour Trust (NKF) met. \"It squeaks,\" the NKF said.")
        .only()
        .isSaidBy("NKF", ORGANIZATION);
  }

  @Test
  void aPlaceInBracketsIsNoAcronym() {
    Extracted.from("Mara Quill (D-Ohio) met us. \"It squeaks,\" Quill said.")
        .only()
        .isSaidBy("Mara Quill");
  }
}
