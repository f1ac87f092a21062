package onrecord.source;

import com.google.common.base.CharMatcher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import onrecord.model.Article;
import onrecord.model.Quotation;
import onrecord.model.QuotationKind;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;
import onrecord.source.JsonValue.Fields;
import onrecord.source.JsonValue.Items;
import onrecord.source.JsonValue.Text;
import org.jspecify.annotations.Nullable;

/**
 * The quotations that other extractors found in an article, as JSON objects hold them: those of
 * Quotebank, BBC Citron, the Gender Gap Tracker and Stanford CoreNLP. Where the article's text is
 * not given, it is made of the quotations with their contexts. Not thread-safe.
 */
final class GivenQuotations {

  /** The rule of quotations that a source gives. */
  static final String RULE = "given";

  private static final Set<String> FIELDS =
      Set.of(
          "quotes",
          "quotations",
          "quotation",
          "quoteid",
          "speaker",
          "qids",
          "probas",
          "sentences",
          "numoccurrences",
          "urls",
          "phase");
  private static final Set<String> NOBODY = Set.of("", "none", "unknown", "null");
  private static final Set<String> PRONOUNS =
      Set.of("he", "she", "they", "it", "i", "we", "you", "who", "him", "her", "them");
  private static final CharMatcher MARKS =
      CharMatcher.anyOf("\"\u201C\u201D\u201E\u00AB\u00BB\u2018\u2019'")
          .or(CharMatcher.whitespace());
  private static final Pattern SPAN =
      Pattern.compile("\\(\\s*(\\d{1,9})\\s*,\\s*(\\d{1,9})\\s*\\)");

  private final Map<String, JsonValue> values = new HashMap<>();

  /** A quotation that was found in a text. */
  private record Given(
      List<Span> runs,
      QuotationKind kind,
      Speaker speaker,
      double confidence,
      Optional<Span> cue) {}

  /** {@return whether a field may belong to quotations} */
  static boolean wants(String name) {
    return FIELDS.contains(FieldNames.significant(name));
  }

  /** Adds a field that is wanted. */
  void add(String name, JsonValue value) {
    values.putIfAbsent(FieldNames.significant(name), value);
  }

  /** {@return the names of the fields that are of no use, in lower case} */
  List<String> unused() {
    List<String> names = new ArrayList<>();
    boolean quotebank = values.containsKey("quotation");
    for (String name : values.keySet()) {
      boolean used =
          switch (name) {
            case "quotes", "quotations" -> !objects(name).isEmpty();
            case "quotation" -> true;
            case "quoteid", "speaker", "qids", "probas", "urls" -> quotebank;
            case "sentences" -> !objects("quotes").isEmpty();
            default -> false;
          };
      if (!used) {
        names.add(name);
      }
    }
    return names;
  }

  private List<Fields> objects(String name) {
    return values.get(name) instanceof Items items
        ? items.items().stream().filter(Fields.class::isInstance).map(Fields.class::cast).toList()
        : List.of();
  }

  private String string(String name) {
    return values.get(name) instanceof Text text ? text.text() : "";
  }

  /** Adds what the quotations say of an article that does not say it itself. */
  void complete(ArticleFields fields) {
    if (!fields.has("text")) {
      text().ifPresent(text -> fields.add("text", text));
    }
    if (!fields.has("id")) {
      fields.add("id", string("quoteid"));
    }
    if (!fields.has("url") && values.get("urls") instanceof Items urls && !urls.items().isEmpty()) {
      fields.add("url", urls.items().getFirst() instanceof Text url ? url.text() : "");
    }
  }

  /** {@return the text of the article as far as the quotations have it; empty if they do not} */
  Optional<String> text() {
    if (!string("quotation").isBlank()) {
      return Optional.of(string("quotation"));
    }
    Optional<String> tokens = textOfTokens();
    if (tokens.isPresent()) {
      return tokens;
    }
    List<String> paragraphs = new ArrayList<>();
    for (String name : List.of("quotations", "quotes")) {
      for (Fields quote : objects(name)) {
        String words = quote.text("quotation").or(() -> quote.text("quote")).orElse("");
        if (!words.isBlank()) {
          String before = quote.text("leftContext").or(() -> quote.text("pre")).orElse("");
          String after = quote.text("rightContext").or(() -> quote.text("post")).orElse("");
          paragraphs.add((before + " \u201C" + words + "\u201D " + after).strip());
        }
      }
    }
    return Optional.of(String.join("\n\n", paragraphs)).filter(text -> !text.isEmpty());
  }

