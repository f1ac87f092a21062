package onrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import onrecord.model.Article;
import onrecord.model.Published;
import onrecord.model.Quotation;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;
import onrecord.query.Facet;
import onrecord.query.FacetCount;
import onrecord.query.FacetRequest;
import onrecord.query.Hint;
import onrecord.query.Hit;
import onrecord.query.InvalidSearchException;
import onrecord.query.Query;
import onrecord.query.QuerySyntaxException;
import onrecord.query.Search;
import onrecord.query.SearchResult;
import onrecord.query.SortOrder;
import onrecord.query.Target;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How an engine compares words and names as people write them. */
public abstract class WordsContract extends EngineContract {

  private Archive archive;
  private int added;

  @BeforeEach
  void openTheArchive() throws IOException {
    archive = newArchive();
  }

  @AfterEach
  void closeTheArchive() throws IOException {
    archive.close();
  }

  private void add(String speaker, String words) throws IOException {
    Article article = Article.builder("a" + added++, words).title(words).build();
    archive.add(
        article,
        List.of(
            Quotation.builder(article, List.of(new Span(0, words.length())))
                .speaker(Speaker.of(speaker, SpeakerType.PERSON))
                .build()));
    archive.commit();
  }

  private long total(String query) throws IOException {
    return archive.search(Search.of(Query.parse(query))).total();
  }

  private List<String> highlights(String query) throws IOException {
    SearchResult result = archive.search(Search.of(Query.parse(query)));
    return result.hits().stream().map(WordsContract::marked).toList();
  }

