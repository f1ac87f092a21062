package onrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import onrecord.model.Article;
import onrecord.model.Quotation;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;
import onrecord.query.Concordance;
import onrecord.query.ConcordanceKey;
import onrecord.query.ConcordanceRequest;
import onrecord.query.Highlights;
import onrecord.query.Hit;
import onrecord.query.InvalidSearchException;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.SearchLimitException;
import onrecord.query.SearchLimitException.Limit;
import onrecord.query.SearchLimits;
import onrecord.query.Target;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Patterns of consecutive words in quotations. */
class TokensTest {

  private static final String SPOKEN =
      "We went home. They are going away, far away; she goes well-being first.";

  private Archive archive;

  @BeforeEach
  void open() throws IOException {
    archive = Archive.inMemory();
    add("a", SPOKEN);
    archive.commit();
  }

  @AfterEach
  void close() throws IOException {
    archive.close();
  }

  private void add(String id, String text) throws IOException {
    Article article = Article.builder(id, text).title("Going home").build();
    Span run = new Span(0, text.length());
    archive.add(article, List.of(Quotation.builder(article, List.of(run)).build()));
  }

  private List<String> matches(Query query) throws IOException {
    return archive.search(Search.builder(query).highlight(true).build()).hits().stream()
        .map(Hit::highlights)
        .map(Highlights::inQuotation)
        .flatMap(List::stream)
        .map(place -> place.in(SPOKEN))
        .toList();
  }

  /** Patterns, and the matches that are highlighted, in their order. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "[stem='go'];going/goes",
        "[stem='go'] []{0,2} 'away';going away, far away",
        "[stem='go'] 'away';going away",
        "'away' 'far'? | 'far';away, far/away",
        "[word='.*o.*' & word!='home']+;going/goes",
        "[!(word='w.*' | word='.*e.*')]+;going away, far away/first",
        "'WENT' 'Home';went home",
        "[case='went'] [case='Home'];",
        "[case='[A-Z].*'];We/They",
        "'well' 'being';well-being",
        "'we'* 'went';We went",
        "[]{100};",
        "[]{12};`We went home. They are going away, far away; she goes well`",
        "[]+;`We went home. They are going away, far away; she goes well-being first`",
      })
  void matchesAreHighlighted(String pattern, String expected) throws IOException {
    assertThat(String.join("/", matches(Query.tokens(pattern))))
        .isEqualTo(expected == null ? "" : expected);
  }

  @Test
  void othersPartsOfTheQueryAreHighlightedAsWell() throws IOException {
    assertThat(matches(Query.tokens("'far' 'away'").and(Query.words("home"))))
        .containsExactly("home", "far away");
    assertThat(matches(Query.tokens("'far' 'home'").or(Query.words("home"))))
        .containsExactly("home");
    assertThat(matches(Query.tokens("'far' 'home'").not())).isEmpty();
  }

  @Test
  void everyMatchIsALineOfAConcordance() throws IOException {
    Concordance lines =
        archive
            .statistics()
            .concordance(
                Search.of(Query.tokens("[stem='go'] []")),
                ConcordanceRequest.by(ConcordanceKey.parse("match")));

    assertThat(lines.lines())
        .extracting(Concordance.Line::match)
        .containsExactly("goes well", "going away");
  }

  @ParameterizedTest
  @EnumSource(
      value = Target.Standard.class,
      names = {"QUOTE", "SENTENCE", "TITLE", "TEXT", "DESCRIPTION", "PRINTED"})
  void everyTextIsSearched(Target.Standard target) throws IOException {
    String text = "Ada Holm is going home, said the lady going home, Holm going home.";
    Speaker speaker = new Speaker("Ada Holm", SpeakerType.PERSON, Optional.of("who is going home"));
    Article article = Article.builder("b", text).title("Going home").build();
    Quotation.Builder quotation = Quotation.builder(article, List.of(new Span(0, text.length())));
    archive.add(article, List.of(quotation.speaker(speaker).build()));
    archive.commit();
    String pattern = target == Target.PRINTED ? "'ada' []" : "[stem='go' & case!='goes'] 'home'";

    assertThat(ids(Query.tokens(pattern).in(target))).contains("b");
    assertThat(ids(Query.tokens(pattern + " 'ferry'").in(target))).isEmpty();
  }

  private List<String> ids(Query query) throws IOException {
    return archive.search(Search.of(query)).hits().stream()
        .map(hit -> hit.article().id())
        .sorted()
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "'well-being';one word was expected in a pattern of consecutive words, but 'well-being' is"
            + " several; write each of them as a word",
        "[word='[—]'];a pattern must be one word, but '[—]' matches no word",
        "[word!='caf[é]'];since no word contains 'é'",
      })
  void valueThatIsNoWordIsRefused(String pattern, String message) {
    assertThatThrownBy(() -> archive.search(Search.of(Query.tokens(pattern))))
        .isInstanceOf(InvalidSearchException.class)
        .hasMessageContaining(message);
  }

  @Test
  void patternForAFieldOfTheOwnerIsRefused() {
    assertThatThrownBy(() -> Query.parse("article.summary.tokens:\"'a'\""))
        .hasMessageContaining("must be searched for in a text, such as quote");
  }

  @Test
  void patternIsLimited() {
    assertLimit("'a' | 'b' | [stem='c']", Limit.CLAUSES);
    assertLimit("([]?){1000}", Limit.STATES);
    assertLimit("[case='(x|y)*x(x|y){15}']", Limit.STATES);
  }

  @Test
  void tooLargePartIsRefusedBeforeItIsRepeated() {
    String tooLarge = "'a'? ".repeat(200).strip();
    String shown = "pattern '" + tooLarge.substring(0, 50) + "...' needs an automaton";

    for (String pattern : List.of("(%s)*", "(((%s)*)+){1,2}", "'b' | (%s) 'b'")) {
      assertThatThrownBy(() -> archive.search(Search.of(Query.tokens(pattern.formatted(tooLarge)))))
          .isInstanceOf(SearchLimitException.class)
          .hasMessageStartingWith(shown);
    }
  }

  private void assertLimit(String pattern, Limit limit) {
    SearchLimits limits = SearchLimits.DEFAULT.maxClauses(3);

    assertThatThrownBy(
            () -> archive.search(Search.builder(Query.tokens(pattern)).limits(limits).build()))
        .isInstanceOfSatisfying(
            SearchLimitException.class, e -> assertThat(e.limit()).isEqualTo(limit));
  }

  @Test
  void longTextIsMatchedByAPatternWithManyWays() throws IOException {
    add("long", "a ".repeat(20_000) + "b");
    archive.commit();

    assertThat(ids(Query.tokens("(('a'+)+ ('a' | []?)*)+ 'b'"))).containsExactly("long");
    assertThat(ids(Query.tokens("(('a'+)+ ('a' | []?)*)+ 'b' 'b'"))).isEmpty();
  }
}
