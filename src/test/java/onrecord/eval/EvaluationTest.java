package onrecord.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import onrecord.eval.Finding.Outcome;
import onrecord.eval.GoldArticle.Choice;
import onrecord.model.Article;
import onrecord.model.Quotation;
import onrecord.model.QuotationKind;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks the figures of the evaluation against their definitions, on a made-up article. */
class EvaluationTest {

  private static final String TEXT =
      "🚢 “We sail at noon,” Mara Quill said. “Or at one.” Her mate said that the fog was thick.";

  @TempDir Path folder;

  @Test
  void readsOffsetsInCodePoints() throws IOException {
    GoldArticle gold = gold();

    assertThat(gold.fragments())
        .extracting(f -> f.words().in(TEXT))
        .containsExactly("We sail at noon,", "Or at one.");
    assertThat(gold.fragments().get(0).source())
        .extracting(s -> s.in(TEXT))
        .containsExactly("Mara Quill");
    assertThat(gold.speakers()).containsOnlyKeys(start("We sail"));
    assertThat(gold.publisher()).isEqualTo("courier");
  }

  @Test
  void countsACorrectAttributionInAllFigures() throws IOException {
    QuotedScore score = new QuotedScore();

    List<Finding> findings =
        score.add(gold(), List.of(quoted("quill", "Mara Quill", "We sail at noon,", "Or at one.")));

    assertThat(findings).extracting(Finding::outcome).containsOnly(Outcome.RIGHT);
    assertThat(counts(score)).containsExactly(2, 2, 2, 2, 1);
  }

  @Test
  void ignoresTitlesCaseAndAliasesInNames() throws IOException {
    for (String name : List.of("Capt. Mara Quill", "mara QUILL", "Quill", "Mára Quill’s")) {
      assertThat(outcomes(quoted(name, "Mara Quill", "We sail at noon,")))
          .as(name)
          .containsOnlyOnce(Outcome.RIGHT);
    }
    assertThat(outcomes(quoted("Mara", "Mara Quill", "We sail at noon,")))
        .containsOnlyOnce(Outcome.WRONG_NAME);
    assertThat(outcomes(quoted("Mara", "Her mate", "We sail at noon,")))
        .containsOnlyOnce(Outcome.WRONG_SPEAKER);
    assertThat(outcomes(quoted("Quill", "Her mate", "We sail at noon,")))
        .containsOnlyOnce(Outcome.WRONG_MENTION);
  }

  @Test
  void requiresFourFifthsOfTheLettersOfARun() throws IOException {
    // 12 letters are annotated; 10 of 12 suffice, 9 do not.
    assertThat(outcomes(quoted("Quill", "Mara Quill", " sail at noon")))
        .containsExactlyInAnyOrder(Outcome.RIGHT, Outcome.MISSED);
    assertThat(outcomes(quoted("Quill", "Mara Quill", "We sail at n")))
        .containsExactlyInAnyOrder(Outcome.EXTRA, Outcome.MISSED, Outcome.MISSED);
  }

  @Test
  void doesNotAssertWordsWithoutASpeaker() throws IOException {
    Quotation unattributed =
        Quotation.builder(article(), List.of(span("We sail at noon,"), span("Or at one."))).build();

    assertThat(outcomes(unattributed)).containsOnly(Outcome.UNATTRIBUTED);
  }

  @Test
  void requiresHalfOfTheLettersAndTheSourceOfIndirectSpeech() throws IOException {
    assertThat(indirect("the fog was thick", "Her mate")).containsExactly(1, 1, 1, 1);
    assertThat(indirect("fog was", "Her mate")).containsExactly(1, 1, 0, 0);
    assertThat(indirect("the fog was thick", "Mara Quill")).containsExactly(1, 1, 1, 0);
  }

  @Test
  void countsADoubtedFragmentNeitherWay() throws IOException {
    GoldArticle doubted = read(annotated(), speakers(", 'doubt': 'inner'", ""), Choice.ALL).get(0);
    String ignore = ", 'ignore': [" + pair("Her mate") + "]";
    GoldArticle ignoring = read(annotated(), speakers("", ignore), Choice.ALL).get(0);
    QuotedScore score = new QuotedScore();

    List<Finding> findings =
        score.add(doubted, List.of(quoted("Tess", "Her mate", "We sail at noon,", "Or at one.")));
    score.add(ignoring, List.of(quoted("Tess", "Her mate", "Her mate")));

    assertThat(findings).hasSize(1);
    assertThat(counts(score)).containsExactly(1 + 2, 1, 1, 0, 0);
  }

  @Test
  void readsOnlyTheArticlesWithLabelsIfAsked() throws IOException {
    String two = annotated() + "\n" + annotated().replace("courier_1", "courier_2");

    assertThat(read(two, speakers("", ""), Choice.ALL)).hasSize(2);
    assertThat(read(two, speakers("", ""), Choice.LABELLED)).hasSize(1);
  }