  private static String marked(Hit hit) {
    String text = hit.quotation().text();
    return hit.highlights().inQuotation().stream()
        .map(place -> place.in(text))
        .collect(Collectors.joining("|"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "well-being | The well-being of all counts | We are well and being paid",
        "24/7 | open 24/7 for all | open 7 to 24",
        "and/or | bread and/or salt | bread and salt or oil",
        "7\\:30 | at 7:30 sharp | at 30 past 7",
        "jack@mail.example | write to jack@mail.example now | the mail of jack, an example",
        "twenty-one | all twenty-one of us | one of twenty",
        "x+y | so x+y is odd | y and x"
      })
  void wordWithMarksIsOnePlace(String word, String with, String without) throws IOException {
    add("Ida Rook", with);
    add("Ida Rook", without);

    assertThat(total(word)).isEqualTo(1);
    assertThat(highlights(word)).containsExactly(word.replace("\\", ""));
    assertThat(total("title:" + word)).isEqualTo(1);
    assertThat(total("exact:" + word)).isEqualTo(1);
    assertThat(total("(" + word + " unheard)@1")).isEqualTo(1);
    assertThat(total(word + " AND " + word)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "case:US | The US will pay | Give us a lift",
        "case:us | Give us a lift | The US will pay",
        "sentence.case:US | The US will pay | Give us a lift",
        "title.case:US | The US will pay | Give us a lift",
        "text.case:US | The US will pay | Give us a lift",
        "case:\"the US\" | In the US we pay | The us of old",
        "case:\"US\" | A US role | A us role",
        "case:US* | All USDA staff | They use it",
        "case:U?DA | All USDA staff | All usda staff",
        "case:stra?e | An der Stra\u00dfe Bach, stra\u00dfe | An der Strasse",
        "case:caf\u00e9 | A cafe\u0301 by the sea | A cafe by the sea",
        "case:O'Shea | Miss O\u2019Shea | miss o'shea",
        "case:(US Turkey) | The US and Turkey | The US ate turkey",
        "case:(US nothing)@1 | The US will pay | Give us a lift",
        "case:\"US the\"~2 | In the US we pay | In the us we pay",
        "case.near:\"pay US\"~1 | In the US we pay | In the us we pay",
        "case.ordered:\"In US\"~1 | In the US we pay | in the US we pay",
        "title.case.near:\"pay US\"~1 | In the US we pay | US they say we will pay",
        "C\\+\\+ | I write C++, mostly | I write C or C# mostly",
        "C# | I write C# | I write C++ or C",
        "AT&T | Ask AT&T\u2019s men | We met at T Street",
        "\"ask AT&T\" | Now ask AT&T again | Now ask at T Street",
        "exact:AT&T | Ask at&t now | We met at T Street",
        "case:AT&T | Ask AT&T now | Ask at&t now",
        "#harbour | Join #Harbour now | Join harbour now",
        "title:C# | I write C# | I write C++ or C",
        "1234 | All 1,234 of them | All 1,2345 of 12,34",
        "1,234 | All 1234 of them | All 12345 of them",
        "1234567.50 | It cost 1,234,567.50 | It cost 1,234,567",
        "\"cost 1234\" | It cost 1,234 then | It cost 123,4 then",
        "e-mail | Send an email | Send a letter",
        "e-mail | Send an e-mail | A mail that they sent",
        "well-beings | Their wellbeing counts | They are well and being paid",
        "email | Send an e-mail | Send E mail",
        "Emails | Send an E\u2010mail | A mail, e.g. mail",
        "email's | Send my e-mails | A mall, e-mall",
        "river\u2019* | The river\u2019s mouth | The river and two rivers",
        "(cooperate unheard)@1 | They co-operate | They co operate",
        "sentence:reelected | All were re-elected | All re elected",
        "title:wellbeing | Their well-being counts | They are well being fed",
        "text:wellbeing | Their well-being counts | They are well being fed",
      })
  void wordIsFoundAsItIsWritten(String query, String with, String without) throws IOException {
    add("Ida Rook", with);
    add("Ida Rook", without);

    SearchResult result = archive.search(Search.of(Query.parse(query)));

    assertThat(result.hits().stream().map(hit -> hit.quotation().text())).containsExactly(with);
    assertThat(total("NOT " + query)).isEqualTo(1);
  }

  @Test
  void placesOfWordsInTheirCaseAreHighlighted() throws IOException {
    add("Ida Rook", "US, us and the US; AT&T and C++ at T");

    assertThat(highlights("case:US")).containsExactly("US|US");
    assertThat(highlights("case:us")).containsExactly("us");
    assertThat(highlights("case:\"the US\"")).containsExactly("the US");
    assertThat(highlights("case:U*")).containsExactly("US|US");
    assertThat(highlights("AT&T")).containsExactly("AT&T");
    assertThat(highlights("C\\+\\+")).containsExactly("C");
    assertThat(highlights("sentence.case:us")).containsExactly("");
  }

  @Test
  void wordWithAHyphenAfterItsPrefixIsHighlightedAsAWhole() throws IOException {
    add("Ida Rook", "No e-mail is an email, e mail or so");

    assertThat(highlights("email")).containsExactly("e-mail|email");
    assertThat(highlights("e-mail")).containsExactly("e-mail|email|e mail");
  }

  @Test
  void prefixIsLookedUpAgainAfterAChange() throws IOException {
    add("Ida Rook", "Send the mail");
    assertThat(total("email")).isZero();
    assertThat(total("sentence:email")).isZero();

    add("Ida Rook", "Send the e-mail");

    assertThat(total("email")).isEqualTo(1);
    assertThat(total("sentence:email")).isEqualTo(1);
    assertThat(total("email")).isEqualTo(1);
    assertThat(total("remail")).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "exact:1234 | All 1,234 of them",
        "exact:e-mail | Send an email",
        "exact:email | Send an e-mail",
        "case:email | Send an e-mail",
        "\"an email\" | Send an e-mail",
        "case:1234 | All 1,234 of them",
        "speaker:e-mail | Send an email",
      })
  void otherSpellingsAreNotExact(String query, String words) throws IOException {
    add("Ida Rook", words);

    assertThat(total(query)).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"case:/u.*/", "case:us~1", "speaker.case:us", "speaker.case.near:\"a b\"~1"})
  void whatCannotBeComparedInItsCaseIsRejected(String query) {
    assertThatThrownBy(() -> Query.parse(query)).isInstanceOf(QuerySyntaxException.class);
    assertThat(Query.parseLenient(query).query()).isNotNull();
  }

  @Test
  void phraseInItsCaseHasNoWildcards() {
    assertThatThrownBy(() -> total("case:\"the Bridg*\""))
        .isInstanceOf(InvalidSearchException.class)
        .hasMessageContaining("a phrase in its case must not contain wildcards");
  }

  @Test
  void wordsWithMarksCanBeCombinedWithOthers() throws IOException {
    add("Ida Rook", "The well-being of all the crew counts");

    assertThat(total("crew well-being")).isEqualTo(1);
    assertThat(total("crew well-fed")).isZero();
    assertThat(total("crew, well-being , all;counts")).isEqualTo(1);
    assertThat(total("\"well-being of all\"")).isEqualTo(1);
    assertThat(archive.search(Search.of(Query.anyWord("well-fed crew"))).total()).isEqualTo(1);
    assertThat(archive.search(Search.of(Query.words("Ida-Rook").in(Target.SPEAKER))).total())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Liam O'Shea",
        "liam o'shea",
        "LIAM O\u2019SHEA",
        "Liam O\u02bcShea",
        "Liam O\u2018Shea",
        "Li\u0301am O'She\u0301a"
      })
  void nameIsTheSameInAnyCaseAndWithAnyApostrophe(String name) throws IOException {
    add("Liam O\u2019Shea", "We are well");
    add("Liam O\u2019Shea", "We are fine");
    add("Liam O'Shea", "We are here");
    add("Liam O'Sheaf", "We are not");

    assertThat(archive.search(Search.of(Query.speaker(name))).total()).isEqualTo(3);
    assertThat(total("speaker:\"" + name + "\"")).isEqualTo(3);
    assertThat(total("speaker:(" + name + ")")).isEqualTo(3);
    Search filtered =
        Search.builder(Query.all())
            .filter(Facet.SPEAKER, name)
            .facet(FacetRequest.top(Facet.SPEAKER, 9))
            .build();
    assertThat(archive.search(filtered).total()).isEqualTo(3);
    assertThat(archive.search(filtered).facet(Facet.SPEAKER).counts())
        .containsExactly(
            new FacetCount("Liam O\u2019Shea", 3, 3), new FacetCount("Liam O'Sheaf", 1, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"trump", "elections", "walls", "taxes", "said"})
  void patternFindsAllThatTheWordFinds(String word) throws IOException {
    for (String form :
        List.of("trump", "Trump\u2019s", "trumps", "election", "Elections", "wall's")) {
      add("Ida Rook", "It is " + form + " again");
    }
    add("Ida Rook", "They walled and taxed what the taxes were said to say");
    long found = total(word);

    for (String pattern : List.of("*" + word, word + "*", "*" + word + "*", "/" + word + "/")) {
      assertThat(total(pattern))
          .as(pattern)
          .isGreaterThanOrEqualTo(pattern.contains("*") ? found : 0);
    }
    assertThat(total(word + "~1")).isGreaterThanOrEqualTo(found);
    assertThat(total("exact:*" + word)).isGreaterThanOrEqualTo(total("exact:" + word));
  }

  @Test
  void patternMatchesAWordAsItIsWrittenOrItsStem() throws IOException {
    add("Ida Rook", "The elections");
    add("Ida Rook", "An election");
    add("Ida Rook", "He elected");

    assertThat(total("*lections")).isEqualTo(1);
    assertThat(total("*election")).isEqualTo(2);
    assertThat(total("exact:*election")).isEqualTo(1);
    assertThat(highlights("*lection")).containsExactlyInAnyOrder("elections", "election");
    assertThat(Query.parse("exact:elect*")).isNotEqualTo(Query.parse("elect*"));
    assertThat(Query.parse("exact:elect*").toString()).isEqualTo("exact:elect*");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"climate chang*\" ; climate changes|climate changed",
        "\"climat* chang*\" ; climate changes|climate changed",
        "\"*mate changes and\" ; climate changes and",
        "exact:\"climate *ges\" ; climate changes",
        "\"the climate ch*s\" ; The climate changes",
        "\"climate-chang*\" ; climate changes|climate changed",
        "\"changes climate *ed\"~1 ; changes and climate changed"
      })
  void wordOfAPhraseMayBeAPattern(String query, String places) throws IOException {
    add("Zora Pike", "The climate changes and climate changed us");
    add("Zora Pike", "A change of climate");

    assertThat(highlights(query)).containsExactly(places);
    assertThat(total("\"climate zz*\"")).isZero();
    assertThat(total("\"climate chang\\*\"")).isZero();
    assertThat(Query.parse("\"chang\\*\"")).isEqualTo(Query.phrase("chang\\*"));
    assertThat(total("title:\"clim* changes\"")).isEqualTo(1);
    assertThat(total("speaker:\"zor* pike\"~0")).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"red red\"~2 | red red",
        "\"red red\" | red red",
        "\"red the red\"~2 | red roses and the red",
        "\"red barn\"~2 | red barn",
        "\"the red red\"~1 | The red red"
      })
  void loosePhraseWithAWordTwiceIsFoundWhereBothAre(String query, String place) throws IOException {
    add("Ida Rook", "The red red roses and the red barn are gone");
    add("Ida Rook", "A red rose by the white barn is not as red");

    assertThat(highlights(query)).containsExactly(place);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "description:mayors | true",
        "description:(norhaven mayor) | true",
        "description:(norhaven governor)@1 | true",
        "description:(norhaven governor) | false",
        "description:\"mayor of Norhaven\" | true",
        "description:\"Norhaven mayor\" | false",
        "description:\"Norhaven mayor\"~3 | true",
        "description:\"Norhaven mayor\"~2 | false",
        "description.near:\"norhaven the\"~2 | true",
        "description.near:\"norhaven the\"~1 | false",
        "description.ordered:\"the norhaven\"~2 | true",
        "description.ordered:\"norhaven the\"~2 | false",
        "description:norh* | true",
        "description:*mayors | true",
        "description:/ma.or/ | true",
        "description:/ma.ors/ | false",
        "description:nohraven~1 | true",
        "description.exact:mayors | false",
        "description.case:mayor | true",
        "description.case:Mayor | false",
        "description.case:Nor* | true",
        "description.case:nor* | false",
        "printed:holm | true",
        "printed:quill | false",
        "printed:\"ms holm\" | true",
        "speaker:quill description:mayor | true",
        "speaker:quill -description:mayor | false"
      })
  void speakersAreFoundByTheirDescriptionAndTheNameAsPrinted(String query, boolean isFound)
      throws IOException {
    Article article = Article.builder("x", "One two").build();
    Quotation.Builder one = Quotation.builder(article, List.of(new Span(0, 3)));
    Speaker speaker =
        new Speaker(
            "Ada Quill",
            SpeakerType.PERSON,
            Optional.of("the mayor of Norhaven"),
            Optional.empty(),
            Optional.of("Ms Holm"));
    archive.add(
        article,
        List.of(
            one.speaker(speaker).build(),
            Quotation.builder(article, List.of(new Span(4, 7))).build()));
    archive.commit();

    SearchResult result = archive.search(Search.of(Query.parse(query)));

    assertThat(result.hits().stream().map(hit -> hit.quotation().text()).toList())
        .isEqualTo(isFound ? List.of("One") : List.of());
    assertThat(hints(query)).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void printedNameIsTheNameUnlessItDiffers() throws IOException {
    add("Ida Rook", "We are well");

    assertThat(total("printed:\"ida rook\"")).isEqualTo(1);
    assertThat(total("description:*")).isZero();
    assertThatThrownBy(() -> total("description:\"the ma*\""))
        .isInstanceOf(InvalidSearchException.class)
        .hasMessageContaining("a phrase must not contain wildcards here");
  }

  @Test
  void wordsOfANameAreWordsOfOneName() throws IOException {
    Article article = Article.builder("x", "One").authors(List.of("Ann Lee", "Bo Dahl")).build();
    archive.add(
        article,
        List.of(
            Quotation.builder(article, List.of(new Span(0, 3)))
                .about(List.of("Jane Blair", "Tony Mary-Ann Smith"))
                .build()));
    archive.commit();

    assertThat(total("about:(jane blair)")).isEqualTo(1);
    assertThat(total("about:(blair jane)")).isEqualTo(1);
    assertThat(total("about:(jane smith)")).isZero();
    assertThat(total("about:jane about:smith")).isEqualTo(1);
    assertThat(total("(about:jane about:smith)")).isEqualTo(1);
    assertThat(total("about:(jane smith)@1")).isEqualTo(1);
    assertThat(total("about:(smith mary-ann)")).isEqualTo(1);
    assertThat(total("author:(ann dahl)")).isZero();
    assertThat(total("author:ann AND author:dahl")).isEqualTo(1);
  }

  @Test
  void articlesOfSeveralTimeZonesAreOrderedByTheMoment() throws IOException {
    for (String published :
        List.of(
            "2024-05-02T00:30+10:00",
            "2024-05-01T20:00Z",
            "2024-05-01T22:00-05:00",
            "2024-05-01T15:00")) {
      Article article =
          Article.builder(published, "One").published(Published.parse(published)).build();
      archive.add(article, List.of(Quotation.builder(article, List.of(new Span(0, 3))).build()));
    }
    archive.commit();
    Search.Builder oldest = Search.builder(Query.all()).sort(SortOrder.OLDEST);

    assertThat(archive.search(oldest.build()).hits())
        .extracting(hit -> hit.article().id())
        .containsExactly(
            "2024-05-02T00:30+10:00",
            "2024-05-01T15:00",
            "2024-05-01T20:00Z",
            "2024-05-01T22:00-05:00");
    assertThat(archive.search(oldest.distinct(true).build()).hits())
        .extracting(hit -> hit.article().id())
        .containsExactly("2024-05-02T00:30+10:00");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "thor | Thor came, said the man | the man",
        "booker | Booker and the Bookers | book a room",
        "carly | Carly\u2019s here | a car",
        "american | An American, with Americans | America first",
        "british | British rule | Britain rules",
        "manning | Manning\u2019s papers | a man manned it",
        "wells | Mrs Wells | it is well"
      })
  void wordOfANameAndAWordThatIsNoFormOfItsStemAreNotStemmed(
      String word, String with, String without) throws IOException {
    add("Chelsea Manning", with);
    add("Ida Wells", without);

    assertThat(total(word)).isEqualTo(1);
    assertThat(total("\"" + word + "\"")).isEqualTo(1);
    assertThat(total("near:\"" + word + "\"~3")).isEqualTo(1);
    assertThat(total("title:" + word)).isEqualTo(1);
    assertThat(total("*" + word)).isEqualTo(1);
    assertThat(highlights(word).getFirst()).containsIgnoringCase(word);
  }

  @Test
  void otherWordsAreStemmed() throws IOException {
    add("Ida Rook", "He walled off the voter quickly, taxing policies, planned and dying");

    for (String form :
        List.of(
            "walls", "voters", "voter's", "taxes", "policy", "plan", "planning", "die", "wall")) {
      assertThat(total(form)).as(form).isEqualTo(1);
    }
    assertThat(total("\"walling off the voters\"")).isEqualTo(1);
  }

  @Test
  void whatMatchesNothingIsNamedWithTheNearest() throws IOException {
    add("Donald Trump", "The climate changes");
    add("Melania Trump", "The weather is fine");
    add("Ida Rook", "Clemente is here");

    assertThat(hints("speaker:\"donald trmup\""))
        .containsExactly(new Hint("speaker:\"donald trmup\"", List.of("Donald Trump")));
    assertThat(hints("speaker:\"trump\""))
        .containsExactly(new Hint("speaker:\"trump\"", List.of("Donald Trump", "Melania Trump")));
    assertThat(hints("clmate weather")).containsExactly(new Hint("clmate", List.of("climate")));
    assertThat(hints("climate me?")).containsExactly(new Hint("me?", List.of()));
    assertThat(hints("xyzzy OR (plugh AND NOT qwert)"))
        .containsExactly(new Hint("xyzzy", List.of()), new Hint("plugh", List.of()));
    assertThat(hints("climate weather")).isEmpty();
    assertThat(hints("climate OR xyzzy")).isEmpty();
    assertThat(
            archive
                .statistics()
                .hints(Search.builder(Query.all()).filter(Facet.SPEAKER, "Ida Rok").build()))
        .containsExactly(new Hint("speaker:\"Ida Rok\"", List.of("Ida Rook")));
  }

  private List<Hint> hints(String query) throws IOException {
    return archive.statistics().hints(Search.of(Query.parse(query)));
  }

  @Test
  void missingValueIsWrittenWithoutQuotationMarks() throws IOException {
    add("Ida Rook", "We are well");

    assertThat(total("outlet:(unknown)")).isEqualTo(1);
    assertThat(total("OUTLET:(Unknown) published:(unknown)")).isEqualTo(1);
    assertThat(total("-tag:(unknown)")).isZero();
    assertThat(total("speaker:(unknown)")).isZero();
    assertThat(total("quote:(unknown)")).isZero();
    assertThat(total("outlet:unknown")).isZero();
  }

  @Test
  void whateverIsTypedIntoABoxIsSearchedFor() throws IOException {
    add("Ida Rook", "The well-being of all counts \ud83d\ude00");

    assertThat(archive.search(Search.of(Query.parseLenient("\ud83d\ude00 (").query())).total())
        .isEqualTo(1);
    Random random = new Random(7);
    List<String> pieces =
        List.of(
            "well",
            "being",
            "OR",
            "or",
            "(",
            ")",
            "\"",
            " ",
            " ",
            "*",
            "?",
            "~",
            "/",
            "-",
            ":",
            "@",
            "speaker:",
            "[",
            "\ud83d\ude00",
            "\u2122",
            "\u00aa",
            "\u0301",
            "\u0e01",
            "\u6771",
            "1,2",
            "'");
    for (int i = 0; i < 1_000; i++) {
      String typed =
          random
              .ints(random.nextInt(10), 0, pieces.size())
              .mapToObj(pieces::get)
              .collect(Collectors.joining());
      Query query = Query.parseLenient(typed).query();

      assertThatCode(() -> archive.search(Search.of(query))).as(typed).doesNotThrowAnyException();
    }
  }
}