  /** Puts the tokens of CoreNLP where they were in the text. */
  private Optional<String> textOfTokens() {
    StringBuilder text = new StringBuilder();
    for (Fields sentence : objects("sentences")) {
      if (sentence.get("tokens").orElse(null) instanceof Items tokens) {
        for (JsonValue token : tokens.items()) {
          if (token instanceof Fields fields) {
            int start = number(fields.text("characterOffsetBegin"), text.length());
            while (text.length() < start && start - text.length() < 10_000) {
              text.append(' ');
            }
            text.append(fields.text("originalText").or(() -> fields.text("word")).orElse(""));
          }
        }
      }
    }
    return Optional.of(text.toString()).filter(found -> !found.isBlank());
  }

  /** {@return the quotations of an article; null if the source gives none with speakers} */
  @SuppressWarnings("ReturnsNullCollection") // No quotations are something else than none given.
  @Nullable List<Quotation> of(Article article) {
    if (values.containsKey("quotation")) {
      return single().in(article);
    }
    List<Given> found = new ArrayList<>();
    for (String name : List.of("quotations", "quotes")) {
      int from = 0;
      for (Fields quote : objects(name)) {
        Optional<Given> given = given(quote, article.text(), from);
        if (given.isPresent()) {
          found.add(given.get());
          from = given.get().runs().getLast().end();
        }
      }
    }
    if (found.isEmpty() || objects("quotes").stream().anyMatch(q -> q.get("pre").isPresent())) {
      return null;
    }
    found.sort(Comparator.comparingInt(given -> given.runs().getFirst().start()));
    return found.stream().map(given -> toQuotation(given, article)).toList();
  }

  private static Quotation toQuotation(Given given, Article article) {
    return Quotation.builder(article, given.runs())
        .kind(given.kind())
        .speaker(given.speaker())
        .confidence(given.confidence())
        .cue(given.cue().orElse(null))
        .rule(RULE)
        .build();
  }

  /** {@return a quotation of Quotebank by itself} */
  private LoneQuotation single() {
    List<String> ids = new ArrayList<>();
    if (values.get("qids") instanceof Items items) {
      items
          .items()
          .forEach(item -> {
            if (item instanceof Text id) {
              ids.add(id.text());
            }
          });
    }
    Speaker speaker =
        speaker(
            string("speaker"), ids.size() == 1 ? Optional.of(ids.getFirst()) : Optional.empty());
    return new LoneQuotation(speaker, QuotationKind.DIRECT, probability(values.get("probas")));
  }

  private static Speaker speaker(String name, Optional<String> id) {
    String stripped = name.strip();
    return NOBODY.contains(stripped.toLowerCase(Locale.ROOT))
        ? Speaker.UNKNOWN
        : new Speaker(stripped, SpeakerType.PERSON, Optional.empty(), id, Optional.empty());
  }

  /** {@return the probability of the first speaker in a list of pairs; 1 if there is none} */
  private static double probability(@Nullable JsonValue pairs) {
    if (pairs instanceof Items items
        && !items.items().isEmpty()
        && items.items().getFirst() instanceof Items pair
        && pair.items().size() == 2
        && pair.items().get(1) instanceof Text text) {
      return confidence(Optional.of(text.text()));
    }
    return 1;
  }

  /** {@return a confidence that is printed as a number; 1 if it is not} */
  static double confidence(Optional<String> number) {
    try {
      return Math.clamp(Double.parseDouble(number.orElse("1")), 0.0, 1.0);
    } catch (NumberFormatException e) {
      return 1;
    }
  }

  private static Optional<Given> given(Fields quote, String text, int from) {
    Optional<Given> citron = citron(quote, text);
    if (citron.isPresent()) {
      return citron;
    }
    String words =
        quote
            .text("quotation")
            .or(() -> quote.text("quote"))
            .or(() -> quote.text("text"))
            .orElse("");
    Optional<Span> span =
        pair(quote.text("quote_index"), text)
            .or(() -> indexes(quote, text))
            .or(() -> find(words, text, from))
            .flatMap(found -> withoutMarks(found, text));
    String name =
        quote
            .text("globalTopSpeaker")
            .or(() -> quote.text("localTopSpeaker"))
            .or(() -> quote.text("canonicalSpeaker").filter(GivenQuotations::isSomebody))
            .or(() -> quote.text("speaker"))
            .orElse("");
    Speaker speaker = speaker(name, Optional.empty());
    double confidence =
        quote
            .get("globalProbas")
            .or(() -> quote.get("localProbas"))
            .map(GivenQuotations::probability)
            .orElse(1.0);
    return span.map(run ->
        new Given(
            List.of(run),
            kind(run, text),
            speaker,
            speaker.isKnown() ? confidence : 0,
            pair(quote.text("verb_index"), text)));
  }

