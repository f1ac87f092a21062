package onrecord.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import onrecord.model.Article;
import onrecord.model.KnownSpeaker;
import onrecord.model.Quotation;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpeakerAuthorityTest {

  private static final KnownSpeaker ANNA =
      KnownSpeaker.builder("Anna Møller-Łoś")
          .aliases(List.of("Anna O’Dell", "Dr. Anna Loos", "the Lantern"))
          .id("Q11")
          .type(SpeakerType.PERSON)
          .build();
  private static final KnownSpeaker HUGH =
      KnownSpeaker.builder("Hugh Hill").aliases(List.of("Hill", "H. J. Hill")).id("Q12").build();
  private static final KnownSpeaker JANE =
      KnownSpeaker.builder("Jane Hill").aliases(List.of("Hill", "The Lantern")).id("Q13").build();

  @Nested
  class WhenANameIsLookedUp {

    private final SpeakerAuthority authority = SpeakerAuthority.of(List.of(ANNA, HUGH));

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Anna Møller-Łoś", "ANNA MOLLER-LOS", "anna  mo\u0308ller\u2010łoś", "Anna O'Dell",
          "Anna Loos", "Mrs. Anna Loos", "President Anna O’Dell", "THE LANTERN"
        })
    void formMatters(String name) {
      assertThat(authority.find(name)).containsExactly(ANNA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hill", "Mr. Hill", "hill", "H.J. Hill", "Sen. Hugh Hill"})
    void surnameStandsForTheOnlyOneThatHasItAsAnAlias(String name) {
      assertThat(authority.find(name)).containsExactly(HUGH);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Loos",
          "Dr. Loos",
          "Anna",
          "Møller-Łoś",
          "Hugh",
          "Hugh Hilly",
          "Hugh J. Hill",
          "Dr.",
          ".",
          ""
        })
    void partOfANameIsNobodys(String name) {
      assertThat(authority.find(name)).isEmpty();
    }

    @Test
    void caseDoesNotDependOnTheLocaleOfTheMachine() {
      Locale before = Locale.getDefault();
      Locale.setDefault(Locale.forLanguageTag("tr"));
      try {
        assertThat(SpeakerAuthority.of(List.of(HUGH)).find("HUGH HILL")).containsExactly(HUGH);
      } finally {
        Locale.setDefault(before);
      }
    }
  }

  @Nested
  class WhenANameStandsForTwo {

    private final SpeakerAuthority authority = SpeakerAuthority.of(List.of(ANNA, HUGH, JANE));

    @Test
    void itIsListedAndStandsForNeither() {
      assertThat(authority.find("HILL")).containsExactly(HUGH, JANE);
      assertThat(authority.ambiguousNames())
          .containsExactly(
              new AmbiguousName("the Lantern", List.of(ANNA, JANE)),
              new AmbiguousName("Hill", List.of(HUGH, JANE)));
      Quotation quotation = quotation(Speaker.of("Hill", SpeakerType.PERSON), List.of("Hill"));
      assertThat(authority.identify(quotation)).isEqualTo(quotation);
    }

    @Test
    void theFullNamesStillStandForEach() {
      assertThat(authority.find("Hugh Hill")).containsExactly(HUGH);
      assertThat(authority.find("Jane Hill")).containsExactly(JANE);
    }

    @Test
    void oneThatHasItTwiceIsNotAmbiguous() {
      KnownSpeaker twice =
          KnownSpeaker.builder("Ada Holm").aliases(List.of("ADA HOLM", "Dr. Ada Holm")).build();

      SpeakerAuthority authority = SpeakerAuthority.of(List.of(twice));

      assertThat(authority.ambiguousNames()).isEmpty();
      assertThat(authority.find("Ada Holm")).containsExactly(twice);
    }
  }

  @Nested
  class WhenAQuotationIsIdentified {

    private final SpeakerAuthority authority = SpeakerAuthority.of(List.of(ANNA, HUGH));

    @Test
    void speakerHasTheKnownNameAndIdAndKeepsWhatTheArticleTells() {
      Speaker printed = new Speaker("Anna Loos", SpeakerType.UNNAMED, Optional.of("the keeper"));

      Quotation identified =
          authority.identify(quotation(printed, List.of("Hill", "Rovers", "Hugh Hill")));

      assertThat(identified.speaker())
          .isEqualTo(
              new Speaker(
                  "Anna Møller-Łoś",
                  SpeakerType.PERSON,
                  Optional.of("the keeper"),
                  Optional.of("Q11"),
                  Optional.of("Anna Loos")));
      assertThat(identified.about()).containsExactly("Hugh Hill", "Rovers");
      assertThat(identified)
          .usingRecursiveComparison()
          .ignoringFields("speaker", "about")
          .isEqualTo(quotation(printed, List.of()));
    }

    @Test
    void nameThatIsTheKnownOneIsNotKeptTwice() {
      Speaker speaker =
          authority
              .identify(quotation(Speaker.of("Hugh Hill", SpeakerType.ORGANIZATION), List.of()))
              .speaker();

      assertThat(speaker.id()).contains("Q12");
      assertThat(speaker.printed()).isEmpty();
      assertThat(speaker.type()).isEqualTo(SpeakerType.ORGANIZATION);
    }

    @Test
    void identifyingTwiceIsTheSameAsOnce() {
      Quotation once =
          authority.identify(quotation(Speaker.of("Hill", SpeakerType.PERSON), List.of("Hill")));

      assertThat(authority.identify(once)).isEqualTo(once);
    }

    @Test
    void unknownSpeakerStaysUnknown() {
      SpeakerAuthority odd =
          SpeakerAuthority.of(List.of(KnownSpeaker.builder("(unknown)").id("Q1").build()));
      Quotation quotation = quotation(Speaker.UNKNOWN, List.of());

      assertThat(odd.identify(quotation)).isEqualTo(quotation);
    }
  }

  @Test
  void sameIdForTwoIsRefused() {
    KnownSpeaker other = KnownSpeaker.builder("Ida Hill").id("Q12").build();

    assertThatThrownBy(() -> SpeakerAuthority.of(List.of(HUGH, other)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "id of a known speaker must be unique, but 'Q12' is that of both 'Hugh Hill' and"
                + " 'Ida Hill'");
  }

  @ParameterizedTest
  @CsvSource({"' ',a,Q1,d", "n,' ',Q1,d", "n,a,' ',d", "n,a,Q1,' '"})
  void blankPartIsRefused(String name, String alias, String id, String description) {
    assertThatThrownBy(() ->
            KnownSpeaker.builder(name)
                .aliases(List.of(alias))
                .id(id)
                .description(description)
                .build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must not be blank");
  }

  @Test
  void everyPartOfAListIsInItsVersion() {
    Set<String> versions = new LinkedHashSet<>();
    for (KnownSpeaker speaker :
        List.of(
            KnownSpeaker.builder("a").build(),
            KnownSpeaker.builder("b").build(),
            KnownSpeaker.builder("a").aliases(List.of("b")).build(),
            KnownSpeaker.builder("a").id("b").build(),
            KnownSpeaker.builder("a").description("b").build(),
            KnownSpeaker.builder("a").type(SpeakerType.PERSON).build())) {
      versions.add(SpeakerAuthority.of(List.of(speaker)).version());
    }

    assertThat(versions).hasSize(6).doesNotContain("");
    assertThat(SpeakerAuthority.NONE.version()).isEmpty();
  }

  @Test
  void randomListsGiveWhatANaiveSearchOfThemGives() {
    for (long seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      List<KnownSpeaker> list = randomList(random);
      SpeakerAuthority authority = SpeakerAuthority.of(list);
      Map<String, Integer> sizes = new HashMap<>();
      for (int i = 0; i < 40; i++) {
        String name = randomName(random);
        List<KnownSpeaker> expected = naive(list, name);
        sizes.merge(expected.size() > 1 ? "many" : "" + expected.size(), 1, Integer::sum);

        assertThat(authority.find(name)).as("seed %d, name %s", seed, name).isEqualTo(expected);

        Speaker speaker = Speaker.of(name, SpeakerType.PERSON);
        Speaker identified = authority.identify(quotation(speaker, List.of())).speaker();
        assertThat(identified.nameInArticle()).as("seed %d", seed).isEqualTo(name);
        assertThat(identified.id())
            .as("seed %d, name %s", seed, name)
            .isEqualTo(expected.size() == 1 ? expected.getFirst().id() : Optional.empty());
      }
      assertThat(sizes.keySet()).as("seed %d", seed).contains("0");
    }
  }

  private static final List<String> GIVEN = List.of("Ada", "ADA", "Zoë", "zoe", "Łu", "lu");
  private static final List<String> SURNAMES = List.of("Holm", "Hölm", "Berg", "Nuñez");
  private static final List<String> TITLES = List.of("Mr. ", "Dr ", "Senator ");

  private static List<KnownSpeaker> randomList(Random random) {
    List<KnownSpeaker> list = new ArrayList<>();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      List<String> aliases = new ArrayList<>();
      for (int j = random.nextInt(3); j > 0; j--) {
        aliases.add(randomName(random));
      }
      list.add(KnownSpeaker.builder(randomName(random)).aliases(aliases).id("Q" + i).build());
    }
    return list;
  }

  private static String randomName(Random random) {
    String name = pick(random, SURNAMES);
    if (random.nextInt(4) > 0) {
      name = pick(random, GIVEN) + " " + name;
    }
    return random.nextInt(3) == 0 ? pick(random, TITLES) + name : name;
  }

  private static String pick(Random random, List<String> from) {
    return from.get(random.nextInt(from.size()));
  }

  /** The names as they are first; without titles only if that finds nobody. */
  private static List<KnownSpeaker> naive(List<KnownSpeaker> list, String name) {
    String plain = plain(name);
    List<KnownSpeaker> found = having(list, plain);
    return found.isEmpty() ? having(list, untitled(plain)) : found;
  }

  private static List<KnownSpeaker> having(List<KnownSpeaker> list, String plain) {
    return list.stream()
        .filter(speaker ->
            speaker
                .names()
                .map(SpeakerAuthorityTest::plain)
                .anyMatch(known ->
                    known.equals(plain)
                        || (untitled(known).contains(" ") && untitled(known).equals(plain))))
        .toList();
  }

  private static String plain(String name) {
    return name.replace(".", "")
        .replace('ë', 'e')
        .replace('Ł', 'L')
        .replace('ö', 'o')
        .replace('ñ', 'n')
        .toLowerCase(Locale.ROOT);
  }

  private static String untitled(String plain) {
    return plain.replaceFirst("^(mr|dr|senator) ", "");
  }

  private static Quotation quotation(Speaker speaker, List<String> about) {
    Article article = Article.builder("a", "Words stand here.").build();
    return Quotation.builder(article, List.of(new Span(0, 5)))
        .speaker(speaker)
        .mention(new Span(6, 11))
        .confidence(0.5)
        .rule("made up")
        .about(about)
        .build();
  }
}
