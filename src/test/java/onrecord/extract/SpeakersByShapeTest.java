package onrecord.extract;

import static onrecord.model.SpeakerType.ORGANIZATION;
import static onrecord.model.SpeakerType.UNNAMED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is found as the speaker of the last quotation of a text, by the shape of its sentences. */
class SpeakersByShapeTest {

  private static String speakerOfLast(String text) {
    return Extracted.from(text.replace("¶", "\n\n")).quotations().getLast().speaker().name();
  }

  @Nested
  class AReply {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            Ivo Wren met Paul Holm. “Where is it?” Wren asked. “Sold,” he replied.  | Paul Holm
            “Stay,” Ivo Wren told Paul Holm. “I would rather not,” he answered.      | Paul Holm
            Mara Quill saw Greta Holm. “You lied,” Quill said. “I did,” she replied. | Greta Holm
            """)
    void isOfAnotherThanWhoSpokeRightBefore(String text, String speaker) {
      assertThat(speakerOfLast(text)).isEqualTo(speaker);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            Paul Holm was late. “It is shut,” Ivo Wren said. “It is,” he said.               | Ivo Wren
            “It is shut,” Ivo Wren said. “It is,” he replied.                                | Ivo Wren
            Paul Holm left. “It is shut,” Ivo Wren said. “No,” he replied when asked to stay. | Ivo Wren
            Paul Holm left. Ivo Wren sat down. “It is shut,” he replied.                     | Ivo Wren
            """)
    void isOfTheSameWhereNobodyElseIsSpokenTo(String text, String speaker) {
      assertThat(speakerOfLast(text)).isEqualTo(speaker);
    }
  }

  @Nested
  class WhoIsTold {

    @Test
    void saysNothing() {
      Extracted.from("The clerks got told: “Count it twice.”").only().isSaidByNobodyKnown();
    }

    @Test
    void leavesTheWordToWhoGivesTheOrder() {
      assertThat(speakerOfLast("“Leave it there,” Ivo Wren was ordered by the guard."))
          .isEqualTo("the guard");
    }
  }

  @Nested
  class ALongSubject {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            A guard holding a lamp told us the tunnel was “asleep”. | A guard
            A report on the canals in the north and the west called the locks “tombs”. | A report
            A survey of potters, bakers and weavers called the oven “a trap”. | A survey
            A man claiming to be a priest told us the wine was “holy”. | A man
            The crew left, with the mate himself tweeting that it was “porridge”. | the mate
            Mara Quill, sentencing, told him it was “theft”. | Mara Quill
            The man who sold the horse that won the race told the club it was “lame”. | The man
            A chess club at the rather grand Lorne School in Ellenport called her “bold”. | A chess club
            The secretary, Ministry of Works, Ivo Wren, said the road was “ours”. | Ivo Wren
            The head of the committee on bridges, ferries and locks, Ivo Wren, called it “theft”. | Ivo Wren
            Neighbours have complained of Ivo Wren's habit of talking about “rented souls”. | Ivo Wren
            “It was a meteor,” said weary but smiling team medic Mara Quill. | Mara Quill
            Mara Quill heard a porter call the guest “a turnip”. | a porter
            Pots like the one that Wren made will crack, said Paul Holm, a potter, of “wet” clay. | Paul Holm
            """)
    void leadsToItsHead(String text, String speaker) {
      assertThat(speakerOfLast(text)).startsWith(speaker);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            Ivo Wren, the mayor, told the Works Ministry, Mara Quill said, that it was “late”. | Mara Quill
            The storm hit the north and the west wind said “go”, wrote Ivo Wren. | Ivo Wren
            The man who said that it rained told the club it was “wet”. | The man
            """)
    void isNotTakenFromAnotherClause(String text, String speaker) {
      assertThat(speakerOfLast(text)).startsWith(speaker);
    }
  }

  @Nested
  class AnOffice {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            Special Adviser to the Governor on Roads Musa Danladi | Musa Danladi
            Head of Harbors at Lumo Dagny Voss                    | Dagny Voss
            Wardrobe Supervisor Fenella Drury                     | Fenella Drury
            Bursar-designate Yusuf Kapoor                         | Yusuf Kapoor
            MP Mara Quill                                         | Mara Quill
            Commissioner for Lands, Barrister Tunde Oke,          | Tunde Oke
            Dean Wren                                             | Dean Wren
            Siobhán Mac Giolla                                    | Siobhán Mac Giolla
            Giulia dell’Acqua                                     | Giulia dell’Acqua
            Mustafa ould Cheikh                                   | Mustafa ould Cheikh
            Katherine (“Kit”) Holm                                | Katherine Holm
            Katherine (Kit) Holm                                  | Katherine Holm
            Katherine (known as Kit) Holm                         | Katherine Holm
            Katherine (née Wren) Holm                             | Katherine Holm
            """)
    void isNoPartOfTheNameAfterItAndAllOfTheNameIs(String subject, String name) {
      assertThat(speakerOfLast(subject + " said: “We are open.”")).isEqualTo(name);
      assertThat(speakerOfLast("“We are open,” said " + subject.replaceAll(",$", "") + "."))
          .isIn(name, "Commissioner");
    }
  }

  @Nested
  class ASignature {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            “It rained in act two.” (Hal Quill, The Evening Bell) | Hal Quill
            “The exams stand.”¶(Paolo Serra, rector)              | Paolo Serra
            “The exams stand.” (Ada Quill)                        | Ada Quill
            “We welcome it.”¶– Ada Quill, head of Clean Shores    | Ada Quill
            “The gates reopen.”¶– Ada Quill, head of parks        | Ada Quill
            “The gates reopen.”¶Ada Quill, in charge of parks     | Ada Quill
            “It rained.”¶That was the message from Ada Quill.     | Ada Quill
            “The wheel turns again.”¶Ada Quill, secretary, Old Mills | Ada Quill
            """)
    void isInBracketsOrAfterADash(String text, String speaker) {
      assertThat(speakerOfLast(text)).isEqualTo(speaker);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            “It rained.” (Ada Quill left early.)
            “It rained.” (Lake Ferries Ltd)
            “It rained.” (Ada Quill and others)
            """)
    void isNoneWhereTheBracketsSaySomething(String text) {
      Extracted.from(text).only().isSaidByNobodyKnown();
    }
  }

  @Nested
  class ADescription {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            Ida Wren and Paul Holm meet in the runoff. Holm is late. The candidate said it was “fun”. | Paul Holm
            Ida Wren, 19, won silver. The teenager said she had “butter legs”. | Ida Wren
            Ida Wren lost a boot. The mother of three said it was “alive”. | Ida Wren
            Ida Wren lost a boot. The mother-of-two said it was “alive”. | Ida Wren
            The twins had not slept. The twins said it was late. “It hums,” they said. | The twins
            The Lamp hired Ida Wren. The lively Evening Bell tabloid said it was “odd”. | The lively Evening Bell
            """)
    void takesUpWhoIsKnown(String text, String speaker) {
      assertThat(speakerOfLast(text)).startsWith(speaker);
    }

    @Test
    void ofABodyBeforeANameShowsWhatItIs() {
      Extracted.from("The newspaper Zarb said it was “odd”.").only().isSaidBy("Zarb", ORGANIZATION);
    }
  }

  @Nested
  class APronoun {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            Avery Stone was lost. Lydia Marr drove him home. “It was foggy,” he said.     | Avery Stone
            Quill sings. His aunt taught Ada Wren. “It was cold,” he said.     | Quill
            Rosa Fine left. Fine sold it. A neighbour said Fine was sad. “It rained,” she said. | A neighbour
            It was Per Dahl who slept. “It rained,” Dahl said.     | Per Dahl
            Ivo Wren dug it. Wren sold it, and he left. It leaks like all that Wren dug, said Paul Holm, a mason. “It does,” he said. | Paul Holm
            Ada Wren mends harps. Wren learned from a monk. “He slept,” she said.         | Ada Wren
            Ada Wren bakes and Paul Holm sells. Wren burnt the bread. “I slept,” she said. | Ada Wren
            """)
    void isWhoTheSentencesBeforeShow(String text, String speaker) {
      assertThat(speakerOfLast(text)).isEqualTo(speaker);
    }

    @Test
    void isNotTheHomeOfSomebodyWithoutAName() {
      assertThat(speakerOfLast("The vicar of Skellby opened it. “You are late,” he said."))
          .isNotEqualTo("Skellby");
    }
  }

  @Nested
  class Words {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Ada Quill painted “Three Boats”, a view of Ellenport.",
          "Ada Quill read “The Salt Road” to the class.",
          "The bronze, “Girl with Oar”, was cast by Ada Quill.",
          "In her essay “On Gravel”, Ada Quill thanks nobody.",
        })
    void thatAreATitleAreNobodys(String text) {
      Extracted.from(text).isNothing();
    }

    @Test
    void onASignAreRead() {
      Extracted.from("The sign read “No Dogs Or Cats”.").only().isSaidBy("The sign", UNNAMED);
    }

    @Test
    void afterACommaWithoutASpaceAreFound() {
      Extracted.from("Ada Quill said,\"The cat is in.\"").only().isSaidBy("Ada Quill");
      Extracted.from("The door shut.\"Well,\"said Ada Quill,\"that is that.\"")
          .only()
          .withRuns("Well,", "that is that.");
    }
  }
}