  @Test
  void scoresWhateverFindsQuotationsInTheAnnotatedArticles() throws IOException {
    AnnotatedArticles annotated =
        AnnotatedArticles.read(
            file("gold.jsonl", annotated()), file("speakers.jsonl", speakers("", "")), Choice.ALL);

    Quotation quotation = quoted("Mara", "Mara Quill", "We sail at noon,");

    assertThat(annotated.articles()).containsExactly(gold().article());
    assertThat(annotated.isLabelled()).isTrue();
    assertThat(annotated.accuracy(List.of(List.of(quotation))))
        .isEqualTo(new AnnotatedArticles.Accuracy(2.0 / 3, 2.0 / 3, 0));
  }

  @Test
  void theIntervalHoldsTheFigureAndIsNarrowerWithMoreArticles() {
    Interval few = Interval.ofF1(articles(10), counts -> counts.span);
    Interval many = Interval.ofF1(articles(1000), counts -> counts.span);

    assertThat(few.low()).isLessThan(0.5);
    assertThat(few.high()).isGreaterThan(0.5);
    assertThat(many.low()).isBetween(0.45, 0.5);
    assertThat(many.high()).isBetween(0.5, 0.55);
  }

  /** Articles of which every other one is wholly right. */
  private static List<QuotedScore.Counts> articles(int number) {
    List<QuotedScore.Counts> articles = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      QuotedScore.Counts counts = new QuotedScore.Counts();
      counts.gold = 3;
      counts.asserted = 3;
      counts.span = i % 2 * 3;
      articles.add(counts);
    }
    return articles;
  }

  @Test
  void reportsTheLineOfInvalidJson() throws IOException {
    Path file = Files.writeString(folder.resolve("gold.jsonl"), "\n{\"id\": \"x\"\n");

    assertThatThrownBy(() -> GoldArticle.read(file, null, Choice.ALL))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(file + ":2: ");
  }

  private List<Outcome> outcomes(Quotation... quotations) throws IOException {
    return new QuotedScore()
        .add(gold(), List.of(quotations)).stream().map(Finding::outcome).toList();
  }

  private static List<Integer> counts(QuotedScore score) {
    QuotedScore.Counts c = score.total;
    return List.of(c.gold, c.asserted, c.span, c.mention, c.name);
  }

  private List<Integer> indirect(String words, String mention) throws IOException {
    IndirectScore score = new IndirectScore();
    score.add(
        gold(),
        List.of(
            Quotation.builder(article(), List.of(span(words)))
                .kind(QuotationKind.INDIRECT)
                .mention(span(mention))
                .build()));
    return List.of(score.gold, score.predicted, score.content, score.contentAndSource);
  }

  private static Quotation quoted(String name, String mention, String... runs) {
    return Quotation.builder(article(), List.of(runs).stream().map(EvaluationTest::span).toList())
        .speaker(Speaker.of(name, SpeakerType.PERSON))
        .mention(span(mention))
        .build();
  }

  private static Article article() {
    return Article.builder("courier_1", TEXT).build();
  }

  private static Span span(String words) {
    return new Span(start(words), start(words) + words.length());
  }

  private static int start(String words) {
    assertThat(TEXT).containsOnlyOnce(words);
    return TEXT.indexOf(words);
  }

  private GoldArticle gold() throws IOException {
    return read(annotated(), speakers("", ""), Choice.ALL).get(0);
  }

  private static String annotated() {
    String quill = pair("Mara Quill");
    return "{'id': 'courier_1', 'date': '2024-03-10', 'text': '"
        + TEXT
        + "', 'fragments': ["
        + fragment("We sail at noon,", quill)
        + ", "
        + fragment("Or at one.", quill)
        + "], 'attributions': [{'content': ["
        + pair("We sail at noon,")
        + "], 'source': ["
        + quill
        + "]}, {'content': ["
        + pair("that the fog was thick")
        + "], 'source': ["
        + pair("Her mate")
        + "]}]}";
  }

  private static String speakers(String moreOfLabel, String more) {
    return "{'id': 'courier_1', 'labels': {'"
        + codePoint(start("We sail"))
        + "': {'name': 'Mara Quill', 'aliases': ['Quill']"
        + moreOfLabel
        + "}}"
        + more
        + "}";
  }

  private List<GoldArticle> read(String gold, String speakers, Choice choice) throws IOException {
    return GoldArticle.read(file("gold.jsonl", gold), file("speakers.jsonl", speakers), choice);
  }

  private Path file(String name, String json) throws IOException {
    return Files.writeString(folder.resolve(name), json.replace('\'', '"') + "\n");
  }

  private static String fragment(String words, String source) {
    int start = codePoint(start(words));
    return "{'start': %d, 'end': %d, 'kind': 'DIRECT', 'source': [%s]}"
        .formatted(start, start + words.length(), source);
  }

  private static String pair(String words) {
    int start = codePoint(start(words));
    return "[" + start + ", " + (start + words.length()) + "]";
  }

  private static int codePoint(int index) {
    return TEXT.codePointCount(0, index);
  }
}
