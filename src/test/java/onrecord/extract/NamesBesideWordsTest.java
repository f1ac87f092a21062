package onrecord.extract;

import onrecord.model.SpeakerType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is beside a name, and what shows whom a description or a short name means. */
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Marco Rule       | Sen. Marco Rule (R-Fla.) met Sen. Ann Ernst of Iowa. Ernst left. The Florida senator called it “odd.”
          Max Toll         | Democrat Eva Long met Republican Max Toll. The Republican candidate called it “odd.”
          Al Bork          | Ohio Sen. Al Bork spoke. Utah Sen. Ben Cole listened. Cole nodded. The Ohio senator said it was “odd.”
          Ida Sloan        | Rep. Ida Sloan, D-Maine, met Rep. Uwe Pratt, R-Texas. Pratt left. The Maine Democrat called it “odd.”
          Luc Morel        | French President Luc Morel met Polish President Jan Nowak. Nowak left. The French president called it “odd.”
          Eva Lund         | Eva Lund (R-Va) sat. Senator Eva Lund left. The Virginia senator called it “odd.”
          Abe Cole         | Ada Quill, A-Level teacher, met Abe Cole. He called it “odd.”
          """)
  void thePartyThePlaceAndThePeopleOfADescription(String speaker, String text) {
    Extracted.from(text).only().isSaidBy(speaker);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The groups       | The groups met in Norway. They called the law “odd.”
          The rowers       | Norway signed. The rowers were late. They called the lake “odd.”
          The companies    | The companies left Norway. They called the tax “odd.”
          """)
  void severalWithoutAName(String speaker, String text) {
    Extracted.from(text).only().isSaidBy(speaker);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Carl Lamm        | Two climbers, Sergeants Carl Lamm and Ada Roth, came. “It was icy,” Sgt. Lamm said.
          Ferry Crews' Union | The Ferry Crews' Union walked out. It called the offer “crumbs.”
          Kay Moran        | The judge let Kay Moran speak of “a broken home.”
          Greta Stamm      | Rep. Greta Stamm (Ind.): “Sleep more.”
          Ron Beck         | “Too slow,” was the verdict of Ron Beck.
          Ron Beck         | “Too slow,” was Ron Beck's answer.
          """)
  void namesAtTheirFullLength(String speaker, String text) {
    Extracted.from(text).only().isSaidBy(speaker);
  }
}
