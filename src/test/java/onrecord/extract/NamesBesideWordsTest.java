package onrecord.extract;

import onrecord.model.SpeakerType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands beside a name, and what tells whom a description or a short name means. */
class NamesBesideWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Carl Dorsey      | The sponsors, Assemblymen Carl Dorsey and Neil Vann, differ. “It is not,” said Mr. Dorsey.
          Hanna Voll       | Deputy Commissioners Hanna Voll of Tarn and Piers Ockham left. “We read it,” Ms. Voll said.
          Leo Marsden      | Vice Chancellor for Student Affairs Leo Marsden declined. “Not now,” he said.
          Vic Stone        | “Mine,” said Hon. Vic Stone.
          Morland          | The farm left Morland, its insurer, in May. The insurer called it “a loss.”
          Carla Jung       | Carla Jung, 44, a nurse, saw it. Ted Wills did not. “It was loud,” the nurse said.
          Bright Fields    | Bright Fields, a seed company in Ohio, withdrew it. “We are sorry,” the company said.
          Ostfield Bank    | Ostfield Bank sued Baker Mill. The bank said the debt was “stale.”
          Eva Sloan        | Rita Sloan and her sister Eva Sloan keep hens. Eva feeds them. “They eat,” she said.
          the trade monthly | “It is a gem,” the trade monthly wrote on Friday.
          """)
  void aNameAndItsDescription(String speaker, String text) {
    Extracted.from(text).only().isSaidBy(speaker);
  }

  @Test
  void aPlaceIsNotTheMagazine() {
    Extracted.from("Germany voted on Sunday. The magazine wrote of “a quiet quake”.")
        .only()
        .isSaidBy("The magazine");
  }

  @Test
  void aSurnameThatIsAWordForABodyIsThatOfAPersonWhoActsUnderIt() {
    Extracted.from("Henry Court wept. Court called it “a loss”.")
        .only()
        .isSaidBy("Henry Court", SpeakerType.PERSON);
    Extracted.from("The Grace Church burned. The church called it “a loss”.")
        .only()
        .isSaidBy("Grace Church", SpeakerType.ORGANIZATION);
  }

  @Test
  void severalWhoSpeakAsOneAreAllNamed() {
    Extracted.from("Ann Moll, Lou Hart and Tom Penn said the road was “done.”")
        .only()
        .isSaidBy("Ann Moll, Lou Hart and Tom Penn");
    Extracted.from("In Tarn, Lou Hart and Tom Penn said the road was “done.”")
        .only()
        .isSaidBy("Lou Hart and Tom Penn");
  }
}