  private static boolean isSomebody(String name) {
    return !NOBODY.contains(name.strip().toLowerCase(Locale.ROOT));
  }

  /** The offsets of CoreNLP, which include the quotation marks. */
  private static Optional<Span> indexes(Fields quote, String text) {
    int start = number(quote.text("beginIndex"), -1);
    int end = number(quote.text("endIndex"), -1);
    return span(start, end, text);
  }

  /** Offsets that are written as a pair, "(12, 34)". */
  private static Optional<Span> pair(Optional<String> printed, String text) {
    Matcher pair = SPAN.matcher(printed.orElse(""));
    return pair.matches()
        ? span(Integer.parseInt(pair.group(1)), Integer.parseInt(pair.group(2)), text)
        : Optional.empty();
  }

  private static Optional<Span> span(int start, int end, String text) {
    return start >= 0 && start < end && end <= text.length()
        ? Optional.of(new Span(start, end))
        : Optional.empty();
  }

  private static Optional<Span> find(String words, String text, int from) {
    String stripped = words.strip();
    if (stripped.isEmpty()) {
      return Optional.empty();
    }
    int at = text.indexOf(stripped, from);
    int start = at < 0 ? text.indexOf(stripped) : at;
    return start < 0 ? Optional.empty() : Optional.of(new Span(start, start + stripped.length()));
  }

  private static Optional<Span> withoutMarks(Span span, String text) {
    int start = span.start();
    int end = span.end();
    while (start < end && MARKS.matches(text.charAt(start))) {
      start++;
    }
    while (end > start && MARKS.matches(text.charAt(end - 1))) {
      end--;
    }
    return span(start, end, text);
  }

  /** Words are direct speech where a quotation mark is before or after them. */
  private static QuotationKind kind(Span run, String text) {
    boolean marked =
        (run.start() > 0
                && MARKS.matches(text.charAt(run.start() - 1))
                && !isBlank(text, run.start() - 1))
            || (run.end() < text.length()
                && MARKS.matches(text.charAt(run.end()))
                && !isBlank(text, run.end()))
            || run.length() == text.length();
    return marked ? QuotationKind.DIRECT : QuotationKind.INDIRECT;
  }

  private static boolean isBlank(String text, int at) {
    return Character.isWhitespace(text.charAt(at));
  }

  /** A quotation of Citron, whose offsets are Unicode code points. */
  private static Optional<Given> citron(Fields quote, String text) {
    List<Span> runs = new ArrayList<>();
    for (Fields content : spans(quote, "contents")) {
      codePoints(content, text).flatMap(span -> withoutMarks(span, text)).ifPresent(runs::add);
    }
    if (runs.isEmpty()) {
      return Optional.empty();
    }
    Speaker speaker =
        quote.get("speaker").orElse(null) instanceof Fields given
            ? JsonQuotation.speaker(given)
            : speaker(nameOfCitron(quote), Optional.empty());
    runs.sort(Comparator.comparingInt(Span::start));
    Optional<Span> cue =
        quote
            .get("cue")
            .flatMap(value ->
                value instanceof Fields fields ? codePoints(fields, text) : Optional.<Span>empty());
    return Optional.of(
        new Given(
            runs,
            kind(runs.getFirst(), text),
            speaker,
            speaker.isKnown() ? confidence(quote.text("confidence")) : 0,
            cue));
  }

  /** Either sources or coreferences are the names, and the others are pronouns. */
  private static String nameOfCitron(Fields quote) {
    List<String> mentions =
        Stream.of("sources", "coreferences")
            .flatMap(field -> spans(quote, field).stream())
            .flatMap(span -> span.text("text").stream())
            .toList();
    return mentions.stream()
        .filter(mention -> !PRONOUNS.contains(mention.strip().toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElse(mentions.isEmpty() ? "" : mentions.getFirst());
  }

  private static List<Fields> spans(Fields quote, String name) {
    return quote.get(name).orElse(null) instanceof Items items
        ? items.items().stream().filter(Fields.class::isInstance).map(Fields.class::cast).toList()
        : List.of();
  }

  private static Optional<Span> codePoints(Fields span, String text) {
    int start = number(span.text("start"), -1);
    int end = number(span.text("end"), -1);
    if (start < 0 || end <= start || end > text.codePointCount(0, text.length())) {
      return Optional.empty();
    }
    int from = text.offsetByCodePoints(0, start);
    return Optional.of(new Span(from, text.offsetByCodePoints(from, end - start)));
  }

  private static int number(Optional<String> printed, int otherwise) {
    try {
      return printed.map(Integer::parseInt).orElse(otherwise);
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }
}
