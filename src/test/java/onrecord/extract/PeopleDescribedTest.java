package onrecord.extract;

import static onrecord.model.SpeakerType.PERSON;
import static onrecord.model.SpeakerType.UNNAMED;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Descriptions with a name before their verb, and descriptions of several people at once. */
class PeopleDescribedTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "One elder",
        "One of them",
        "A third witness",
        "A spokeswoman for the group that runs both ferries",
        "The 2016 champion"
      })
  void aNameBetweenADescriptionAndItsVerbIsTheSpeakers(String description) {
    Extracted.from(description + ", Mara Quill, objected: \"The river decides.\"")
        .only()
        .isSaidBy("Mara Quill", PERSON);
  }

  @Test
  void aNameThatComesInWithAVerbOfItsOwnIsAnothers() {
    Extracted.from("One elder, whom Mara Quill had called, objected: \"The river decides.\"")
        .only()
        .isNotSaidBy("Mara Quill");
  }

  @ParameterizedTest
  @ValueSource(strings = {"the two", "the pair", "the couple", "the two men"})
  void twoNamedBeforeAreMeant(String description) {
    Extracted.from(
            "Mara Quill and Tobias Wren run the mill. \"We grind,\" " + description + " said.")
        .only()
        .isSaidBy("Mara Quill and Tobias Wren", PERSON)
        .withMention(description);
  }

  @ParameterizedTest
  @CsvSource({"wrote", "argued"})
  void twoAreTheSubjectOfAVerb(String verb) {
    Extracted.from("Mara Quill and Tobias Wren run the mill. \"We grind,\" the two " + verb + ".")
        .only()
        .isSaidBy("Mara Quill and Tobias Wren", PERSON);
  }

  @Test
  void threeNamedBeforeAreMeant() {
    Extracted.from("Mara Quill, Tobias Wren and Greta Holm met. \"We met,\" the three said.")
        .only()
        .isSaidBy("Mara Quill, Tobias Wren and Greta Holm", PERSON);
  }

  @Test
  void threeAreNotTwo() {
    Extracted.from("Mara Quill and Tobias Wren met. \"We met,\" the three said.")
        .only()
        .isSaidBy("the three", UNNAMED);
  }

  @Test
  void theOneToWhomItFallsMayHaveANameAfterAChain() {
    Extracted.from("It fell to the oldest of the crew, Tobias Wren, to call it \"a long nap\".")
        .only()
        .isSaidBy("Tobias Wren", PERSON);
  }

  @ParameterizedTest
  @CsvSource({
    "Residents of the street where Tobias Wren lives, Residents of the street",
    "An engineer hired by the town to inspect the bridge, An engineer"
  })
  void theHeadOfALongPhraseSpeaks(String phrase, String speaker) {
    Extracted.from(phrase + " said it was \"like old eggs\".").only().isSaidBy(speaker, UNNAMED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"of Torp", "from Torp"})
  void aHomeAfterACommaIsNotWhoSpeaks(String home) {
    Extracted.from("Mara Quill, " + home + " said it was \"like old eggs\".")
        .only()
        .isSaidBy("Mara Quill", PERSON);
  }

  @Test
  void aPossessiveInAPredicateSaysNothingOfTheSubject() {
    Extracted.from("Casy Rook keeps goats. Tobias Rook is her brother. \"They bite,\" he said.")
        .only()
        .isSaidBy("Tobias Rook", PERSON);
  }

  @Test
  void someOfManyAreThey() {
    Extracted.from("Some of the rowers complained. \"It stinks,\" they said.")
        .only()
        .isSaidBy("Some of the rowers", UNNAMED);
  }
}
