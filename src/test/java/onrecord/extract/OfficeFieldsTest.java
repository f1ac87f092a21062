package onrecord.extract;

import static onrecord.model.SpeakerType.ORGANIZATION;
import static onrecord.model.SpeakerType.PERSON;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names after offices whose field has several words, and names with "and". */
class OfficeFieldsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Under-Secretary for Rural Roads",
        "Senior Special Assistant on Media",
        "Director of Parks and Gardens",
        "Minister of State for Trade and Industry",
        "Special Envoy for Climate",
        "Editor at Large",
        "Director-General",
        "Professor Emeritus",
        "Malam"
      })
  void anOfficeAndItsFieldAreNoPartOfTheName(String office) {
    Extracted.from("\"The ice is thin,\" said " + office + " Mara Quill on Monday.")
        .only()
        .isSaidBy("Mara Quill", PERSON);
  }

  @ParameterizedTest
  @CsvSource({
    "Adviser on Fisheries Tundo Alva, Tundo Alva",
    "Commissioner for Works Segi Adra, Segi Adra",
    "Minister for Inland Fisheries Tundo Alva, Tundo Alva",
    "Minister of Foreign Affairs Alva, Alva"
  })
  void aGivenNameOfNoListIsKept(String words, String name) {
    Extracted.from("In the hall " + words + " said the net was \"torn beyond repair\".")
        .only()
        .isSaidBy(name, PERSON);
  }

  @Test
  void twoPeopleWithOfficesStayTwo() {
    Extracted.from(
            "Director of Parks Mara Quill and Mayor Tobias Wren said it was \"a wet summer\".")
        .only()
        .isSaidBy("Mara Quill and Tobias Wren", PERSON);
  }

  @Test
  void aHyphenatedSurnameIsNoOffice() {
    Extracted.from("Mara King-Hall spoke. \"The ice is thin,\" King-Hall said.")
        .only()
        .isSaidBy("Mara King-Hall", PERSON);
  }

  @ParameterizedTest
  @CsvSource({
    "the Grain and Feed Association, Grain and Feed Association",
    "the Department of Roads and Bridges, Department of Roads and Bridges",
    "Kemp and Sons, Kemp and Sons"
  })
  void aBodyWithAndIsOne(String words, String name) {
    Extracted.from("On Monday " + words + " met. \"Prices rose again,\" said " + words + ".")
        .only()
        .isSaidBy(name, ORGANIZATION);
  }

  @Test
  void aPersonAndABodyAreTwo() {
    Extracted.from("Mara Quill and Lake Ferries said it was \"a wet summer\".")
        .only()
        .isSaidBy("Mara Quill and Lake Ferries", PERSON);
  }

  @ParameterizedTest
  @CsvSource({
    "Lucía de la Peña, de la Peña",
    "Mara Ruiz Ortego, Ruiz",
    "Hans-Peter von Quill, von Quill"
  })
  void aSurnameOfSeveralWordsStandsForTheName(String name, String surname) {
    Extracted.from(name + " rowed home. \"The ice is thin,\" " + surname + " said.")
        .only()
        .isSaidBy(name, PERSON);
  }

  @Test
  void theWordBeforeAnAdverbIsNoFirstSurname() {
    Extracted.from("Wren rowed. Mara Wren Slowly rowed on. \"The ice is thin,\" Wren said.")
        .only()
        .isSaidBy("Wren");
  }

  @ParameterizedTest
  @ValueSource(strings = {"“Zee”", "“the Eel”"})
  void aNicknameMayFollowAGivenNameOfNoList(String nickname) {
    Extracted.from("It was late. “The ice is thin,” said Xolo " + nickname + " Quill.")
        .quotation("The ice is thin,")
        .isSaidBy("Xolo Quill", PERSON);
  }
}
