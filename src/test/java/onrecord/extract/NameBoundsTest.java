package onrecord.extract;

import static onrecord.model.SpeakerType.ORGANIZATION;
import static onrecord.model.SpeakerType.PERSON;
import static onrecord.model.SpeakerType.UNNAMED;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a name in a text, and where a name begins and ends. */
class NameBoundsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ferry Coordinator Martha Quill",
        "Council Chairperson Martha Quill",
        "Minister of Inland Ferries Martha Quill",
        "Speaker of the Chamber Rep. Martha Quill",
        "Senators Martha Quill of Ohio",
        "keen skater Martha Quill",
        "former skater turned baker Martha Quill",
        "ferry keeper and part-time skater Martha Quill",
        "mother of three Martha Quill",
        "young Martha Quill",
        "Martha Quill MP",
        "Dr. Martha Quill PhD",
        "Martha “Icy” Quill",
        "Martha “The Ice Queen” Quill",
        "Martha “Duchess” Quill",
        "Martha “The Judge” Quill",
        "Martha “Irish-born” Quill",
        "Dr. Martha (Queen) Quill",
        "Cllr Martha Quill",
        "Fr Martha Quill",
        "a wistful Martha Quill",
        "an angry Martha Quill",
        "a still nervous Martha Quill",
        "Martha (Icy) Quill",
      })
  void isOnlyTheNameWhateverStandsAroundIt(String mention) {
    Extracted.from("“The ice is thin,” said " + mention + ".")
        .quotation("The ice is thin,")
        .isSaidBy("Martha Quill", PERSON);
  }

  @ParameterizedTest
  @CsvSource({
    "Tarik al-Basri, Tarik al-Basri",
    "Lena d’Arbo, Lena d’Arbo",
    "Jean\u2011Marc Roux, Jean\u2011Marc Roux",
    "Jean\u00adMarc Roux, JeanMarc Roux",
    "Black Ferries Matter, Black Ferries Matter",
    "Nordic Teachers Union, Nordic Teachers Union",
  })
  void keepsAllThatIsPartOfIt(String mention, String name) {
    Extracted.from("“The ice is thin,” said " + mention + ".").only().isSaidBy(name);
  }

  @ParameterizedTest
  @CsvSource({
    "Corporals Ilka Toft and Bram Hale, Ilka Toft, Bram Hale",
    "Governors Toft and Hale, Toft, Hale",
    "Messrs Toft and Hale, Toft, Hale",
  })
  void beginsAfterATitleInThePlural(String mention, String first, String second) {
    Extracted extracted =
        Extracted.from(mention + " met. “We agree,” Toft said. “We do not,” Hale said.");

    extracted.quotation("We agree,").isSaidBy(first, PERSON);
    extracted.quotation("We do not,").isSaidBy(second, PERSON);
  }

  @Test
  void keepsAPluralThatIsPartOfABody() {
    Extracted.from("“The ice is thin,” said Skaters Guild.").only().isSaidBy("Skaters Guild");
    Extracted.from("“The ice is thin,” said Governors Island.").only().isSaidBy("Governors Island");
  }

  @Test
  void endsBeforeAVerbAfterAnAdjective() {
    Extracted.from("A plan Martha Quill called “thin” was dropped.")
        .only()
        .isSaidBy("Martha Quill", PERSON)
        .withMention("Martha Quill");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Dirk 't Veen", "Dirk van ’t Veen", "Seán Ó Riain", "Rosa Lema Ortiz"})
  void bringsASurnameOfSeveralWordsToTheFullName(String name) {
    String surname = name.substring(name.indexOf(' ') + 1);

    Extracted.from(name + " walked in. “The ice is thin,” " + surname + " said.")
        .only()
        .isSaidBy(name, PERSON);
  }

  @Test
  void leavesAlonePeopleWhoShareASurnameOfSeveralWords() {
    Extracted.from("Rosa Lema Ortiz walked in. “The ice is thin,” Ana Lema Ortiz said.")
        .only()
        .isSaidBy("Ana Lema Ortiz", PERSON);
    Extracted.from("Mary Ann Quill walked in. “The ice is thin,” Ann Quill said.")
        .only()
        .isSaidBy("Ann Quill", PERSON);
  }

  @Test
  void bringsASurnameWithAPrefixToTheFullName() {
    Extracted.from("Tarik al-Basri walked in. “The ice is thin,” al-Basri said.")
        .only()
        .isSaidBy("Tarik al-Basri", PERSON);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Clara May came. “The ice is thin,” May said.",
        "Clara May came. “The ice is thin,” Mrs May said.",
        "Clara May came in April. May said the ice was “thin as paper”.",
        "In May, Clara May came. “The ice is thin,” said May.",
      })
  void aMonthCanBeASurname(String text) {
    Extracted.from(text).only().isSaidBy("Clara May", PERSON);
  }

  @ParameterizedTest
  @CsvSource({"March, Julia March", "Bishop, Julia Bishop", "London, Julia London"})
  void soCanATitleAndAPlace(String surname, String name) {
    Extracted.from(name + " came. " + surname + " said the ice was “thin as paper”.")
        .only()
        .isSaidBy(name, PERSON);
  }

  @Test
  void aMonthStaysAMonthWhereNobodyIsCalledSo() {
    Extracted.from("Mara Quill came. In March, she said the ice was “thin as paper”.")
        .only()
        .isSaidBy("Mara Quill");
    Extracted.from("Clara May came. On May 5 the ferry said the ice was “thin as paper”.")
        .only()
        .isSaidBy("the ferry", UNNAMED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Skaters", "Fog", "Timetables", "Bread", "Rumours", "Lanterns"})
  void aNounThatOpensASentenceIsNobody(String noun) {
    Extracted.from(
            "“We are open,” said Mara Quill, a baker.\n\n"
                + noun
                + " filled the quay for days. “It was hard,” she said.")
        .quotation("It was hard,")
        .isSaidBy("Mara Quill");
  }

  @Test
  void aNounInThePluralCanSpeakAndIsNoName() {
    Extracted.from("Ferrymen said the ice was “too thin”.").only().isSaidBy("Ferrymen", UNNAMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Zebrun said the ice was “too thin”.",
        "Zebrun, a baker, came late. “The ice was too thin,” he said.",
        "Zebrun, 41, came late. “The ice was too thin,” he said.",
        "Zebrun, who bakes, came late. “The ice was too thin,” he said.",
        "Zebrun Oslak came late. “The ice was too thin,” he said.",
        "Zebrun came late. They saw Zebrun. “The ice was too thin,” he said.",
      })
  void aNameIsShownByWhatStandsAfterIt(String text) {
    Extracted.from(text)
        .only()
        .isSaidBy(text.contains("Oslak") ? "Zebrun Oslak" : "Zebrun", PERSON);
  }

  @Test
  void givesOutTheFormThatIsUsedMost() {
    Extracted.from(
            "Mara Ellen Quill came. “The ice is thin,” said Mara Quill. Mara Quill runs the quay.")
        .only()
        .isSaidBy("Mara Quill");
  }

  @Test
  void theFirstWordOfAFirmIsPartOfItsName() {
    Extracted.from("Martha Lockwood & Frey has sued. “We will win,” the law firm said.")
        .only()
        .isSaidBy("Martha Lockwood & Frey", ORGANIZATION);
  }

  @Test
  void thePlaceOfADatelineIsNoPerson() {
    Extracted.from("ELLENPORT, Maine — The mayor was late. “The ice was too thin,” she said.")
        .only()
        .isSaidBy("The mayor", UNNAMED);
  }

  @ParameterizedTest
  @CsvSource({
    "The mayor met Vandel Thursday.,Mara Vandel",
    "Norwegian-born Quill came late.,Mara Quill",
    "Regrettably Quill came late.,Mara Quill",
    "Democrats Quill and Wren came late.,Mara Quill",
    "The former secretary of State Quill came late.,Mara Quill",
  })
  void wordsBesideANameAreNoPartOfIt(String sentence, String name) {
    String last = name.substring(5);
    Extracted.from(
            sentence
                + " “The ice is thin,” said "
                + last
                + ". Ms. Mara "
                + last
                + " left. They saw "
                + last
                + ".")
        .only()
        .isSaidBy(name, PERSON);
  }

  @Test
  void aSurnameIsThatOfADayAfterAGivenName() {
    Extracted.from("“The ice is thin,” said Mara Friday.").only().isSaidBy("Mara Friday", PERSON);
  }

  @Test
  void aVerbInAHeadlineIsNoGivenName() {
    Extracted.from(
            "Quill Leaves After Telling Mara Wren To Go Home\n\n“The ice is thin,” said Wren.")
        .only()
        .isSaidBy("Mara Wren", PERSON);
  }

  @ParameterizedTest
  @CsvSource({
    "Will Quill stay at home? Mara Quill did not say.,Mara Quill",
    "Will Quill stayed at home. Mara Holm did not say.,Will Quill"
  })
  void aQuestionDoesNotBeginWithAGivenName(String text, String name) {
    Extracted.from(text + " “The ice is thin,” said Quill.").only().isSaidBy(name, PERSON);
  }

  @ParameterizedTest
  @CsvSource({
    "The Democratic Harbor Committee, Democratic Harbor Committee",
    "The American Lantern, American Lantern",
    "the watch group One Valley, One Valley",
  })
  void theNameOfABodyIsKeptWhole(String subject, String name) {
    Extracted.from("In May, " + subject + " said the ice was “too thin”.").only().isSaidBy(name);
  }

  @Test
  void anOfficeAtABodyHasNoNameFromIt() {
    Extracted.from(
            "Tom Wren, president and CEO of Pell Baking Association said the ice was “too thin”.")
        .only()
        .isSaidBy("Tom Wren", PERSON);
  }
}
