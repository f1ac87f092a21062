package onrecord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import onrecord.model.Annotation;
import onrecord.model.Annotation.Label;
import onrecord.model.Article;
import onrecord.model.FieldValue;
import onrecord.model.Fields;
import onrecord.model.Quotation;
import onrecord.model.RecordedAnnotation;
import onrecord.model.RecordedAnnotation.Standing;
import onrecord.model.Span;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Labels random quotations of an article whose paragraphs come, go and move, and whose quotations
 * are cut otherwise each time, and compares the labels with those of a naive list.
 */
class RandomAnnotationsTest {

  private static final LocalDate DAY = LocalDate.of(2024, 5, 6);
  private static final List<String> PLACES =
      List.of("quay", "mill", "weir", "ferry", "tower", "market", "harbour", "orchard");

  @TempDir Path folder;

  static IntStream seeds() {
    return IntStream.range(0, 25);
  }

  /** What a coder has said about an utterance. */
  private record Said(Annotation annotation, int utterance) {}

  /** The number and the span of a quotation in a version of the article. */
  private record Version(Article article, Map<Integer, Quotation> quotations) {}

  /** Utterances 0 to 3 have the same words, as have 4 and 5 but for one. */
  private static String words(int utterance) {
    if (utterance < 4) {
      return "Yes, of course";
    }
    String place = PLACES.get(utterance % PLACES.size());
    return utterance < 6
        ? "We will vote for number " + utterance
        : "Nobody at the " + place + " has seen the " + utterance + " boats";
  }

  private static Version version(Random random) {
    List<Integer> utterances = new ArrayList<>(IntStream.range(0, 12).boxed().toList());
    Collections.shuffle(utterances, random);
    StringBuilder text = new StringBuilder();
    Map<Integer, Span> spans = new LinkedHashMap<>();
    for (int utterance : utterances.subList(0, random.nextInt(13))) {
      if (random.nextInt(3) == 0) {
        text.append("Then the clock struck ").append(random.nextInt(100)).append(".\n\n");
      }
      int start = text.append('\u201c').length();
      String words = words(utterance);
      text.append(words);
      int cut = utterance >= 6 && random.nextInt(3) == 0 ? " boats".length() : 0;
      spans.put(utterance, new Span(start, text.length() - cut));
      text.append("\u201d, keeper number ")
          .append(1000 + utterance)
          .append(" of the ")
          .append(PLACES.get(utterance % PLACES.size()))
          .append(" said to the others at the gate that evening before it closed.\n\n");
    }
    Article article = Article.builder("a", text + "end").build();
    Map<Integer, Quotation> quotations = new LinkedHashMap<>();
    spans.forEach((utterance, span) ->
        quotations.put(utterance, Quotation.builder(article, List.of(span)).build()));
    return new Version(article, quotations);
  }

  private static Annotation annotation(Random random, String quotation) {
    String field = random.nextBoolean() ? "stance" : "tone";
    List<FieldValue> values =
        random.nextInt(4) == 0 ? List.of() : List.of(FieldValue.name("value " + random.nextInt(3)));
    return new Annotation(
        quotation,
        new Label(field, values),
        "coder " + random.nextInt(3),
        DAY.plusDays(random.nextInt(4)));
  }

  /** The values that count: of each field, the last by day of those not withdrawn by its coder. */
  private static Fields expected(List<Said> said, int utterance) {
    Map<String, List<FieldValue>> values = new TreeMap<>();
    for (String field : List.of("stance", "tone")) {
      List<Annotation> left = new ArrayList<>();
      said.stream()
          .filter(each -> each.utterance() == utterance)
          .map(Said::annotation)
          .filter(each -> label(each).field().equals(field))
          .sorted(Comparator.comparing(Annotation::day))
          .forEach(each -> {
            left.removeIf(other -> other.coder().equals(each.coder()));
            if (!label(each).values().isEmpty()) {
              left.add(each);
            }
          });
      if (!left.isEmpty()) {
        values.put(field, label(left.getLast()).values());
      }
    }
    return new Fields(new TreeMap<>(values));
  }

  private static Label label(Annotation annotation) {
    return (Label) annotation.statement();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void labelsAreOnTheirQuotationsAndNoneIsLost(int seed) throws IOException {
    Random random = new Random(seed);
    List<Said> said = new ArrayList<>();
    boolean onDisk = seed % 8 == 0;
    Archive archive = onDisk ? Archive.open(folder) : Archive.inMemory();
    try {
      for (int step = 0; step < 8; step++) {
        Version version = version(random);
        archive.add(version.article(), List.copyOf(version.quotations().values()));
        List<Integer> present = List.copyOf(version.quotations().keySet());
        for (int i = present.isEmpty() ? 0 : random.nextInt(6); i > 0; i--) {
          int utterance = present.get(random.nextInt(present.size()));
          Annotation annotation = annotation(random, version.quotations().get(utterance).id());
          if (archive.annotate(List.of(annotation)).added() == 1) {
            said.add(new Said(annotation, utterance));
          }
        }
        if (onDisk && random.nextInt(3) == 0) {
          archive.close();
          archive = Archive.open(folder);
        }
        archive.refresh();
        assertLabels(archive, version, said);
      }
      archive.commit();
      assertThat(archive.verify().problems()).isEmpty();
    } finally {
      archive.close();
    }
  }

  private static void assertLabels(Archive archive, Version version, List<Said> said)
      throws IOException {
    for (Map.Entry<Integer, Quotation> quotation : version.quotations().entrySet()) {
      assertThat(archive.quotation(quotation.getValue().id()).orElseThrow().quotation())
          .as("utterance %s in %s", quotation.getKey(), version.article().text())
          .isEqualTo(quotation.getValue().withFields(expected(said, quotation.getKey())));
    }
    try (Stream<RecordedAnnotation> recorded = archive.annotations()) {
      List<RecordedAnnotation> all = recorded.toList();
      assertThat(all).extracting(RecordedAnnotation::annotation).isEqualTo(annotations(said));
      assertThat(all.stream().map(each -> each.standing() == Standing.DETACHED).toList())
          .isEqualTo(
              said.stream()
                  .map(each -> !version.quotations().containsKey(each.utterance()))
                  .toList());
    }
  }

  private static List<Annotation> annotations(List<Said> said) {
    return said.stream().map(Said::annotation).toList();
  }
}
