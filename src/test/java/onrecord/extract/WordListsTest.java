package onrecord.extract;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import onrecord.text.WordList;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks the lists of English words that the extractor reads. */
class WordListsTest {

  private static final Path FOLDER =
      Path.of("src", "main", "resources", "onrecord", "extract", "en");

  static List<String> resources() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static WordList list(String resource) {
    return WordList.load(Lexicon.class, "en/" + resource);
  }

  private static WordList text(String text) {
    return WordList.parse("x.txt", text);
  }

  @ParameterizedTest
  @MethodSource("resources")
  void everyListIsReadByItsOwner(String resource) {
    WordList list = list(resource);

    assertThatCode(
            () -> {
              switch (resource) {
                case "calendar.txt" -> new Calendar(list);
                case "cue-phrases.txt" -> CuePhrases.read(list);
                case "endings.txt" -> list.requireSections(Ending.class);
                case "grammar.txt" -> list.requireSections(Word.class);
                case "offices.txt" -> new Offices(list);
                default -> LexiconReader.read(list);
              }
            })
        .doesNotThrowAnyException();
    assertThat(list.lines()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("resources")
  void everyListIsInOrderlyLowerCase(String resource) throws IOException {
    assertThat(Files.readAllLines(FOLDER.resolve(resource)))
        .allSatisfy(line -> assertThat(line).isEqualTo(line.stripTrailing()))
        .filteredOn(line -> !line.startsWith("#"))
        .allSatisfy(line -> assertThat(line).isEqualTo(line.toLowerCase(java.util.Locale.ROOT)));
  }

  @Test
  void everyGivenNameIsOfOneSection() {
    List<WordList.Entry> names = list("given-names.txt").words();

    assertThat(names).extracting(WordList.Entry::text).doesNotHaveDuplicates();
  }

  @Nested
  class Verbs {

    private final List<WordList.Entry> entries = list("verbs.txt").words();
    private final List<VerbForms> verbs =
        entries.stream().map(entry -> VerbForms.parse(entry.text())).toList();

    @ParameterizedTest
    @CsvSource({
      "ask,asks,asked,asking",
      "state,states,stated,stating",
      "agree,agrees,agreed,agreeing",
      "deny,denies,denied,denying",
      "convey,conveys,conveyed,conveying",
      "tie,ties,tied,tying",
      "echo,echoes,echoed,echoing",
      "coo,coos,cooed,cooing",
      "press,presses,pressed,pressing",
      "preach,preaches,preached,preaching",
      "fix,fixes,fixed,fixing",
      "e-mail,e-mails,e-mailed,e-mailing",
      "open,opens,opened,opening",
      "stop*,stops,stopped,stopping",
      "quip*,quips,quipped,quipping"
    })
    void regularOnesHaveTheirFormsByRule(String entry, String third, String past, String ing) {
      VerbForms verb = VerbForms.parse(entry);

      assertThat(verb.third()).containsExactly(third);
      assertThat(verb.past()).containsExactly(past);
      assertThat(verb.participle()).containsExactly(past);
      assertThat(verb.ing()).containsExactly(ing);
    }

    @Test
    void someMayDoubleTheirLastLetter() {
      VerbForms verb = VerbForms.parse("travel~");

      assertThat(verb.past()).containsExactly("traveled", "travelled");
      assertThat(verb.ing()).containsExactly("traveling", "travelling");
    }

    @Test
    void irregularOnesHaveTheFormsWrittenOut() {
      assertThat(VerbForms.parse("write/writes/wrote/written/writing"))
          .isEqualTo(
              new VerbForms(
                  "write",
                  List.of("writes"),
                  List.of("wrote"),
                  List.of("written"),
                  List.of("writing")));
      assertThat(VerbForms.parse("be/-/-/-/-"))
          .isEqualTo(new VerbForms("be", List.of(), List.of(), List.of(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"tell/told", "a/b/c/d/e/f", "-/a/b/c/d", "ask+for", "rain*", "Ask", "*", "//"})
    void anythingElseIsNoEntry(String entry) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> VerbForms.parse(entry))
          .withMessageContaining("'" + entry + "'");
    }

    @Test
    void aLemmaHasTheSameFormsInEverySection() {
      Map<String, Set<VerbForms>> byLemma =
          verbs.stream().collect(toMap(VerbForms::base, Set::of, WordListsTest::union));

      assertThat(byLemma).allSatisfy((lemma, forms) -> assertThat(forms).as(lemma).hasSize(1));
    }

    @Test
    void noIrregularOneHasAFormByRuleToo() {
      List<String> byRule = new ArrayList<>();
      Set<String> written = new HashSet<>();
      for (int i = 0; i < verbs.size(); i++) {
        if (entries.get(i).text().contains("/")) {
          VerbForms regular = VerbForms.parse(verbs.get(i).base());
          byRule.addAll(regular.past());
          Stream.of(verbs.get(i).past(), verbs.get(i).participle()).forEach(written::addAll);
        }
      }
      byRule.removeAll(written);

      assertThat(byRule)
          .contains("telled", "casted", "losed", "payed", "choosed")
          .allSatisfy(form -> assertThat(flags(form)).as(form).isZero());
    }

    @Test
    void aLetterIsDoubledOnlyAsListed() {
      assertThat(List.of("stoped", "planing", "answerred", "openning", "quiped", "visitted"))
          .allSatisfy(form -> assertThat(flags(form) & Lexicon.VERB).as(form).isZero());
      assertThat(List.of("stopped", "planning", "answered", "opening", "quipped", "signalling"))
          .allSatisfy(form -> assertThat(flags(form) & Lexicon.VERB).as(form).isNotZero());
    }

    @Test
    void thoseOfTheNarrowerKindsAreOnesOfSpeech() {
      Set<String> speech = lemmas("speech");

      assertThat(lemmas("addressed")).isSubsetOf(speech);
      assertThat(lemmas("naming")).isNotEmpty();
    }

    private Set<String> lemmas(String section) {
      Set<String> lemmas = new TreeSet<>();
      for (int i = 0; i < verbs.size(); i++) {
        if (entries.get(i).section().equals(section)) {
          lemmas.add(verbs.get(i).base());
        }
      }
      return lemmas;
    }
  }

  private static long flags(String word) {
    return Lexicon.ENGLISH.flags(word);
  }

  private static <T> Set<T> union(Set<T> a, Collection<T> b) {
    Set<T> all = new HashSet<>(a);
    all.addAll(b);
    return all;
  }

  @Test
  void theCalendarKnowsDaysAndMonthsInTheirForms() {
    LocalDate today = LocalDate.of(2024, 3, 1);

    assertThat(Calendar.ENGLISH.weekday("Tues.")).contains(DayOfWeek.TUESDAY);
    assertThat(Calendar.ENGLISH.weekday("SUNDAYS")).contains(DayOfWeek.SUNDAY);
    assertThat(Calendar.ENGLISH.month("Sept.")).contains(Month.SEPTEMBER);
    assertThat(Calendar.ENGLISH.month("may")).contains(Month.MAY);
    assertThat(Calendar.ENGLISH.day("Yesterday", today)).contains(LocalDate.of(2024, 2, 29));
    assertThat(Calendar.ENGLISH.day("tonight", today)).contains(today);
    assertThat(Calendar.ENGLISH.day("tomorrow", today)).isEmpty();
    assertThat(Calendar.ENGLISH.month("Sunday")).isEmpty();
  }

  @Test
  void anOfficeHasOneWordForAll() {
    assertThat(Offices.ENGLISH.of("sen")).isEqualTo("senator");
    assertThat(Offices.ENGLISH.of("spokeswoman")).isEqualTo("spokesman");
    assertThat(Offices.ENGLISH.of("baker")).isEqualTo("baker");
  }

  @Nested
  class IsRefusedWithItsLine {

    @Test
    void aSectionThatTheLexiconDoesNotKnow() {
      assertThatIllegalStateException()
          .isThrownBy(() -> LexiconReader.read(text("[speach]\nsay\n")))
          .withMessage("x.txt, line 2: unknown section 'speach'");
    }

    @Test
    void aWordWithACapital() {
      assertThatIllegalStateException()
          .isThrownBy(() -> LexiconReader.read(text("[place]\nohio\nTexas\n")))
          .withMessage("x.txt, line 3: expected a word in lower case, but found 'Texas'");
    }

    @Test
    void aWordWithASlash() {
      assertThatIllegalStateException()
          .isThrownBy(() -> LexiconReader.read(text("[place]\nsay/says\n")))
          .withMessage("x.txt, line 2: expected a word in lower case, but found 'say/says'");
    }

    @Test
    void aVerbWithTooFewForms() {
      assertThatIllegalStateException()
          .isThrownBy(() -> LexiconReader.read(text("[speech]\nask\ntell/told\n")))
          .withMessage(
              "x.txt, line 3: expected a lemma or base/third/past/participle/ing, but found"
                  + " 'tell/told'");
    }

    @Test
    void aPhraseOfAnUnknownRule() {
      assertThatIllegalStateException()
          .isThrownBy(() -> CuePhrases.read(text("[hearsay]\nin the words of\n")))
          .withMessage("x.txt, line 2: unknown rule 'hearsay'");
    }

    @Test
    void aPhraseOfOneWord() {
      assertThatIllegalStateException()
          .isThrownBy(() -> CuePhrases.read(text("[according-to]\nper\n")))
          .withMessage("x.txt, line 2: expected two words or more, but found 'per'");
    }

    @Test
    void anOfficeOfTwoKinds() {
      assertThatIllegalStateException()
          .isThrownBy(() -> new Offices(text("[senator]\nsen\n[seneschal]\nsen\n")))
          .withMessage("x.txt, line 4: 'sen' stands for 'senator' too");
    }

    @Test
    void aDayOfTwoMeanings() {
      assertThatIllegalStateException()
          .isThrownBy(() -> new Calendar(text("[weekday]\nmonday mon\ntuesday mon\n")))
          .withMessage("x.txt, line 3: 'mon' means MONDAY too");
    }

    @Test
    void aCalendarOfTooFewMonths() {
      assertThatIllegalStateException()
          .isThrownBy(() -> new Calendar(text("[month]\njanuary\n")))
          .withMessage("expected 7 weekdays and 12 months, but found 0 and 1");
    }
  }
}
